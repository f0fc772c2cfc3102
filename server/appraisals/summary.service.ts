import type { z } from 'zod';
import { accountLabels } from '../../db/queries/account-labels.ts';
import { batchesAwaitingConfirmation } from '../../db/queries/imports.ts';
import { visibleUnits } from '../../db/queries/roster.ts';
import { type ResultFilter } from '../../db/queries/result-filter.ts';
import { runFigures } from '../../db/queries/run-lists.ts';
import { countsByGrade, countsByUnit, latestRun } from '../../db/queries/runs.ts';
import { enrolledCount, factsChangedSince, yearOf } from '../../db/queries/years.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { sum } from '../../scoring/index.ts';
import { subtreeCounts } from '../cadres/subtree-counts.ts';
import { type VisibleCadres, visibleCadres } from '../cadres/visible-cadres.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { may } from '../permissions/may.ts';
import type { YearSummary } from './appraisals.contract.ts';
import { calledBy, type Quota, quotaOf, undecidedIn } from './pools-shown.ts';
import { gradeLabel } from './result-words.ts';
import { reachesAll } from './whole-school.ts';
import { courseOf } from './year-course.ts';
import { yearView } from './years.service.ts';

type Summary = z.infer<typeof YearSummary>;
const PERMISSION = 'appraisal.read';
const ORDER = [
  'excellent',
  'competent',
  'basic',
  'incompetent',
  'commentOnly',
  'undetermined',
  null,
] as const;
const NO_QUOTA: Quota = { pools: [], reserve: 0, reserveLeft: 0 };

/** The year at a glance, as far as the viewer's scope reaches; the quota is the whole school's. */
export function summaryService({ store }: { readonly store: Store }) {
  const { read: db, tables } = store;

  async function summary(actor: Actor, { year }: { year: number }): Promise<Summary> {
    const visible = await visibleCadres({ db, tables, actor, permission: PERMISSION });
    const opened = await yearOf(db, tables, year);
    if (!opened) throw new Refused(notFound);
    const run = await latestRun(db, tables, year);
    const isWhole = visible.unitIds === null;
    const quota = isWhole ? await quotaOf({ db, tables, year: opened, run }) : NO_QUOTA;
    const mayArchive = await reachesAll({ db, tables, actor }, 'appraisal.archive');
    const counts = run ? await countsOf(run, opened, visible) : NO_COUNTS;
    return {
      year: yearView(opened),
      enrolled: await enrolledCount(db, tables, year, visible.unitIds),
      run: run ? await runShown(run) : null,
      numbers: {
        ...counts.numbers,
        places: sum(quota.pools.map(({ places }) => places)),
        undecided: sum(quota.pools.map(undecidedIn)),
      },
      grades: counts.grades,
      units: counts.units,
      ...quota,
      batchesAwaiting: isWhole ? await awaiting(year) : 0,
      course: await courseOf({ db, tables, year, isWhole }),
      actions: actionsOf(actor, opened, run, { ...quota, mayArchive }),
    };
  }

  async function runShown(run: Row<'runs'>): Promise<Summary['run']> {
    const labels = await accountLabels(db, tables, [run.runBy]);
    return {
      id: run.id,
      ranAt: run.ranAt,
      ranBy: calledBy(labels.get(run.runBy)),
      policyVersion: run.policyVersion,
      resultHash: run.resultHash,
      isStale: await factsChangedSince(db, tables, run.year, run.ranAt),
    };
  }

  async function countsOf(run: Row<'runs'>, year: Row<'years'>, visible: VisibleCadres) {
    const filter: ResultFilter = { runId: run.id, search: '', grades: null, ...visible };
    const figures = await runFigures(db, tables, filter);
    const byGrade = new Map(
      (await countsByGrade(db, tables, filter)).map(({ grade, cadreCount }) => [grade, cadreCount]),
    );
    return {
      numbers: {
        excellent: byGrade.get('excellent') ?? 0,
        withTotal: figures.withTotal,
        rotationDue: figures.rotationDue,
        reviews: figures.withReview,
      },
      grades: ORDER.filter((grade) => byGrade.has(grade)).map((grade) => ({
        grade,
        label: gradeLabel(grade, year.vocabulary),
        count: byGrade.get(grade)!,
      })),
      units: await unitsCounted(filter),
    };
  }

  /** Units with anybody in their subtree. */
  async function unitsCounted(filter: ResultFilter): Promise<Summary['units']> {
    const own = await countsByUnit(db, tables, filter);
    const units = await visibleUnits(db, tables);
    const totals = subtreeCounts(units, new Map(own.map((row) => [row.unitId, row.cadreCount])));
    const inReach = filter.unitIds && new Set(filter.unitIds);
    return units
      .filter(({ id }) => inReach?.has(id) ?? true)
      .map(({ id, name }) => ({ id, name, count: totals.get(id) ?? 0 }))
      .filter(({ count }) => count > 0);
  }

  async function awaiting(year: number): Promise<number> {
    const batches = await batchesAwaitingConfirmation(db, tables);
    return batches.filter((batch) => batch.year === null || batch.year === year).length;
  }

  return { summary };
}

const NO_COUNTS = {
  numbers: { excellent: 0, withTotal: 0, rotationDue: 0, reviews: 0 },
  grades: [],
  units: [],
} satisfies Partial<Record<keyof Summary, unknown>>;

/** What this viewer may do; who ran the evaluation leaves its places to another head. */
function actionsOf(
  actor: Actor,
  year: Row<'years'>,
  run: Row<'runs'> | undefined,
  quota: Quota & { readonly mayArchive: boolean },
): Summary['actions'] {
  const isOpen = year.state === 'open';
  const mayDecide =
    isOpen && run !== undefined && run.runBy !== actor.accountId && may(actor, 'appraisal.calibrate');
  const possible: Readonly<Record<Summary['actions'][number], boolean>> = {
    open: may(actor, 'appraisal.round.open'),
    run: isOpen && may(actor, 'appraisal.run'),
    decideTie: mayDecide && quota.pools.some(({ ties }) => ties !== null),
    allotReserve: mayDecide && quota.reserve > 0,
    archive: isOpen && run !== undefined && quota.mayArchive,
  };
  return (Object.keys(possible) as (keyof typeof possible)[]).filter((action) => possible[action]);
}
