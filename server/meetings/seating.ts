// Who may sit on each file of a meeting, and who of them must stand back: read where it is needed, never remembered.
import { holdersOf } from '../../db/queries/accounts.ts';
import { peopleBehind } from '../../db/queries/meetings.ts';
import { assignmentsOf, eventsOfFile } from '../../db/queries/procedure-files.ts';
import { dutiesOfFile } from '../../db/queries/procedure-people.ts';
import { formerUnitsOf, recusals, unitsRepresentedBy } from '../../db/queries/relations.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import type { MeetingBody, Recusal, RecusedBecause } from '../../db/tables/meetings.ts';
import type { Day } from '../../scoring/index.ts';
import { guardsOf } from '../permissions/matrix.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import { hasOtherDuty } from '../procedures/rights.ts';
import { complainantsIn } from '../procedures/standing.ts';
import { eventsOpenTo } from './bodies.ts';

export interface Member {
  readonly accountId: string;
  readonly staffNo: string;
  readonly name: string | null;
  readonly cadreId: string | null;
  readonly kin: ReadonlySet<string>;
  readonly formerUnits: ReadonlySet<string>;
  readonly represents: ReadonlySet<string>;
}
/** The members entitled to one file, and those of them outside its base. */
export interface Seat {
  readonly entitled: readonly string[];
  readonly recused: readonly Recusal[];
}
export interface Seating {
  /** By account: everybody entitled to any of the files. */
  readonly members: ReadonlyMap<string, Member>;
  /** By file. */
  readonly seats: ReadonlyMap<string, Seat>;
}

interface Asked {
  readonly db: Db;
  readonly tables: Tables;
  readonly dayOf: (instant: number) => Day;
}
export interface Sitting {
  readonly body: MeetingBody;
  readonly heldOn: Day;
}
export interface OnAgenda {
  readonly file: Row<'files'>;
  readonly kind: FileKind;
}

/** Holders of the body's role on the day; a panel is nobody's office. */
async function holders(
  { db, tables }: Asked,
  { body, heldOn }: Sitting,
): Promise<ReadonlySet<string> | null> {
  if (body === 'panel') return null;
  return new Set((await holdersOf(db, tables, body, heldOn)).map(({ accountId }) => accountId));
}

/** Named in the file as a member of the body by the day of the meeting, and not replaced since. */
async function named(
  { db, tables, dayOf }: Asked,
  { body, heldOn }: Sitting,
  fileId: string,
): Promise<string[]> {
  const rows = await assignmentsOf(db, tables, fileId);
  const those = rows.filter(
    (each) => each.principal === body && each.endedAt === null && dayOf(each.assignedAt) <= heldOn,
  );
  return [...new Set(those.map(({ accountId }) => accountId))];
}

async function membersBehind(
  { db, tables }: Asked,
  accountIds: readonly string[],
): Promise<Map<string, Member>> {
  const nobody: ReadonlySet<string> = new Set();
  const members = new Map<string, Member>();
  for (const person of await peopleBehind(db, tables, accountIds)) {
    const { cadreId } = person;
    members.set(person.accountId, {
      ...person,
      kin: cadreId === null ? nobody : await recusals(db, tables, cadreId),
      formerUnits: cadreId === null ? nobody : await formerUnitsOf(db, tables, cadreId),
      represents: cadreId === null ? nobody : await unitsRepresentedBy(db, tables, cadreId),
    });
  }
  return members;
}

/** Whether a file concerns somebody: himself, or the unit he answers for. */
const concerns = ({ cadreId, unitId }: Row<'files'>, member: Member): boolean =>
  cadreId === null ? member.represents.has(unitId) : member.cadreId === cadreId;

/** What of the records keeps a member from a file; kin and the own case whatever the event's guards say. */
function recusedBecause(
  { file, kind }: OnAgenda,
  body: MeetingBody,
  member: Member,
  duties: ReadonlySet<string>,
): RecusedBecause | null {
  const [event] = eventsOpenTo(body, kind.machine, file.state);
  const guards = event?.permission ? guardsOf(event.permission) : '';
  if (concerns(file, member)) return 'subject';
  if (file.cadreId !== null && member.kin.has(file.cadreId)) return 'related';
  if (guards.includes('R') && member.formerUnits.has(file.unitId)) return 'formerUnit';
  return event && hasOtherDuty(event, duties, guards) ? 'otherDuty' : null;
}

export async function seatingOf(
  asked: Asked,
  sitting: Sitting,
  agenda: readonly OnAgenda[],
): Promise<Seating> {
  const { db, tables } = asked;
  const inOffice = await holders(asked, sitting);
  const entitledTo = new Map<string, readonly string[]>();
  for (const { file } of agenda) {
    const those = sitting.body === 'board' ? [...inOffice!] : await named(asked, sitting, file.id);
    // Whoever was named to the appeal body must still be of it.
    entitledTo.set(file.id, inOffice === null ? those : those.filter((id) => inOffice.has(id)));
  }
  const members = await membersBehind(asked, [...entitledTo.values()].flat());
  const seats = new Map<string, Seat>();
  for (const each of agenda) {
    const entitled = entitledTo.get(each.file.id)!.filter((id) => members.has(id));
    const dutiesIn = await dutiesOfFile(db, tables, each.file.id);
    const complained = complainantsIn(each.kind, await eventsOfFile(db, tables, each.file.id));
    const recused = entitled.flatMap((accountId): Recusal[] => {
      const member = members.get(accountId)!;
      const because =
        recusedBecause(each, sitting.body, member, dutiesIn(accountId)) ??
        // Speaking against it is a part in the file that judging it does not go with.
        (complained.has(accountId) ? 'otherDuty' : null);
      return because === null ? [] : [{ accountId, because, detail: null }];
    });
    seats.set(each.file.id, { entitled, recused });
  }
  return { members, seats };
}

/** With those who declared at the meeting that they stand back; one reason a member. */
export function withDeclared({ entitled, recused }: Seat, declared: readonly Recusal[]): Seat {
  const isNew = ({ accountId }: Recusal): boolean =>
    entitled.includes(accountId) && !recused.some((each) => each.accountId === accountId);
  return { entitled, recused: [...recused, ...declared.filter(isNew)] };
}

/** Those who count: entitled and not recused. */
export const baseOf = ({ entitled, recused }: Seat): readonly string[] =>
  entitled.filter((accountId) => !recused.some((each) => each.accountId === accountId));
