// What messages say. Inside: the kind of file and the deed, never a name, a title or a fact. Outside: not even that.
import type { Day, Label } from '../../scoring/index.ts';

const about = (zh: string, en: string) => (kind: Label) => ({
  zh: `${zh}：${kind.zh}`,
  en: `${en}: ${kind.en}`,
});

export const TITLES = {
  notice: about('您有一份通知待签收', 'A notice waits for your signature'),
  named: about('您被指定承办一个事项', 'You are named as officer of a file'),
  turn: about('一个事项轮到您办理', 'A file waits for you'),
  answer: about('一个事项等您答复', 'A file waits for your answer'),
  returned: about('您提交的事项已退回给您', 'What you submitted was returned to you'),
  outcome: about('一个事项已有结果', 'There is an outcome'),
} as const;
export type FileMessage = keyof typeof TITLES;

export const deadlineTitle = (kind: Label, lastDay: Day): Label => ({
  zh: `答复期限至 ${lastDay}：${kind.zh}`,
  en: `The time to answer ends on ${lastDay}: ${kind.en}`,
});
export const ADDRESS_SET: Label = {
  zh: '已设置通知邮箱，随后会收到一封通知邮件',
  en: 'Your address for notices is set; a mail follows',
};

/** The whole of what leaves the house, beside the address of the inbox. */
export const OUTSIDE = {
  subject: { zh: '担当平台：您有新的通知', en: 'Dandang: a notice waits for you' },
  text: {
    zh: '您在担当平台有新的通知，请登录查看：',
    en: 'You have a new notice in Dandang. Sign in to read it:',
  },
} as const satisfies Record<string, Label>;
