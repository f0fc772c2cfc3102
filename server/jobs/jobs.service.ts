// Long work that can be left and found again: any node can say how far it has come, because the table says so.
import type { z } from 'zod';
import { jobById, jobsRunning } from '../../db/queries/operations.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { JobView } from '../http/shared.contract.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';

export type Job = z.infer<typeof JobView>;
/** Says how much of `total` is done; of many calls few are written down. */
export type Report = (done: number) => Promise<void>;

/** A job that was running when its server stopped. */
const INTERRUPTED = 'interrupted';
const STEPS_WRITTEN = 10;
const HOUR_MS = 3_600_000;

export interface JobsService {
  /** Begins and answers at once; a refusal of `work` becomes the job's problem. */
  startJob(kind: string, actor: Actor, total: number, work: (report: Report) => Promise<void>): Promise<Job>;
  /** One's own job. */
  progressOf(actor: Actor, input: { id: string }): Promise<Job>;
  /** Waits for a job of this process to end. */
  ended(id: string): Promise<Job>;
  /** Once at start: what still says it runs in a server that is no more. */
  closeInterrupted(): Promise<void>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly newId: (prefix: string) => string;
  /** Called with whatever broke a job and is not a refusal. */
  readonly onFault: (fault: unknown) => void;
}

const viewOf = (row: Row<'jobs'>): Job => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  done: row.done,
  total: row.total,
  problem: row.problem,
});

export function jobsService({ store, now, newId, onFault }: Needed): JobsService {
  const { tables } = store;
  const running = new Map<string, Promise<void>>();

  const change = (before: Row<'jobs'>, deed: string, set: Partial<Row<'jobs'>>): Promise<Row<'jobs'>> =>
    store.write(
      { actor: before.startedBy, duty: 'system', deed, subject: before.id, reason: null },
      (tx, changed) => changeRow(tx, changed, tables.jobs, { before, set }),
    );

  /** Works through to the end, whatever happens on the way. */
  async function carryOut(first: Row<'jobs'>, work: (report: Report) => Promise<void>): Promise<void> {
    let row = first;
    const report: Report = async (done) => {
      if (done - row.done < row.total / STEPS_WRITTEN) return;
      row = await change(row, 'job.progressed', { done });
    };
    try {
      await work(report);
      await change(row, 'job.done', { state: 'done', done: row.total, endedAt: now() });
    } catch (problem) {
      if (!(problem instanceof Refused)) onFault(problem);
      const name = problem instanceof Refused ? problem.kind.name : 'fault';
      await change(row, 'job.failed', { state: 'failed', problem: name, endedAt: now() });
    }
  }

  return {
    async startJob(kind, actor, total, work) {
      const row: Row<'jobs'> = {
        id: newId('job'),
        kind,
        state: 'running',
        done: 0,
        total,
        startedBy: actor.accountId,
        startedAt: now(),
        endedAt: null,
        problem: null,
      };
      const act = {
        actor: actor.accountId,
        duty: 'system',
        deed: 'job.started',
        subject: row.id,
        reason: kind,
      };
      await store.write(act, (tx, changed) => addRows(tx, changed, tables.jobs, [row]));
      const carried = carryOut(row, work)
        .catch(onFault)
        .finally(() => running.delete(row.id));
      running.set(row.id, carried);
      return viewOf(row);
    },

    async progressOf(actor, { id }) {
      const row = await jobById(store.read, tables, id);
      if (!row || row.startedBy !== actor.accountId) throw new Refused(notFound);
      return viewOf(row);
    },

    async ended(id) {
      await running.get(id);
      const row = await jobById(store.read, tables, id);
      if (!row) throw new Refused(notFound);
      return viewOf(row);
    },

    async closeInterrupted() {
      // An embedded database has one server, which has just started; beside others one can only go by age.
      const before = store.dialect === 'sqlite' ? Infinity : now() - HOUR_MS;
      const dead = (await jobsRunning(store.read, tables)).filter((row) => row.startedAt < before);
      for (const row of dead)
        await change(row, 'job.failed', { state: 'failed', problem: INTERRUPTED, endedAt: now() });
    },
  };
}
