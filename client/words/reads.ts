import { inBoth } from './in-both.ts';
import { labelOf } from './language.ts';

export const readWords = inBoth(
  {
    title: '谁看过我的档案',
    lead: '别人打开您的档案、结果，查阅已告知您的不为记录和容错认定案卷，导出含有您的名单，或写明理由查看证件号、电话，都记在这里；同一人同一天同一项记一次。本人查看不记。',
    pages: '本人记录',
    waiting: (count: number) => `有 ${count} 件事等您办理`,
    record: '我的年度',
    files: '本人事项',
    initiatives: '担当作为',
    corrections: '登记与更正',
    relations: '亲属与回避',
    readers: '谁看过',
    exports: '导出本人档案',
    caption: '看过的人',
    at: '时间',
    reader: '谁',
    duty: '以什么身份',
    what: '看了什么',
    reason: '理由',
    none: '还没有人看过',
    noneHint: '有人查看时，这里会写明是谁、何时、看了什么。',
  },
  {
    title: 'Who looked at my record',
    lead: 'Whoever opens your profile or result, reads a file of inaction or exemption that you have been told of, exports a list with you in it, or sees your citizen ID or phone in whole is noted here, once a day for each kind. Your own reading is not.',
    pages: 'My records',
    waiting: (count) => (count === 1 ? 'Something waits for you' : `${count} things wait for you`),
    record: 'My year',
    files: 'My files',
    initiatives: 'Initiatives',
    corrections: 'My entries',
    relations: 'Relations and recusal',
    readers: 'Who looked',
    exports: 'Export my record',
    caption: 'Who looked',
    at: 'When',
    reader: 'Who',
    duty: 'In which duty',
    what: 'At what',
    reason: 'Reason',
    none: 'Nobody has looked yet',
    noneHint: 'When somebody does, it says here who, when and at what.',
  },
);

const THINGS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  profile: { zh: '档案', en: 'Profile' },
  result: { zh: '考核结果', en: 'Result' },
  export: { zh: '导出名单', en: 'Export' },
  inaction: { zh: '不为记录案卷', en: 'File of inaction' },
  exemption: { zh: '容错认定案卷', en: 'File of exemption' },
  citizenId: { zh: '身份证号全号', en: 'Citizen ID in whole' },
  phone: { zh: '电话全号', en: 'Phone in whole' },
};
/** What was looked at; a kind of tomorrow keeps its code. */
export const thingName = (what: string): string => {
  const known = THINGS[what];
  return known === undefined ? what : labelOf(known);
};
