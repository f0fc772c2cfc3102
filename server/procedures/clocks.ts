// Starting, stopping and prolonging the clocks of a file, always inside the transaction of the event.
import { clocksRunning } from '../../db/queries/procedure-files.ts';
import { alarmsOfFile } from '../../db/queries/alarms.ts';
import { addRows, changeRow, changeRows } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import { type Day, timeLimitOn } from '../../scoring/index.ts';
import { Refused } from '../http/problem.ts';
import { clocksOf, isAlarm, type PlannedClock } from './clock-plan.ts';
import type { InTx } from './file-kind.ts';
import { nothingToExtend } from './procedures.problems.ts';
import { deadline, endOfDay } from './working-days.ts';

const DAY_MS = 86_400_000;

async function dueOf(within: InTx, fileId: string, clock: PlannedClock, from: Day): Promise<number | null> {
  const { tx, tables, here, kind } = within;
  if (clock.limit === null) {
    const lastDay = await kind.lastDayOf?.({ db: tx, tables, fileId, kind: clock.kind });
    return lastDay === undefined || lastDay === null ? null : endOfDay(lastDay);
  }
  const { value, unit } = timeLimitOn(clock.limit, from);
  return endOfDay(deadline(await here.calendar(tx), from, { count: value, unit }).lastDay);
}

const aClock = (
  { here }: InTx,
  file: Pick<Row<'files'>, 'id' | 'version'>,
  more: Pick<Row<'clocks'>, 'kind' | 'dueAt' | 'pendingId'>,
): Row<'clocks'> => ({
  id: here.newId('clk'),
  fileId: file.id,
  fileVersion: file.version,
  state: 'pending',
  setAt: here.now(),
  firedAt: null,
  version: 1,
  ...more,
});

/** The clocks of the present state that run from its entry, or from the day its notice was served. */
export async function startClocks(
  within: InTx,
  file: Row<'files'>,
  runsFrom: PlannedClock['runsFrom'],
  from?: Day,
): Promise<void> {
  const { tx, changed, tables, here, kind } = within;
  const day = from ?? here.dayOf(here.now());
  const rows: Row<'clocks'>[] = [];
  for (const planned of clocksOf(kind.machine, file.state).filter((each) => each.runsFrom === runsFrom)) {
    const dueAt = await dueOf(within, file.id, planned, day);
    if (dueAt !== null) rows.push(aClock(within, file, { kind: planned.kind, dueAt, pendingId: null }));
  }
  if (rows.length > 0) await addRows(tx, changed, tables.clocks, rows);
}

/** The clock of something that waits for a second signature. */
export async function startPendingClock(within: InTx, file: Row<'files'>, pendingId: string): Promise<void> {
  const { tx, changed, tables, here } = within;
  const planned: PlannedClock = { kind: 'pending.lapse', limit: 'limit.countersign', runsFrom: 'entry' };
  const dueAt = (await dueOf(within, file.id, planned, here.dayOf(here.now())))!;
  await addRows(tx, changed, tables.clocks, [aClock(within, file, { kind: planned.kind, dueAt, pendingId })]);
}

/** Cancels what still runs: all of it, or the alarms only. What rings already is quiet from here on. */
export async function stopClocks(
  within: InTx,
  fileId: string,
  which: 'all' | 'alarms' = 'all',
): Promise<void> {
  const { tx, changed, tables, here } = within;
  await endAlarms(within, fileId);
  const running = await clocksRunning(tx, tables, fileId);
  const before = which === 'all' ? running : running.filter(({ kind }) => isAlarm(kind));
  if (before.length === 0) return;
  await changeRows(tx, changed, tables.clocks, { before, set: { state: 'cancelled', firedAt: here.now() } });
}

/** Whoever kept the file waiting keeps it no longer. */
async function endAlarms({ tx, changed, tables, here }: InTx, fileId: string): Promise<void> {
  const before = await alarmsOfFile(tx, tables, fileId);
  if (before.length === 0) return;
  await changeRows(tx, changed, tables.alarms, { before, set: { endedAt: here.now(), endedBy: 'system' } });
}

/** Once, on request: the same time again from the day it would have ended. */
export async function prolongClocks(within: InTx, file: Row<'files'>): Promise<void> {
  const { tx, changed, tables, here, kind } = within;
  const planned = clocksOf(kind.machine, file.state).find((each) => each.kind === 'window_over');
  const running = await clocksRunning(tx, tables, file.id);
  const clock = running.find((each) => each.kind === 'window_over');
  if (!planned || !clock) throw new Refused(nothingToExtend);
  const lastDay = here.dayOf(clock.dueAt - DAY_MS / 2);
  const dueAt = (await dueOf(within, file.id, planned, lastDay))!;
  await changeRow(tx, changed, tables.clocks, { before: clock, set: { dueAt } });
}
