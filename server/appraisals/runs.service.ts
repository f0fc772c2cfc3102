import type { z } from 'zod';
import { jobsRunning } from '../../db/queries/operations.ts';
import { keepResults, latestRun } from '../../db/queries/runs.ts';
import { poolSizes, yearOf } from '../../db/queries/years.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { assess, type Assessment, contradictionsIn, sum } from '../../scoring/index.ts';
import { notAllowed, notFound, Refused } from '../http/problem.ts';
import type { JobsService } from '../jobs/jobs.service.ts';
import type { Actor } from '../permissions/actor.ts';
import { dutyOf, may } from '../permissions/may.ts';
import type { RunStarted } from './appraisals.contract.ts';
import { factsContradict, runAlreadyRunning, yearArchived } from './appraisals.problems.ts';
import { hashOfInput, hashOfResult, packedResult } from './stored-run.ts';
import { bundleOfYear, type YearFacts } from './year-bundle.ts';

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly newId: (prefix: string) => string;
  readonly jobs: Pick<JobsService, 'startJob'>;
}

/** Who asks for a run, and whose evaluation it is: after a decision on places it stays that of whoever ran it. */
export interface Asking {
  readonly actor: Actor;
  readonly duty: string;
  readonly year: number;
  readonly runBy: string;
}

interface Evaluated {
  readonly asking: Asking;
  readonly ranAt: number;
  readonly formerId: string | null;
  readonly facts: YearFacts;
  readonly assessment: Assessment;
}

/** The job that evaluates a year. */
export const runJobOf = (year: number): string => `appraisal.run.${year}`;

/** The evaluation of a year: all its results are there, or none of them. */
export function runsService({ store, now, newId, jobs }: Needed) {
  const { read: db, tables } = store;
  const starting = new Set<number>();

  async function run(actor: Actor, { year }: { year: number }): Promise<z.infer<typeof RunStarted>> {
    if (!may(actor, 'appraisal.run')) throw new Refused(notAllowed);
    return start({ actor, duty: dutyOf(actor, 'appraisal.run'), year, runBy: actor.accountId });
  }

  /** One run of a year at a time. */
  async function start(asking: Asking): Promise<z.infer<typeof RunStarted>> {
    const { actor, year } = asking;
    if (starting.has(year)) throw new Refused(runAlreadyRunning);
    starting.add(year);
    try {
      const row = await openYear(year);
      await refuseWhileRunning(year);
      const total = sum((await poolSizes(db, tables, year)).map(({ cadreCount }) => cadreCount));
      const job = await jobs.startJob(runJobOf(year), actor, total, (report) =>
        evaluate(row, asking, report),
      );
      return { job };
    } finally {
      starting.delete(year);
    }
  }

  async function openYear(year: number): Promise<Row<'years'>> {
    const row = await yearOf(db, tables, year);
    if (!row) throw new Refused(notFound);
    if (row.state === 'archived') throw new Refused(yearArchived);
    return row;
  }

  async function refuseWhileRunning(year: number): Promise<void> {
    const running = await jobsRunning(db, tables);
    if (running.some(({ kind }) => kind === runJobOf(year))) throw new Refused(runAlreadyRunning);
  }

  async function evaluate(
    year: Row<'years'>,
    asking: Asking,
    report: (done: number) => Promise<void>,
  ): Promise<void> {
    // Whatever is confirmed from here on makes the run stale, even if the reading still caught it.
    const ranAt = now();
    const former = await latestRun(db, tables, year.year);
    const facts = await store.snapshot((db) => bundleOfYear({ db, tables, year, onRead: report }));
    const refusals = contradictionsIn(facts.bundle);
    if (refusals.length > 0)
      throw new Refused(factsContradict, {
        places: refusals.map(({ pointer, expected }) => ({ pointer, detail: expected })),
      });
    const assessment = assess(facts.bundle);
    await keep({ asking, ranAt, formerId: former?.id ?? null, facts, assessment });
  }

  /** One act in the store: the run, its results, and that the former run is superseded. */
  async function keep({ asking, ranAt, formerId, facts, assessment }: Evaluated): Promise<void> {
    const { row, results } = keptRun(newId('run'), { asking, ranAt, facts, assessment });
    const act = { actor: asking.actor.accountId, duty: asking.duty, deed: 'appraisal.ran' };
    await store.write({ ...act, subject: String(asking.year), reason: null }, async (tx, changed) => {
      // Archived while it was evaluated: what stands then stands.
      if ((await yearOf(tx, tables, asking.year))?.state !== 'open') throw new Refused(yearArchived);
      const former = await latestRun(tx, tables, asking.year);
      if ((former?.id ?? null) !== formerId) throw new Refused(runAlreadyRunning);
      await addRows(tx, changed, tables.runs, [row]);
      await keepResults(tx, changed, tables, results);
      const set = { supersededBy: row.id, state: 'superseded' as const };
      if (former) await changeRow(tx, changed, tables.runs, { before: former, set });
    });
  }

  return { run, start, refuseWhileRunning };
}
export type RunsService = ReturnType<typeof runsService>;

/** The rows that a run leaves. */
function keptRun(id: string, { asking, ranAt, facts, assessment }: Omit<Evaluated, 'formerId'>) {
  const { cadres, ...terms } = facts.bundle;
  // Both stand in the order of ids.
  const results = assessment.cadres.map((result, index) =>
    packedResult(id, cadres[index]!, facts.listings.get(result.id)!, result),
  );
  const input = JSON.stringify(terms);
  const row: Row<'runs'> = {
    id,
    year: asking.year,
    asOf: terms.asOf,
    policyId: assessment.policy.id,
    policyVersion: assessment.policy.version,
    policyHash: assessment.policy.hash,
    inputHash: hashOfInput(input, results),
    resultHash: hashOfResult(assessment),
    cadreCount: cadres.length,
    input,
    pools: JSON.stringify(assessment.pools),
    reserve: assessment.reserve,
    runBy: asking.runBy,
    ranAt,
    supersededBy: null,
    state: 'done',
  };
  return { row, results };
}
