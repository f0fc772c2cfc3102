// Runs the timer again and again, and stops it with an alarm when the clock jumped, until sysadmin says the time is right.
import { latestHeadAt } from '../../db/queries/audit.ts';
import { alarmsFor } from '../../db/queries/procedure-people.ts';
import { addRows, changeRows } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Actor } from '../permissions/actor.ts';
import { type ClockReading, isBehind, jumpBetween } from './clock-guard.ts';
import type { FilesNeed } from './files.service.ts';
import type { TimerService } from './timer.service.ts';

export interface TickingService {
  /** One round: fires what is due, or answers that it stands still. */
  tick(): Promise<{ fired: number; isHalted: boolean }>;
  isHalted(): Promise<boolean>;
  /** Whether rounds are made here, and when the last one was. */
  status(): { readonly isRunning: boolean; readonly lastAt: number | null };
  /** The time is right again: what is due fires from the next round on. */
  resume(actor: Actor, reason: string): Promise<void>;
  /** Ticks every so often until the returned function is called. */
  start(everyMs: number, wait: Wait): () => Promise<void>;
}
/** A pause that ends early when it is told to. */
export type Wait = (ms: number, until: AbortSignal) => Promise<void>;

const KIND = 'clockJumped';
const AUDIENCE = 'sysadmin';

interface Needed extends FilesNeed {
  readonly timer: TimerService;
  /** Milliseconds this machine has been running. */
  readonly running: () => number;
  readonly onFault: (fault: unknown) => void;
}

export function tickingService({ store, here, timer, running, onFault }: Needed): TickingService {
  const { tables, read } = store;
  const reading = (): ClockReading => ({ wall: here.now(), running: running() });
  let last = reading();
  let lastAt: number | null = null;
  let isRunning = false;

  const ringing = async (): Promise<Row<'alarms'>[]> =>
    (await alarmsFor(read, tables, [AUDIENCE])).filter(({ kind }) => kind === KIND);

  async function jump(): Promise<number | null> {
    const now = reading();
    const found = jumpBetween(last, now);
    last = now;
    if (found !== null) return found;
    const latest = await latestHeadAt(read, tables);
    return latest !== null && isBehind(now.wall, latest) ? now.wall - latest : null;
  }

  async function halt(jumpedBy: number): Promise<void> {
    const row: Row<'alarms'> = {
      id: here.newId('alm'),
      kind: KIND,
      fileId: null,
      audience: AUDIENCE,
      detail: { seconds: Math.round(jumpedBy / 1000) },
      raisedAt: here.now(),
      endedAt: null,
      endedBy: null,
      version: 1,
    };
    const entry = { actor: 'clock', duty: 'system', deed: 'clock.jumped', subject: 'clock', reason: null };
    await store.write(entry, (tx, changed) => addRows(tx, changed, tables.alarms, [row]));
  }

  async function tick(): Promise<{ fired: number; isHalted: boolean }> {
    const jumped = await jump();
    lastAt = here.now();
    const isRinging = (await ringing()).length > 0;
    if (jumped !== null && !isRinging) await halt(jumped);
    if (jumped !== null || isRinging) return { fired: 0, isHalted: true };
    return { fired: await timer.fireDue(), isHalted: false };
  }

  return {
    tick,
    isHalted: async () => (await ringing()).length > 0,
    status: () => ({ isRunning, lastAt }),

    async resume(actor, reason) {
      const before = await ringing();
      if (before.length === 0) return;
      const entry = {
        actor: actor.accountId,
        duty: 'sysadmin',
        deed: 'clock.resumed',
        subject: 'clock',
        reason,
      };
      await store.write(entry, (tx, changed) =>
        changeRows(tx, changed, tables.alarms, {
          before,
          set: { endedAt: here.now(), endedBy: actor.accountId },
        }),
      );
      last = reading();
    },

    start(everyMs, wait) {
      const stop = new AbortController();
      isRunning = true;
      const round = async (): Promise<void> => {
        while (!stop.signal.aborted) {
          await tick().catch(onFault);
          await wait(everyMs, stop.signal);
        }
      };
      const done = round();
      return async () => {
        stop.abort();
        await done;
        isRunning = false;
      };
    },
  };
}
