import { problem } from '../http/problem.ts';

export const initiativePersonOutOfReach = problem(
  'initiative-person-out-of-reach',
  422,
  '没有这个工号的干部，或不在您的职责范围内',
  'There is no cadre of this staff number within your scope',
);
export const initiativeFactIncoherent = problem(
  'initiative-fact-incoherent',
  422,
  '同一事实的记录须同一方面、同一品质、同一计分年度',
  'Records of one fact share their area, their quality and the year they count in',
);
