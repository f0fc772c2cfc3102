import { problem } from '../http/problem.ts';

export const providerNotOffered = problem(
  'provider-not-offered',
  404,
  '本系统没有接入这种登录方式',
  'This way to sign in is not set up here',
);
/** No attempt of this browser belongs to the answer: too old, altered, or begun by somebody else. */
export const attemptLost = problem(
  'attempt-lost',
  400,
  '这次登录已经过期，或不是从本浏览器发起的，请重新登录',
  'This sign-in has expired or was not begun in this browser; begin again',
);
export const providerRefused = problem(
  'provider-refused',
  401,
  '统一身份认证没有确认您的身份，请重新登录',
  'The school’s sign-in service did not confirm who you are; begin again',
);
export const ticketUsed = problem(
  'ticket-used',
  401,
  '这张登录凭证已经用过，请重新登录',
  'This ticket has been used already; begin again',
);
export const providerUnreachable = problem(
  'provider-unreachable',
  503,
  '统一身份认证暂时连接不上，请稍后再试，或用工号和密码登录',
  'The school’s sign-in service cannot be reached; try later, or sign in with your password',
);
export const providerAnswerOdd = problem(
  'provider-answer-odd',
  502,
  '统一身份认证的答复无法识别，请告知系统管理员，或用工号和密码登录',
  'The answer of the school’s sign-in service makes no sense; tell the administrator, or sign in with your password',
);
export const accountMissing = problem(
  'account-missing',
  403,
  '身份已确认，但本系统没有您的账号，请联系组织部',
  'You are known to the school, but have no account here; ask HR',
);
export const accountLocked = problem(
  'account-locked',
  403,
  '您的账号已停用，请联系组织部',
  'Your account is locked; ask HR',
);
export const adminsSignInHere = problem(
  'admins-sign-in-here',
  403,
  '三员账号只能用本系统的密码登录',
  'The three admins sign in with their own password here only',
);
export const ownAddressUnknown = problem(
  'own-address-unknown',
  409,
  '未设置本系统的地址（PUBLIC_URL），不能用统一身份认证登录',
  'PUBLIC_URL is not set, so the school’s sign-in service cannot send anybody back here',
);
