import { inBoth } from './in-both.ts';

/** Somebody tried to sign in meanwhile: said on whatever page comes first. */
export const failureWords = inBoth(
  {
    failures: (count: number) => `您上次登录之后，有人用您的工号登录失败 ${count} 次。`,
    failuresCure: '如果不是您本人，请修改密码并告诉安全保密管理员。',
    understood: '知道了',
  },
  {
    failures: (count) =>
      `Since you signed in last, somebody failed to sign in with your staff number: ${count} times.`,
    failuresCure: 'If it was not you, change your password and tell the security admin.',
    understood: 'Understood',
  },
);
