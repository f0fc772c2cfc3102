// Initiative records: drafted by the person, the unit or a supervisor, and moved on by the procedure.
import type { z } from 'zod';
import { initiativeOf } from '../../db/queries/conduct-files.ts';
import { initiativeMatches, initiativesIn, initiativeTally } from '../../db/queries/initiatives.ts';
import { cadreById, cadresByStaffNo, unitsBelow } from '../../db/queries/roster.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { areas, type Day, isDay, qualities } from '../../scoring/index.ts';
import { invalidRequest, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { may, scopeOf } from '../permissions/may.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import type { FileListService } from '../procedures/file-list.service.ts';
import type { Sent } from '../procedures/files.service.ts';
import type { ProceduresService } from '../procedures/procedures.service.ts';
import { wrongFact } from './initiative-facts.ts';
import { deedOf, initiativeView } from './initiative-view.ts';
import type {
  AmendInitiative,
  DraftInitiative,
  InitiativePage,
  InitiativeQuery,
  InitiativeView,
  PublicNoticePage,
  PublicNoticeQuery,
} from './initiatives.contract.ts';
import { initiativeFactIncoherent, initiativePersonOutOfReach } from './initiatives.problems.ts';

type View = z.infer<typeof InitiativeView>;
type Deed = Omit<z.infer<typeof DraftInitiative>, 'staffNo'>;

export interface InitiativesService {
  page(actor: Actor, query: z.infer<typeof InitiativeQuery>): Promise<z.infer<typeof InitiativePage>>;
  notices(actor: Actor, query: z.infer<typeof PublicNoticeQuery>): Promise<z.infer<typeof PublicNoticePage>>;
  draft(actor: Actor, draft: z.infer<typeof DraftInitiative>): Promise<View>;
  amend(actor: Actor, input: z.infer<typeof AmendInitiative> & { id: string }): Promise<View>;
  view(actor: Actor, id: string): Promise<View>;
  move(actor: Actor, sent: Sent): Promise<View>;
}
interface Needed {
  readonly store: Store;
  readonly today: () => Day;
  readonly procedures: ProceduresService;
  readonly lists: FileListService;
  readonly kind: FileKind;
}

const SUBMIT = 'initiative.submit';
const OFFICE = 'initiative.verify';
/** The offices by which somebody has such a list, the widest first. */
const LISTED_BY = ['initiative.read', 'initiative.challenge'] as const;

export function initiativesService({ store, today, procedures, lists, kind }: Needed): InitiativesService {
  const { tables, read } = store;
  const viewed = { store, kind };

  /** The cadre himself, or one within the scope of whoever files it. */
  async function personFor(actor: Actor, staffNo: string | undefined): Promise<Row<'cadres'>> {
    const [person] =
      staffNo === undefined
        ? [actor.cadreId === null ? undefined : await cadreById(read, tables, actor.cadreId)]
        : await cadresByStaffNo(read, tables, [staffNo]);
    if (person && may(actor, SUBMIT, { cadreId: person.id, unitId: person.unitId })) return person;
    const { title } = initiativePersonOutOfReach;
    throw new Refused(initiativePersonOutOfReach, { places: [{ pointer: '/staffNo', detail: title }] });
  }

  function refuseDay({ occurredOn }: Deed): void {
    const last = today();
    if (isDay(occurredOn) && occurredOn <= last) return;
    const detail = { zh: `应为不晚于今天（${last}）的日期`, en: `Expected a day not after today (${last})` };
    throw new Refused(invalidRequest, { places: [{ pointer: '/occurredOn', detail }] });
  }

  async function refuseIncoherent(
    db: Parameters<typeof wrongFact>[0]['db'],
    actor: Actor,
    { id: cadreId, unitId }: { id: string; unitId: string },
    deed: Deed,
    besideFileId: string | null,
  ): Promise<void> {
    const isOfficer = cadreId === actor.cadreId || may(actor, OFFICE, { cadreId, unitId });
    const asked = { besideFileId, isOfficer, pointer: '/factId' };
    const places = await wrongFact({ db, tables }, { ...deed, cadreId }, asked);
    if (places.length > 0) throw new Refused(initiativeFactIncoherent, { places });
  }

  const titleOf = ({ area, quality }: Deed): string => `${qualities[quality].zh}：${areas[area].zh}`;
  const saidBy = ({ area, quality, occurredOn, level, role, summary, documentNo, factId }: Deed) => ({
    ...{ area, quality, occurredOn, level, role },
    ...{ summary, documentNo, factId },
  });

  const listedBy = (actor: Actor) =>
    LISTED_BY.find((permission) => ['all', 'units'].includes(scopeOf(actor, permission).kind)) ??
    LISTED_BY[0];

  return {
    view: async (actor, id) => initiativeView(viewed, actor, await procedures.view(actor, kind, id)),
    move: async (actor, sent) => initiativeView(viewed, actor, await procedures.move(actor, kind, sent)),

    async page(actor, { state, area, unit, cadre, q, after, limit }) {
      const unitIds = unit === undefined ? null : await unitsBelow(read, tables, [unit]);
      const permission = listedBy(actor);
      const asked = { cadreId: cadre, unitIds, q };
      const filter = initiativeMatches(tables, { ...asked, area });
      const found = await lists.page(actor, kind, permission, { state, after, limit, filter });
      const ids = found.items.map(({ id }) => id);
      const said = await initiativesIn(read, tables, ids);
      const wanted = await lists.wanted(actor, kind, permission);
      return {
        next: found.next,
        items: found.items.map((line) => ({ ...line, ...deedOf(said.get(line.id)!) })),
        tally: await initiativeTally(read, tables, { ...wanted, filter: initiativeMatches(tables, asked) }),
      };
    },

    async notices(actor, { q, after, limit }) {
      const filter = initiativeMatches(tables, { unitIds: null, q });
      const wanted = { state: 'public_notice', after, limit, filter };
      const found = await lists.page(actor, kind, 'notice.object', wanted);
      const said = await initiativesIn(
        read,
        tables,
        found.items.map(({ id }) => id),
      );
      return {
        next: found.next,
        items: found.items.map(({ id, personName, unitName, enteredAt, nextDeadline }) => ({
          ...{ id, version: said.get(id)!.fileVersion, personName: personName ?? '', unitName },
          ...{ noticedAt: enteredAt, lastDay: nextDeadline?.lastDay ?? null },
          ...deedOf(said.get(id)!),
        })),
      };
    },

    async draft(actor, { staffNo, ...deed }) {
      refuseDay(deed);
      const person = await personFor(actor, staffNo);
      const opening = { title: titleOf(deed), cadreId: person.id, unitId: person.unitId };
      const file = await procedures.open(actor, kind, opening, async (tx, changed, { id }) => {
        await refuseIncoherent(tx, actor, person, deed, null);
        const row = { fileId: id, cadreId: person.id, ...saidBy(deed), recordId: null, version: 1 };
        await addRows(tx, changed, tables.initiativeFiles, [row]);
      });
      return initiativeView(viewed, actor, file);
    },

    async amend(actor, { id, version, ...deed }) {
      refuseDay(deed);
      const file = await procedures.amend(actor, kind, { id, version }, async (tx, changed, before) => {
        const said = (await initiativeOf(tx, tables, id))!;
        await refuseIncoherent(tx, actor, { id: said.cadreId, unitId: before.unitId }, deed, id);
        await changeRow(tx, changed, tables.files, { before, set: { title: titleOf(deed) } });
        await changeRow(tx, changed, tables.initiativeFiles, { before: said, set: saidBy(deed) });
      });
      return initiativeView(viewed, actor, file);
    },
  };
}
