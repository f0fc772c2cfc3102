// What a year's evaluation waits for, and what it has ready.
import { batchesAwaitingConfirmation } from '../../db/queries/imports.ts';
import { cadreCount } from '../../db/queries/roster.ts';
import { latestRun, resultsOfCadre } from '../../db/queries/runs.ts';
import { factsChangedSince, yearsKept } from '../../db/queries/years.ts';
import type { BatchKind } from '../../db/tables/imports.ts';
import { type Label, sum } from '../../scoring/index.ts';
import { quotaOf, undecidedIn } from '../appraisals/pools-shown.ts';
import { may } from '../permissions/may.ts';
import { item, type Source } from './todo-item.ts';

type Confirmed = Extract<BatchKind, 'figures' | 'constraints' | 'conduct'>;

const CONFIRMED: Readonly<Record<Confirmed, { permission: string; label: Label }>> = {
  figures: { permission: 'appraisal.measure.confirm', label: { zh: '年度数据', en: 'yearly figures' } },
  constraints: { permission: 'constraint.confirm', label: { zh: '处分与请假', en: 'constraints' } },
  conduct: { permission: 'constraint.confirm', label: { zh: '履职记录', en: 'conduct records' } },
};
const KINDS = Object.keys(CONFIRMED) as Confirmed[];

/** A batch waits for anybody who may confirm it but whoever uploaded it. */
export const batchesToConfirm: Source = async ({ store, actor }) => {
  const kinds = KINDS.filter((kind) => may(actor, CONFIRMED[kind].permission));
  if (kinds.length === 0) return [];
  const waiting = await batchesAwaitingConfirmation(store.read, store.tables);
  const others = waiting.filter(({ appliedBy }) => appliedBy !== actor.accountId);
  return kinds.flatMap((kind) => {
    const batches = others.filter((batch) => batch.kind === kind);
    if (batches.length === 0) return [];
    const { label } = CONFIRMED[kind];
    const names = batches.map(({ fileName }) => fileName).join('、');
    return [
      item(`batchesToConfirm.${kind}`, `/imports/${kind}`, {
        title: { zh: `确认${label.zh}`, en: `Confirm ${label.en}` },
        detail: { zh: names, en: names },
        count: batches.length,
      }),
    ];
  });
};

export const yearToOpen: Source = async ({ store, actor }) => {
  if (!may(actor, 'appraisal.round.open')) return [];
  if ((await yearsKept(store.read, store.tables)).length > 0) return [];
  if ((await cadreCount(store.read, store.tables, { search: '', unitIds: null })) === 0) return [];
  return [
    item('yearToOpen', '/years/new', {
      title: { zh: '开启年度考核', en: 'Open the year’s evaluation' },
      detail: { zh: '名册已经就绪', en: 'The roster is ready' },
    }),
  ];
};

export const runToStart: Source = async ({ store, actor }) => {
  if (!may(actor, 'appraisal.run')) return [];
  const { read, tables } = store;
  const [latest] = await yearsKept(read, tables);
  if (latest?.state !== 'open') return [];
  const { year } = latest;
  const run = await latestRun(read, tables, year);
  if (!run)
    return [
      item('runToStart', `/years/${year}`, {
        title: { zh: `计算 ${year} 年度考核`, en: `Run the evaluation of ${year}` },
        detail: { zh: '尚未计算', en: 'Not run yet' },
      }),
    ];
  if (!(await factsChangedSince(read, tables, year, run.ranAt))) return [];
  return [
    item('runIsStale', `/years/${year}`, {
      title: { zh: `重新计算 ${year} 年度考核`, en: `Run the evaluation of ${year} again` },
      detail: { zh: '上次计算后又有数据生效', en: 'Facts took effect since the last run' },
    }),
  ];
};

/** Ties are decided by somebody else than whoever ran the evaluation. */
export const tiesToDecide: Source = async ({ store, actor }) => {
  if (!may(actor, 'appraisal.calibrate')) return [];
  const { read: db, tables } = store;
  const [latest] = await yearsKept(db, tables);
  if (latest?.state !== 'open') return [];
  const run = await latestRun(db, tables, latest.year);
  if (!run || run.runBy === actor.accountId) return [];
  const { pools } = await quotaOf({ db, tables, year: latest, run });
  const count = sum(pools.map(undecidedIn));
  if (count === 0) return [];
  return [
    item('tiesToDecide', `/years/${latest.year}/quota`, {
      title: { zh: '决定并列人选', en: 'Decide ties at the quota' },
      detail: { zh: `${latest.year} 年度，${count} 人并列`, en: `${latest.year}: ${count} people tied` },
      count,
    }),
  ];
};

export const ownResult: Source = async ({ store, actor }) => {
  if (actor.cadreId === null) return [];
  const [latest] = await resultsOfCadre(store.read, store.tables, actor.cadreId);
  if (!latest) return [];
  return [
    item('ownResult', `/my-record/${latest.year}`, {
      title: { zh: `查看本人 ${latest.year} 年度结果`, en: `See your result of ${latest.year}` },
      detail: { zh: '每一分都有理由', en: 'A reason for every point' },
    }),
  ];
};
