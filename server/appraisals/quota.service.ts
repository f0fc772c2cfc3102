import type { z } from 'zod';
import type { Changed } from '../../db/audit-entry.ts';
import { latestRun } from '../../db/queries/runs.ts';
import { poolsOf, tieDecisionsOf, yearOf } from '../../db/queries/years.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Store, Tx } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { sum } from '../../scoring/index.ts';
import { notAllowed, notFound, Refused, staleVersion } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { dutyOf, may } from '../permissions/may.ts';
import type { AllotReserve, DecideTie, RunStarted } from './appraisals.contract.ts';
import {
  beyondReserve,
  deciderRanTheEvaluation,
  moreThanPlaces,
  nothingTied,
  notTied,
  notYetRun,
  poolMerges,
  yearArchived,
} from './appraisals.problems.ts';
import type { RunsService } from './runs.service.ts';
import { poolsOfRun } from './stored-run.ts';

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly newId: (prefix: string) => string;
  readonly runs: Pick<RunsService, 'start' | 'refuseWhileRunning'>;
}
interface InPool {
  readonly year: number;
  readonly poolId: string;
}
interface Deciding {
  readonly tx: Tx;
  readonly changed: Changed;
  readonly run: Row<'runs'>;
  readonly pool: Row<'pools'>;
}

const PERMISSION = 'appraisal.calibrate';

/** Places that people decide on: ties at the quota's edge, and the reserve. Never by whoever ran the evaluation. */
export function quotaService({ store, now, newId, runs }: Needed) {
  const { tables } = store;

  async function decideTie(
    actor: Actor,
    { cadreIds, ...given }: InPool & z.infer<typeof DecideTie>,
  ): Promise<z.infer<typeof RunStarted>> {
    const chosen = [...new Set(cadreIds)].sort();
    return decide(actor, 'appraisal.tie.decided', given, async ({ tx, changed, run, pool }) => {
      const ties = poolsOfRun(run).find(({ id }) => id === pool.id)?.ties;
      if (!ties) throw new Refused(nothingTied);
      if (chosen.some((id) => !ties.cadreIds.includes(id))) throw new Refused(notTied);
      if (chosen.length > ties.placesLeft) throw new Refused(moreThanPlaces);
      const decision: Row<'tieDecisions'> = {
        id: newId('tie'),
        year: pool.year,
        poolId: pool.id,
        cadreIds: chosen,
        reason: given.reason,
        decidedBy: actor.accountId,
        decidedAt: now(),
        supersededBy: null,
      };
      const former = (await tieDecisionsOf(tx, tables, pool.year)).filter(({ poolId }) => poolId === pool.id);
      await addRows(tx, changed, tables.tieDecisions, [decision]);
      for (const before of former)
        await changeRow(tx, changed, tables.tieDecisions, { before, set: { supersededBy: decision.id } });
      await changeRow(tx, changed, tables.pools, { before: pool, set: {} });
    });
  }

  async function allotReserve(
    actor: Actor,
    { extraPlaces, ...given }: InPool & z.infer<typeof AllotReserve>,
  ): Promise<z.infer<typeof RunStarted>> {
    return decide(actor, 'appraisal.reserve.allotted', given, async ({ tx, changed, run, pool }) => {
      if (pool.mergeIntoId !== null) throw new Refused(poolMerges);
      const others = (await poolsOf(tx, tables, pool.year)).filter(({ id }) => id !== pool.id);
      const allotted = extraPlaces + sum(others.map((other) => other.extraPlaces));
      if (allotted > run.reserve) throw new Refused(beyondReserve);
      await changeRow(tx, changed, tables.pools, { before: pool, set: { extraPlaces } });
    });
  }

  /** Writes one decision about a pool, then evaluates anew; the evaluation stays that of whoever ran it. */
  async function decide(
    actor: Actor,
    deed: string,
    { year, poolId, reason, version }: InPool & { reason: string; version: number },
    work: (deciding: Deciding) => Promise<void>,
  ): Promise<z.infer<typeof RunStarted>> {
    if (!may(actor, PERMISSION)) throw new Refused(notAllowed);
    await runs.refuseWhileRunning(year);
    const duty = dutyOf(actor, PERMISSION);
    const act = { actor: actor.accountId, duty, deed, subject: poolId, reason };
    const runBy = await store.write(act, async (tx, changed) => {
      const pool = (await poolsOf(tx, tables, year)).find(({ id }) => id === poolId);
      if (!pool) throw new Refused(notFound);
      const run = await decidableRun(tx, actor, year);
      if (pool.version !== version) throw new Refused(staleVersion);
      await work({ tx, changed, run, pool });
      return run.runBy;
    });
    return runs.start({ actor, duty, year, runBy });
  }

  async function decidableRun(tx: Tx, actor: Actor, year: number): Promise<Row<'runs'>> {
    const opened = await yearOf(tx, tables, year);
    if (opened?.state === 'archived') throw new Refused(yearArchived);
    const run = await latestRun(tx, tables, year);
    if (!run) throw new Refused(notYetRun);
    if (run.runBy === actor.accountId) throw new Refused(deciderRanTheEvaluation);
    return run;
  }

  return { decideTie, allotReserve };
}
