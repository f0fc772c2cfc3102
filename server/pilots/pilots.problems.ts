import { problem } from '../http/problem.ts';

export const unitOutOfReach = problem(
  'pilot-unit-out-of-reach',
  422,
  '这个单位不在您的职责范围内，请选择您负责的单位',
  'This unit lies outside your scope: choose one that you answer for',
);
export const pilotTermUnfit = problem(
  'pilot-term-unfit',
  422,
  '试点期限不符合要求，请修改后再提交',
  'The term of the pilot does not fit: change it and try again',
);
