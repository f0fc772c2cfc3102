import { problem } from '../http/problem.ts';

export const notSignedIn = problem('not-signed-in', 401, '请先登录', 'Sign in first');
/** One answer for a wrong password, an unknown account and one that is not active. */
export const wrongCredentials = problem(
  'wrong-credentials',
  401,
  '工号或密码不正确',
  'Staff number or password is wrong',
);
export const activationRefused = problem(
  'activation-refused',
  422,
  '工号、激活码或身份证后四位不正确，或激活码已失效',
  'Staff number, slip code or citizen ID is wrong, or the slip has expired',
);
export const wrongPassword = problem(
  'wrong-password',
  422,
  '现用密码不正确',
  'The current password is wrong',
);
export const weakPassword = problem(
  'weak-password',
  422,
  '密码太容易猜到',
  'The password is too easy to guess',
);
export const adminsExist = problem(
  'admins-exist',
  409,
  '三员账号已经建立',
  'The three admins have been created already',
);
export const firstHeadGranted = problem(
  'first-head-granted',
  409,
  '首位组织部负责人已经授权，此后须先提名再授权',
  'The first head of HR was granted already; from now on grants are proposed first',
);
export const accountUnknown = problem(
  'account-unknown',
  422,
  '没有这个工号的账号',
  'There is no account of this staff number',
);
export const cannotPrintSlip = problem(
  'cannot-print-slip',
  422,
  '有的工号没有账号或已经激活',
  'Some staff numbers have no account or are active already',
);
export const adminHoldsNoOffice = problem(
  'admin-holds-no-office',
  422,
  '三员不得兼任业务角色',
  'The three admins hold no business role',
);
export const proposalInvalid = problem(
  'proposal-invalid',
  422,
  '提名内容有误',
  'The proposal names what does not exist',
);
export const proposalDecided = problem(
  'proposal-decided',
  409,
  '该提名已有决定',
  'The proposal has been decided already',
);
export const deciderIsProposer = problem(
  'decider-is-proposer',
  403,
  '提名人不能决定自己的提名',
  'Whoever proposed it may not decide it',
);
