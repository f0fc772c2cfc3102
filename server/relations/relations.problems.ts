import { problem } from '../http/problem.ts';

export const recused = problem(
  'recused',
  403,
  '因亲属关系或已申报的回避事由，您不能查看或办理此人的事项，须由他人办理',
  'You are related to this person or have declared a conflict: somebody else has to do it',
);
export const relationToSelf = problem(
  'relation-to-self',
  400,
  '不能与本人申报关系',
  'Nobody is related to himself',
);
export const relationDeclaredAlready = problem(
  'relation-declared-already',
  409,
  '同一关系已经申报，无须再报',
  'The same relation is declared already',
);
export const unknownUnit = problem(
  'unknown-unit',
  422,
  '没有这个名称的单位，请填写单位全称',
  'No unit has this name; write it in full',
);
export const decidedAlready = problem(
  'relation-decided',
  409,
  '该申报已有结论，不能再这样处理',
  'The declaration has been decided already',
);
export const deciderIsParty = problem(
  'decider-is-party',
  403,
  '您是申报人或关系的一方，须由他人决定',
  'You declared it or are part of it: somebody else has to decide',
);
export const personNotInRoster = problem(
  'person-not-in-roster',
  409,
  '名册中没有工号和姓名都相符的人；请先导入此人，或退回申报',
  'Nobody in the roster has both this number and this name: import the person first, or refuse',
);
