import { problem } from '../http/problem.ts';

export const yearAlreadyOpen = problem(
  'year-already-open',
  409,
  '这一年度的考核已经开启',
  'The appraisal of this year is already open',
);
export const asOfBeforePeriod = problem(
  'as-of-before-period',
  400,
  '考核截止日期早于考核年度',
  'The day of evaluation lies before the year',
);
export const nobodyToAppraise = problem(
  'nobody-to-appraise',
  409,
  '名册中还没有人，请先导入名册',
  'The roster is empty: import it first',
);
export const yearArchived = problem(
  'year-archived',
  409,
  '该年度考核已归档，不再更改',
  'The appraisal of this year is archived and does not change any more',
);
export const yearNotComplete = problem(
  'year-not-complete',
  409,
  '该年度考核尚未完成，还不能归档',
  'The appraisal of this year is not complete: it cannot be archived yet',
);
export const runAlreadyRunning = problem(
  'run-already-running',
  409,
  '该年度正在计算，请等它结束',
  'The evaluation of this year is running: wait for it to end',
);
export const factsContradict = problem(
  'facts-contradict',
  409,
  '考核数据之间有矛盾，无法计算',
  'The facts contradict each other: nothing can be evaluated',
);
export const notYetRun = problem(
  'not-yet-run',
  409,
  '该年度还没有计算结果',
  'The year has not been evaluated yet',
);
export const deciderRanTheEvaluation = problem(
  'decider-ran-the-evaluation',
  409,
  '计算由您发起，名额须由另一位负责人决定',
  'You ran the evaluation: another head decides on its places',
);
export const nothingTied = problem(
  'nothing-tied',
  409,
  '该名额组没有待定的同分',
  'There is no tie to decide in this pool',
);
export const notTied = problem(
  'not-tied',
  400,
  '所选人员不在同分之列',
  'Somebody chosen is not among the tied',
);
export const moreThanPlaces = problem(
  'more-than-places',
  400,
  '所选人数超过剩余名额',
  'More are chosen than places are left',
);
export const poolMerges = problem(
  'pool-merges',
  409,
  '该名额组并入他组计算，不能单独增加名额',
  'This pool counts within another and gets no places of its own',
);
export const beyondReserve = problem(
  'beyond-reserve',
  400,
  '分配的机动名额超过机动名额总数',
  'More places are given than the reserve holds',
);
