// A file as its documents read it: rows as they lay in it, people as they were then.
import { unitNamesOf } from '../../db/queries/account-pages.ts';
import { clocksEverOf } from '../../db/queries/document-facts.ts';
import { postsHeldBy } from '../../db/queries/files.ts';
import { assignmentsOf, deliveriesOf, eventsOfFile, evidenceOf } from '../../db/queries/procedure-files.ts';
import { cadreById } from '../../db/queries/roster.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import { type Day, timeLimitOn } from '../../scoring/index.ts';
import { clocksOf, isAlarm } from '../procedures/clock-plan.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import { deadlineOf } from '../procedures/file-view.ts';
import type { PersonNamed, TimeLimit } from './document-words.ts';

export interface Reading {
  readonly db: Db;
  readonly tables: Tables;
  readonly dayOf: (instant: number) => Day;
  readonly school: string;
}
export interface FileOpened {
  readonly kind: FileKind;
  readonly file: Row<'files'>;
  readonly events: readonly Row<'fileEvents'>[];
  readonly deliveries: readonly Row<'deliveries'>[];
  readonly evidence: readonly Row<'evidence'>[];
  readonly assignments: readonly Row<'assignments'>[];
  readonly clocks: readonly Row<'clocks'>[];
}
type Step = Row<'fileEvents'>;

export async function opened(
  { db, tables }: Reading,
  kind: FileKind,
  file: Row<'files'>,
): Promise<FileOpened> {
  const [events, deliveries, evidence, assignments, clocks] = await Promise.all([
    eventsOfFile(db, tables, file.id),
    deliveriesOf(db, tables, file.id),
    evidenceOf(db, tables, file.id),
    assignmentsOf(db, tables, file.id),
    clocksEverOf(db, tables, file.id),
  ]);
  return { kind, file, events, deliveries, evidence, assignments, clocks };
}

/** The person concerned with the post of a day; what the roster says now where it knows no post of then. */
export async function personOn({ db, tables }: Reading, file: Row<'files'>, on: Day): Promise<PersonNamed> {
  const cadre = (await cadreById(db, tables, file.cadreId!))!;
  const held = (await postsHeldBy(db, tables, cadre.id)).filter(
    ({ fromOn, toOn }) => fromOn <= on && (toOn === null || on <= toOn),
  );
  const there = held.filter(({ unitId }) => unitId === file.unitId);
  const posts = (there.length > 0 ? there : held).map(({ postName }) => postName);
  const units = await unitNamesOf(db, tables, [file.unitId]);
  return {
    name: cadre.name,
    unit: units.get(file.unitId) ?? '',
    post: posts.length > 0 ? posts.join('、') : cadre.postTitle,
  };
}

/** How long the person concerned may answer what a step told him, and until which day once it was served. */
export function answerTime(
  { kind, events, deliveries, clocks }: FileOpened,
  step: Step,
  dayOf: Reading['dayOf'],
): { limit: TimeLimit; lastDay: Day | null } | null {
  const planned = clocksOf(kind.machine, step.toState).find(
    (clock) => clock.runsFrom === 'service' && clock.limit !== null && !isAlarm(clock.kind),
  );
  if (!planned) return null;
  const next = events.find(({ version, toState }) => version > step.version && toState !== step.toState);
  const ran = clocks.find(
    (clock) =>
      clock.kind === planned.kind &&
      clock.fileVersion >= step.version &&
      (next === undefined || clock.fileVersion < next.version),
  );
  const served = deliveries.find(({ eventId }) => eventId === step.id)?.servedAt ?? step.at;
  const { value, unit } = timeLimitOn(planned.limit!, dayOf(served));
  return { limit: { value, unit }, lastDay: ran ? deadlineOf(ran, dayOf).lastDay : null };
}
