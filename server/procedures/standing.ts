// What an actor is to one file: read in the same transaction in which he acts.
import { deliveriesOf, eventsOfFile, fileById } from '../../db/queries/procedure-files.ts';
import { assignedAs, dutiesIn } from '../../db/queries/procedure-people.ts';
import { formerUnitsOf, unitsRepresentedBy } from '../../db/queries/relations.ts';
import { cadreById } from '../../db/queries/roster.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import { superiorRanks } from '../cadres/visible-cadres.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { may } from '../permissions/may.ts';
import type { FileKind } from './file-kind.ts';
import { eventsFrom } from './machines.ts';
import type { Standing } from './rights.ts';

interface Asked {
  readonly db: Db;
  readonly tables: Tables;
  readonly actor: Actor;
}

const nobody: ReadonlySet<string> = new Set();

/** Events of the present state: a file that came back to it begins to count anew. */
export function usedHere(
  events: readonly Pick<Row<'fileEvents'>, 'event' | 'fromState' | 'toState'>[],
  file: Row<'files'>,
): ReadonlySet<string> {
  const since = events.findLastIndex(({ fromState, toState }) => fromState !== toState);
  const stayed = events.slice(since + 1).map(({ event }) => event);
  // What leaves the state and comes back (`resubmit`, `ask_again`) counts over the whole file.
  const left = events.filter(({ fromState, toState }) => fromState === file.state && toState !== fromState);
  return new Set([...stayed, ...left.map(({ event }) => event)]);
}

/** Who spoke against it: by an event that its kind calls a complaint. */
export const complainantsIn = (
  { complaints = [] }: Pick<FileKind, 'complaints'>,
  events: readonly Pick<Row<'fileEvents'>, 'event' | 'actor'>[],
): ReadonlySet<string> =>
  new Set(events.filter(({ event }) => complaints.includes(event)).map(({ actor }) => actor));

export async function standingOf(
  asked: Asked,
  file: Row<'files'>,
  kind: Pick<FileKind, 'complaints'> = {},
): Promise<Standing> {
  const { db, tables, actor } = asked;
  const events = await eventsOfFile(db, tables, file.id);
  const asksWhose = actor.cadreId !== null && file.cadreId === null;
  const represented = asksWhose ? await unitsRepresentedBy(db, tables, actor.cadreId) : nobody;
  return {
    actor,
    touched: {
      ...(file.cadreId !== null && { cadreId: file.cadreId }),
      unitId: file.unitId,
      assigned: await assignedAs(db, tables, file.id, actor.accountId),
      isRepresented: represented.has(file.unitId),
    },
    duties: await dutiesIn(db, tables, { id: file.id, events }, actor.accountId),
    formerUnits: actor.cadreId === null ? nobody : await formerUnitsOf(db, tables, actor.cadreId),
    used: usedHere(events, file),
    hasComplained: complainantsIn(kind, events).has(actor.accountId),
  };
}

/** Drafts are their author's alone, and whatever else the kind says. */
export const authorsOnly = ({ machine, authorsOnly: more = [] }: FileKind): readonly string[] => [
  machine.start,
  ...more,
];

/** Who opened a file sees his drafts, and what became of them as long as he holds what such files are opened with. */
export const isAuthor = (
  actor: Actor,
  kind: FileKind,
  { openedBy, state }: Pick<Row<'files'>, 'openedBy' | 'state'>,
): boolean => openedBy === actor.accountId && (authorsOnly(kind).includes(state) || mayOpen(actor, kind));

/** Whether the actor holds the right to anything that is done to a draft of this kind. */
export const mayOpen = (actor: Actor, { machine }: Pick<FileKind, 'machine'>): boolean =>
  eventsFrom(machine, machine.start).some(({ permission }) => permission !== null && may(actor, permission));

/** Whether somebody may see a file at all. */
async function isVisible(
  asked: Asked,
  kind: FileKind,
  file: Row<'files'>,
  standing: Standing,
): Promise<boolean> {
  const { actor } = asked;
  if (isAuthor(actor, kind, file)) return true;
  if (authorsOnly(kind).includes(file.state)) return false;
  if (!kind.mayRead(actor, standing.touched, file.state)) return false;
  const isSubject = file.cadreId !== null && file.cadreId === actor.cadreId;
  if (isSubject) return isTold(asked, kind, file);
  if (kind.confidential?.includes(file.state) && !isOfficer(kind, standing)) return false;
  if (kind.publicStates?.includes(file.state)) return true;
  return !(await isOfSuperior(asked, file));
}

/** The person concerned learns of some files by their notice only. */
const isTold = async (
  { db, tables }: Pick<Asked, 'db' | 'tables'>,
  { beforeNotice }: FileKind,
  file: Row<'files'>,
): Promise<boolean> =>
  beforeNotice?.includes(file.state) !== true || (await deliveriesOf(db, tables, file.id)).length > 0;

/** Whether the person concerned may know of a file that somebody else opened. */
export const isKnownToSubject = async (
  asked: Pick<Asked, 'db' | 'tables'>,
  kind: FileKind,
  file: Row<'files'>,
): Promise<boolean> => !authorsOnly(kind).includes(file.state) && isTold(asked, kind, file);

/** Those the file names, those who had a duty in it, and those whose office it is. */
export const isOfficer = ({ officeOf = [] }: FileKind, { actor, touched, duties }: Standing): boolean => {
  const { assigned } = touched;
  const isNamed = assigned !== undefined && assigned !== 'anything' && assigned.size > 0;
  return isNamed || duties.size > 0 || officeOf.some((permission) => may(actor, permission, touched));
};

/** Leaders never see the files of their own superiors, named in them or not; of others’ units they see those that name them. */
export async function isOfSuperior(
  { db, tables, actor }: Asked,
  { cadreId }: Pick<Row<'files'>, 'cadreId'>,
): Promise<boolean> {
  const isLeaderOnly = actor.roles.length > 0 && actor.roles.every(({ role }) => role === 'leader');
  if (!isLeaderOnly || cadreId === null) return false;
  const rank = (await cadreById(db, tables, cadreId))?.rank ?? null;
  if (rank === null) return false;
  return (await superiorRanks({ db, tables, actor, permission: 'profile.read' })).includes(rank);
}

/** The file and what the actor is to it; what he may not see does not exist. */
export async function fileFor(
  asked: Asked,
  kind: FileKind,
  id: string,
): Promise<{ file: Row<'files'>; standing: Standing }> {
  const file = await fileById(asked.db, asked.tables, id);
  if (!file || file.machine !== kind.machine.name) throw new Refused(notFound);
  const standing = await standingIfVisible(asked, kind, file);
  if (!standing) throw new Refused(notFound);
  return { file, standing };
}

/** What the actor is to a file; null for one that he may not see. */
export async function standingIfVisible(
  asked: Asked,
  kind: FileKind,
  file: Row<'files'>,
): Promise<Standing | null> {
  const standing = await standingOf(asked, file, kind);
  return (await isVisible(asked, kind, file, standing)) ? standing : null;
}
