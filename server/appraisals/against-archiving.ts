// What speaks against archiving a year: an evaluation that is missing, old or under way, and places nobody decided on.
import { batchesAwaitingConfirmation } from '../../db/queries/imports.ts';
import { jobsRunning } from '../../db/queries/operations.ts';
import { latestRun } from '../../db/queries/runs.ts';
import { factsChangedSince } from '../../db/queries/years.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import type { Label } from '../../scoring/index.ts';
import type { ProblemPlace } from '../http/problem.ts';
import { quotaOf, undecidedIn } from './pools-shown.ts';
import { runJobOf } from './runs.service.ts';

interface Asked {
  readonly db: Db;
  readonly tables: Tables;
  readonly year: Row<'years'>;
}

const RUNNING: Label = { zh: '正在测算，请等它结束', en: 'An evaluation is under way: wait for it to end' };
const MISSING: Label = { zh: '还没有测算结果', en: 'The year has not been evaluated' };
const STALE: Label = {
  zh: '测算之后又有数据或认定生效，须重新测算',
  en: 'Facts or findings took effect since the evaluation: run it again',
};

/** Every reason why a year is not complete; empty = it can be archived. */
export async function againstArchiving({ db, tables, year }: Asked): Promise<ProblemPlace[]> {
  const places: ProblemPlace[] = [];
  const running = await jobsRunning(db, tables);
  if (running.some(({ kind }) => kind === runJobOf(year.year)))
    places.push({ pointer: '/run', detail: RUNNING });
  const run = await latestRun(db, tables, year.year);
  if (!run) places.push({ pointer: '/run', detail: MISSING });
  else if (await factsChangedSince(db, tables, year.year, run.ranAt))
    places.push({ pointer: '/run', detail: STALE });
  const { pools } = await quotaOf({ db, tables, year, run });
  for (const pool of pools) {
    const count = undecidedIn(pool);
    if (count === 0) continue;
    const zh = `“${pool.name}”的优秀名额有 ${count} 人同分待定`;
    places.push({
      pointer: `/pools/${pool.id}`,
      detail: { zh, en: `${count} people are tied at the quota of “${pool.name}”` },
    });
  }
  // Once the year is archived nobody could confirm or reject them any more.
  for (const { id, year: of, fileName } of await batchesAwaitingConfirmation(db, tables))
    if (of === year.year) {
      const zh = `年度数据“${fileName}”还没有经第二人确认或退回`;
      const en = `The figures in “${fileName}” wait for a second person`;
      places.push({ pointer: `/batches/${id}`, detail: { zh, en } });
    }
  return places;
}
