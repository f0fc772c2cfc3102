import { problem } from '../http/problem.ts';

export const notSignedIn = problem('not-signed-in', 401, '请先登录', 'Sign in first');
/** One answer for a wrong password, an unknown account and one that is not active. */
export const wrongCredentials = problem(
  'wrong-credentials',
  401,
  '工号或密码不正确',
  'Staff number or password is wrong',
);
/** Said only to whoever knows the password. */
export const secondFactorNeeded = problem(
  'second-factor-needed',
  401,
  '请再输入验证码',
  'Enter the code of your second factor too',
);
export const lockedOut = problem(
  'locked-out',
  429,
  '连续登录失败次数过多，暂时不能再试',
  'Too many failures in a row; wait before the next try',
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
export const wrongCode = problem('wrong-code', 422, '验证码不正确', 'The code is wrong');
export const setUpLost = problem(
  'set-up-lost',
  409,
  '这次设置已经过期或已完成，请重新开始',
  'This set-up has expired or was finished already; begin again',
);
export const secondFactorOff = problem(
  'second-factor-off',
  409,
  '还没有设置第二因素',
  'No second factor is set up',
);
export const secondFactorStays = problem(
  'second-factor-stays',
  409,
  '您担任的角色须有第二因素，只能更换，不能停用',
  'Your roles need a second factor: renew it, it cannot be turned off',
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
export const ownAccountRefused = problem(
  'own-account',
  409,
  '不能对自己的账号这样做',
  'This cannot be done to the own account',
);
export const accountLockedAlready = problem(
  'account-locked-already',
  409,
  '该账号已经锁定',
  'The account is locked already',
);
export const accountNotLocked = problem(
  'account-not-locked',
  409,
  '该账号没有锁定，也不在等待',
  'The account is neither locked nor waiting',
);
export const adminResetOnServer = problem(
  'admin-reset-on-server',
  409,
  '三员的账号只能在服务器上重置（reset-account）',
  'The accounts of the three admins are reset on the server only (reset-account)',
);
export const adminGrantStays = problem(
  'admin-grant-stays',
  409,
  '三员的角色不能终止；换人时在服务器上重置其账号',
  'The roles of the three admins do not end: to change the person, reset the account on the server',
);
export const grantEnded = problem('grant-ended', 409, '该角色已经终止', 'The role has ended already');
export const resetNeedsOthers = problem(
  'reset-needs-others',
  422,
  '只有三员，以及没有其他在任负责人时的组织部负责人，才在服务器上重置；其他账号由安全保密管理员重置、组织部打印激活单',
  'On the server only the three admins are reset, and a head of HR while there is no other; other accounts are reset by the security admin, and HR prints the slip',
);
