import { problem } from '../http/problem.ts';

export const ruleTextUnfit = problem(
  'rule-text-unfit',
  422,
  '制度文本的效力日期不符合要求，请改正所列各处',
  'The validity of the rule does not fit: correct the places that are listed',
);
export const ruleTextReliedOn = problem(
  'rule-text-relied-on',
  409,
  '已有容错认定以此文本为依据，不能改动；请录入新文本替换它',
  'An exemption rests on this text, so it is not changed: record another in its place',
);
export const ruleTextNotYours = problem(
  'rule-text-not-yours',
  403,
  '只有录入人可以改正；他人发现有误，请录入新文本替换它',
  'Only whoever recorded it corrects it; others record another text in its place',
);
export const ruleTextWithdrawn = problem(
  'rule-text-withdrawn',
  409,
  '此文本已撤回',
  'This text has been withdrawn',
);
