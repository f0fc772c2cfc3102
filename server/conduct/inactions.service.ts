// Inaction records: drafted by whoever found something, and moved on by the procedure.
import type { z } from 'zod';
import { inactionMatches, inactionOf, inactionsOf, inactionTally } from '../../db/queries/conduct-files.ts';
import { readInWhole } from '../../db/queries/file-pages.ts';
import { cadresByStaffNo } from '../../db/queries/roster.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Db, Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { areaOfBehaviour, behaviours, type Day, isDay } from '../../scoring/index.ts';
import { invalidRequest, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { may } from '../permissions/may.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import type { FileListService } from '../procedures/file-list.service.ts';
import { filesToName } from '../procedures/files-to-name.ts';
import type { Sent } from '../procedures/files.service.ts';
import type { MovedMany } from '../procedures/many-files.ts';
import type { ProceduresService } from '../procedures/procedures.service.ts';
import { noteFileRead } from '../reads/note-file-read.ts';
import type {
  AcceptMany,
  AmendInaction,
  ConductQuery,
  DraftInaction,
  InactionPage,
  InactionView,
  NotifyMany,
} from './conduct.contract.ts';
import { factIncoherent, personOutOfReach, recordOfOneself } from './conduct.problems.ts';
import { wrongInactionFact } from './inaction-facts.ts';
import { inactionTitle } from './inaction-title.ts';
import { STATES_OF } from './inaction-stages.contract.ts';
import { tallied } from './inaction-tally.ts';
import { inactionView } from './inaction-view.ts';

type Draft = z.infer<typeof DraftInaction>;
type Amended = z.infer<typeof AmendInaction>;
type View = z.infer<typeof InactionView>;

export interface InactionsService {
  page(actor: Actor, query: z.infer<typeof ConductQuery>): Promise<z.infer<typeof InactionPage>>;
  draft(actor: Actor, draft: Draft): Promise<View>;
  amend(actor: Actor, input: z.infer<typeof AmendInaction> & { id: string }): Promise<View>;
  view(actor: Actor, id: string): Promise<View>;
  move(actor: Actor, sent: Sent): Promise<View>;
  /** Tells the person concerned, file by file. */
  notifyMany(actor: Actor, input: z.infer<typeof NotifyMany>): Promise<MovedMany>;
  /** Accepts decisions taken before the product, file by file. */
  acceptMany(actor: Actor, input: z.infer<typeof AcceptMany>): Promise<MovedMany>;
}
interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly dayOf: (instant: number) => Day;
  readonly today: () => Day;
  readonly procedures: ProceduresService;
  readonly lists: FileListService;
  readonly kind: FileKind;
}

const RECORD = 'inaction.record';
const READ = 'inaction.read';

