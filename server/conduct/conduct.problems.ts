import { problem } from '../http/problem.ts';

export const personOutOfReach = problem(
  'conduct-person-out-of-reach',
  422,
  '没有这个工号的干部，或不在您的职责范围内',
  'There is no cadre of this staff number within your scope',
);
export const recordOfOneself = problem(
  'conduct-record-of-kin',
  403,
  '不能记录本人或须回避的人',
  'Nobody files a record about himself or about somebody he must stand back from',
);
export const factIncoherent = problem(
  'conduct-fact-incoherent',
  422,
  '同一事实的记录须在同一方面、同一计分年度',
  'Records of one fact share their area and the year they count in',
);
