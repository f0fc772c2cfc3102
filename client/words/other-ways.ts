import { inBoth } from './in-both.ts';

/** Signing in through the school's own service, and why it was refused there or here. */
export const otherWaysWords = inBoth(
  {
    through: '用统一身份认证登录',
    throughCas: '用统一身份认证（CAS）登录',
    throughOidc: '用统一身份认证（OIDC）登录',
    refused: '没有登录成功，请重试，或用工号和密码登录',
    'attempt-lost': '这次登录已经过期，或不是从本浏览器发起的，请重新登录',
    'provider-refused': '统一身份认证没有确认您的身份，请重新登录',
    'ticket-used': '这张登录凭证已经用过，请重新登录',
    'provider-unreachable': '统一身份认证暂时连接不上，请稍后再试，或用工号和密码登录',
    'provider-answer-odd': '统一身份认证的答复无法识别，请告知系统管理员，或用工号和密码登录',
    'account-missing': '身份已确认，但本系统没有您的账号，请联系组织部',
    'account-locked': '您的账号已停用，请联系组织部',
    'admins-sign-in-here': '三员账号只能用本系统的密码登录',
    'own-address-unknown': '本系统未设置对外地址，暂不能用统一身份认证登录，请告知系统管理员',
    'too-many-requests': '尝试次数过多，请过几分钟再试',
  },
  {
    through: 'Sign in through the school',
    throughCas: 'Sign in through the school (CAS)',
    throughOidc: 'Sign in through the school (OIDC)',
    refused: 'You were not signed in; try again, or use staff number and password',
    'attempt-lost': 'This sign-in has expired or was not begun in this browser; begin again',
    'provider-refused': 'The school’s sign-in service did not confirm who you are; begin again',
    'ticket-used': 'This ticket has been used already; begin again',
    'provider-unreachable':
      'The school’s sign-in service cannot be reached; try later, or use staff number and password',
    'provider-answer-odd':
      'The answer of the school’s sign-in service makes no sense; tell the administrator, or use your password',
    'account-missing': 'You are known to the school, but have no account here; ask HR',
    'account-locked': 'Your account is locked; ask HR',
    'admins-sign-in-here': 'The three admins sign in with their own password here only',
    'own-address-unknown':
      'This product does not know its own address, so the school’s service cannot send you back; tell the administrator',
    'too-many-requests': 'Too many tries; wait some minutes',
  },
);