export function inactionsService(needed: Needed): InactionsService {
  const { store, today, procedures, lists, kind } = needed;
  const { tables, read, sealed } = store;
  const viewed = { store, kind };

  /** A cadre in the actor's scope, whom he need not stand back from. */
  async function personFor(actor: Actor, staffNo: string): Promise<Row<'cadres'>> {
    const [person] = await cadresByStaffNo(read, tables, [staffNo]);
    const isOwn = person?.id === actor.cadreId;
    if (person && (isOwn || actor.recused?.has(person.id))) throw new Refused(recordOfOneself);
    if (!person || !may(actor, RECORD, { cadreId: person.id, unitId: person.unitId }))
      throw new Refused(personOutOfReach, {
        places: [{ pointer: '/staffNo', detail: personOutOfReach.title }],
      });
    return person;
  }

  function refuseDay(occurredOn: string): void {
    const last = today();
    if (isDay(occurredOn) && occurredOn <= last) return;
    const detail = { zh: `应为不晚于今天（${last}）的日期`, en: `Expected a day not after today (${last})` };
    throw new Refused(invalidRequest, { places: [{ pointer: '/occurredOn', detail }] });
  }

  /** Told where it can still be put right, and asked again when the file goes on. */
  async function refuseIncoherent(
    db: Db,
    said: Parameters<typeof wrongInactionFact>[1],
    besideFileId: string,
  ): Promise<void> {
    const places = await wrongInactionFact({ db, tables }, said, { besideFileId, pointer: '/factId' });
    if (places.length > 0) throw new Refused(factIncoherent, { places });
  }

  const saidBy = ({
    code,
    occurredOn,
    source,
    summary,
    factId,
    documentNo,
    complainant,
  }: Omit<Draft, 'staffNo'>) => ({
    ...{ code, occurredOn, source, summary, factId, documentNo },
    complainantSealed: complainant === null ? null : sealed.seal(complainant),
  });

  const saidAgain = ({ complainant, ...lead }: Omit<Amended, 'version'>, before: Row<'inactionFiles'>) => ({
    ...saidBy({ ...lead, complainant: complainant ?? null }),
    ...(complainant === undefined && { complainantSealed: before.complainantSealed }),
  });

  const toName = async (actor: Actor): Promise<string[]> =>
    (await filesToName({ db: read, tables, actor, today: today() }, [kind])).map(({ file }) => file.id);

  return {
    async view(actor, id) {
      const file = await procedures.view(actor, kind, id);
      await noteFileRead(needed, actor, kind, id);
      return inactionView(viewed, actor, file);
    },
    notifyMany: (actor, input) => procedures.moveMany(actor, kind, { ...input, event: 'notify' }),
    acceptMany: (actor, input) => procedures.moveMany(actor, kind, { ...input, event: 'accept_past' }),
    move: async (actor, sent) => inactionView(viewed, actor, await procedures.move(actor, kind, sent)),

    async page(actor, { state, stage, area, cadre, q, naming, after, limit }) {
      const wanted = await lists.wanted(actor, kind, READ);
      const inWhole = readInWhole(tables, wanted);
      const asked = { q, cadreId: cadre, fileIds: naming && (await toName(actor)), inWhole };
      const states = stage && STATES_OF[stage];
      const filter = inactionMatches(tables, { ...asked, area, states });
      const found = await lists.page(actor, kind, READ, { state, after, limit, filter });
      const counted = { ...wanted, filter: inactionMatches(tables, asked) };
      const said = await inactionsOf(
        read,
        tables,
        found.items.map(({ id }) => id),
      );
      return {
        next: found.next,
        ...tallied(await inactionTally(read, tables, counted), { area, stage }),
        items: found.items.map((line) => {
          if (line.isMasked) return { ...line, said: null };
          const { code, occurredOn } = said.get(line.id)!;
          const { zh, en } = behaviours[code];
          return {
            ...line,
            said: { code, behaviour: { zh, en }, area: areaOfBehaviour(code), occurredOn },
          };
        }),
      };
    },

    async draft(actor, { staffNo, ...lead }) {
      refuseDay(lead.occurredOn);
      const { id: cadreId, unitId } = await personFor(actor, staffNo);
      const opening = { title: inactionTitle(lead.code), cadreId, unitId };
      const file = await procedures.open(actor, kind, opening, async (tx, changed, { id }) => {
        await refuseIncoherent(tx, { ...lead, cadreId }, id);
        const row: Row<'inactionFiles'> = {
          ...{ fileId: id, cadreId, ...saidBy(lead), recordId: null, version: 1 },
          ...{ severity: null, responsibility: null, cause: null, conditions: [], grounds: null },
          ...{ isMitigated: false, isPast: false },
        };
        await addRows(tx, changed, tables.inactionFiles, [row]);
      });
      return inactionView(viewed, actor, file);
    },

    async amend(actor, { id, version, ...lead }) {
      refuseDay(lead.occurredOn);
      const file = await procedures.amend(actor, kind, { id, version }, async (tx, changed, before) => {
        const said = (await inactionOf(tx, tables, id))!;
        await refuseIncoherent(tx, { ...lead, cadreId: said.cadreId }, id);
        await changeRow(tx, changed, tables.files, { before, set: { title: inactionTitle(lead.code) } });
        await changeRow(tx, changed, tables.inactionFiles, { before: said, set: saidAgain(lead, said) });
      });
      return inactionView(viewed, actor, file);
    },
  };
}
