import { problem } from '../http/problem.ts';

export const valueUnfit = problem(
  'correction-value-unfit',
  422,
  '填写的内容不符合这一项的要求',
  'This is not what the item can say',
);
export const nothingToCorrect = problem(
  'nothing-to-correct',
  409,
  '现有登记已经是这样，无须更正',
  'It says so already: there is nothing to correct',
);
export const inQuestionAlready = problem(
  'correction-open-already',
  409,
  '这一项已有一件更正申请在办，请等它办结，或先撤回',
  'This item is in question already: wait for that answer, or withdraw it first',
);
export const citizenIdTaken = problem(
  'citizen-id-taken',
  409,
  '名册中另一人已登记这个身份证号，请先核对两人的档案',
  'Somebody else in the roster has this citizen ID: check the archives of both first',
);
