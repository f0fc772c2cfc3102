import type { z } from 'zod';
import { correctionOf, correctionsOfCadre, fieldsInQuestion } from '../../db/queries/corrections.ts';
import { fileById } from '../../db/queries/procedure-files.ts';
import { cadreById } from '../../db/queries/roster.ts';
import { addRows } from '../../db/rows.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { dutyOf, may, scopeOf } from '../permissions/may.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import type { FileListService } from '../procedures/file-list.service.ts';
import type { FileShown } from '../procedures/file-view.ts';
import type { Sent } from '../procedures/files.service.ts';
import type { ProceduresService } from '../procedures/procedures.service.ts';
import { standingOf } from '../procedures/standing.ts';
import { noteRead } from '../reads/note-read.ts';
import { correctionFacts, type Sight } from './correction-facts.ts';
import { standsBack, verifying } from './correction-kind.ts';
import type {
  AskCorrection,
  CorrectionPage,
  CorrectionQuery,
  CorrectionView,
  OwnCorrections,
} from './corrections.contract.ts';
import { CORRECTABLE } from './corrections.contract.ts';
import { inQuestionAlready, nothingToCorrect } from './corrections.problems.ts';
import { entryOf, inWords, ITEMS, valueFrom } from './fields.ts';

type View = z.infer<typeof CorrectionView>;

export interface CorrectionsService {
  page(actor: Actor, query: z.infer<typeof CorrectionQuery>): Promise<z.infer<typeof CorrectionPage>>;
  own(actor: Actor): Promise<z.infer<typeof OwnCorrections>>;
  ask(actor: Actor, asked: z.infer<typeof AskCorrection>): Promise<View>;
  view(actor: Actor, input: { id: string }): Promise<View>;
  move(actor: Actor, sent: Sent): Promise<View>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly dayOf: (instant: number) => Day;
  readonly procedures: ProceduresService;
  readonly lists: FileListService;
  readonly kind: FileKind;
}

const READ_WHOLE = 'profile.citizen_id.read';

export function correctionsService(needed: Needed): CorrectionsService {
  const { store, procedures, lists, kind } = needed;
  const { tables, read, sealed } = store;
  const reading = { db: read, tables, sealed };

  async function person({ cadreId }: Actor): Promise<Row<'cadres'>> {
    const row = cadreId === null ? undefined : await cadreById(read, tables, cadreId);
    if (!row) throw new Refused(notFound);
    return row;
  }

  /** Citizen ID and phone in whole: to the person, and to the officer whom this file names. */
  async function sightOf(actor: Actor, file: Row<'files'>): Promise<Sight> {
    const { touched } = await standingOf({ db: read, tables, actor }, file);
    if (standsBack(actor, touched)) return 'nothing';
    return may(actor, READ_WHOLE, touched) ? 'whole' : 'masked';
  }

  /** An officer who sees a number in whole is on record, once a day, with the file as the reason. */
  async function noteWhole(actor: Actor, file: Row<'files'>): Promise<void> {
    const row = (await correctionOf(read, tables, file.id))!;
    const what = row.field;
    if (row.cadreId === actor.cadreId || (what !== 'citizenId' && what !== 'phone')) return;
    const duty = dutyOf(actor, READ_WHOLE, { cadreId: row.cadreId, assigned: 'anything' });
    await noteRead(needed, { actor, duty, cadreId: row.cadreId, what, reason: `办理：${file.title}` });
  }

  async function shown(actor: Actor, file: FileShown, most: Sight): Promise<View> {
    const row = (await fileById(read, tables, file.id))!;
    const sight = await sightOf(actor, row);
    const isLess = most === 'masked' && sight === 'whole';
    if (sight === 'whole' && !isLess) await noteWhole(actor, row);
    const correction = await correctionFacts(reading, file.id, isLess ? most : sight);
    const history = file.history.map((item) => (sight === 'nothing' ? { ...item, reason: null } : item));
    return { ...file, history, correction };
  }

  /** The office through which somebody sees the most of them. */
  function officeOf(actor: Actor): string {
    const offices = ['profile.correction.answer', 'profile.update'];
    const wide = offices.find((office) => scopeOf(actor, office).kind === 'all');
    return wide ?? offices.find((office) => scopeOf(actor, office).kind === 'units') ?? offices[0]!;
  }

  return {
    page: (actor, query) => lists.page(actor, kind, officeOf(actor), query),

    async own(actor) {
      const cadre = await person(actor);
      const ended = kind.machine.terminal;
      const open = await fieldsInQuestion(read, tables, { cadreId: cadre.id, ended });
      const files = await correctionsOfCadre(read, tables, cadre.id);
      return {
        fields: CORRECTABLE.map((field) => {
          const { label, words, isDay = false } = ITEMS[field];
          const entry = entryOf(field, cadre, sealed);
          return {
            ...{ field, label, isDay },
            entry: entry === null ? null : inWords(field, entry),
            openFileId: open.get(field) ?? null,
            choices: words ? Object.entries(words).map(([value, said]) => ({ value, label: said })) : null,
          };
        }),
        items: await lists.lines(
          actor,
          kind,
          files.map(({ file }) => file),
        ),
      };
    },

    async ask(actor, { field, wanted: typed, basis }) {
      const cadre = await person(actor);
      const wanted = valueFrom(field, typed, '/wanted');
      if (wanted === entryOf(field, cadre, sealed))
        throw new Refused(nothingToCorrect, {
          places: [{ pointer: '/wanted', detail: nothingToCorrect.title }],
        });
      const opening = { title: `更正${ITEMS[field].label.zh}`, cadreId: cadre.id, unitId: cadre.unitId };
      const ended = kind.machine.terminal;
      const file = await procedures.open(actor, kind, opening, async (tx, changed, { id }) => {
        const open = await fieldsInQuestion(tx, tables, { cadreId: cadre.id, ended });
        if (open.has(field)) throw new Refused(inQuestionAlready);
        const row: Row<'corrections'> = {
          ...{ fileId: id, cadreId: cadre.id, field, basis },
          ...{ wantedSealed: sealed.seal(wanted), foundSealed: null, version: 1 },
        };
        await addRows(tx, changed, tables.corrections, [row]);
      });
      // Answers to changes are kept for a repeat: no number stands in them in whole.
      return shown(actor, file, 'masked');
    },

    view: async (actor, { id }) => shown(actor, await procedures.view(actor, kind, id), 'whole'),

    async move(actor, sent) {
      const { found } = sent.data;
      const isFound = sent.event === 'verify' && typeof found === 'string';
      const kindNow = isFound ? verifying(kind, found, sealed) : kind;
      return shown(actor, await procedures.move(actor, kindNow, sent), 'masked');
    },
  };
}
