import { problem } from '../http/problem.ts';

export const mailNotOffered = problem(
  'mail-not-offered',
  409,
  '学校还没有开通邮件通知，消息都在收件箱里',
  'The school sends no mail yet: everything is in the inbox',
);
