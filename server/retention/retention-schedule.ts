// How long each kind of record is needed, since when, and on what ground (PIPL article 19: no longer than necessary).
import type { Label } from '../../scoring/index.ts';

/** A text states the time, leaves it to the school, or gives none: then it is ours until the school decides. */
export type RetentionBasis = 'stated' | 'delegated' | 'default';
/** How the text was read: an official copy, a secondary page, or not at all. */
export type Certainty = 'official' | 'secondary' | 'unread';

export interface Retention {
  readonly id: string;
  readonly record: Label;
  /** Null = as long as the ground named in `from` holds. */
  readonly months: number | null;
  readonly from: Label;
  readonly basis: RetentionBasis;
  readonly certainty: Certainty;
  readonly cite: Label;
}

const YEAR = 12;
const PIPL_19 = {
  zh: '《个人信息保护法》第十九条（必要的最短时间）',
  en: 'PIPL, article 19 (no longer than necessary)',
};
const ARCHIVE = {
  zh: '《干部人事档案工作条例》（2018），正式档案由档案部门保管，本产品不是档案',
  en: 'Regulation on cadre personnel archives (2018): the archive keeps the originals; this product is no archive',
};
const LEFT = { zh: '调离、退休或离职之日', en: 'the day the person left, retired or resigned' };
const FINAL = { zh: '结论生效且救济期满之日', en: 'the day the outcome is final and no remedy is left' };

export const retentionSchedule: readonly Retention[] = [
  {
    id: 'roster',
    record: { zh: '名册、任职与联系方式', en: 'Roster, posts and contact data' },
    ...{ months: 2 * YEAR, from: LEFT, basis: 'default', certainty: 'secondary', cite: ARCHIVE },
  },
  {
    id: 'identifiers',
    record: { zh: '身份证号和电话（加密）', en: 'Citizen ID and phone (sealed)' },
    ...{ months: 0, from: LEFT, basis: 'default', certainty: 'official', cite: PIPL_19 },
  },
  {
    id: 'appraisals',
    record: { zh: '年度考核数据、结果与理由', en: 'Figures, results and reasons of appraisals' },
    ...{ months: 10 * YEAR, from: { zh: '考核年度结束', en: 'the end of the year' } },
    ...{ basis: 'default', certainty: 'secondary', cite: ARCHIVE },
  },
  {
    id: 'conduct',
    record: { zh: '履职记录（担当与不为）', en: 'Records of conduct' },
    ...{ months: 5 * YEAR, from: { zh: '影响期满之日', en: 'the end of its effect' } },
    ...{ basis: 'default', certainty: 'official', cite: PIPL_19 },
  },
  {
    id: 'procedures',
    record: { zh: '案卷：事件、证据、会议与送达', en: 'Files: events, evidence, meetings, service' },
    ...{ months: 10 * YEAR, from: FINAL, basis: 'default', certainty: 'secondary', cite: ARCHIVE },
  },
  {
    id: 'relations',
    record: { zh: '亲属与回避申报', en: 'Declared relations' },
    ...{ months: 2 * YEAR, from: { zh: '关系终止或被退回之日', en: 'the day it ended or was refused' } },
    ...{ basis: 'default', certainty: 'official', cite: PIPL_19 },
  },
  {
    id: 'notices',
    record: {
      zh: '收件箱消息、发送记录与通知邮箱（加密）',
      en: 'Messages, their sending, addresses for notices (sealed)',
    },
    ...{
      months: 2 * YEAR,
      from: {
        zh: '消息发出之日；邮箱由本人随时删除',
        en: 'the day of the message; an address until its owner removes it',
      },
    },
    ...{ basis: 'default', certainty: 'official', cite: PIPL_19 },
  },
  {
    id: 'assessments',
    record: {
      zh: '个人信息保护影响评估报告与处理情况记录',
      en: 'Impact assessments and records of processing',
    },
    ...{ months: 3 * YEAR, from: { zh: '评估完成之日', en: 'the day of the assessment' } },
    ...{ basis: 'stated', certainty: 'official' },
    cite: { zh: '《个人信息保护法》第五十六条：至少保存三年', en: 'PIPL, article 56: at least three years' },
  },
  {
    id: 'logs',
    record: { zh: '登录、会话与网络日志', en: 'Sign-ins, sessions and network logs' },
    ...{ months: 6, from: { zh: '产生之日', en: 'the day they were made' } },
    ...{ basis: 'stated', certainty: 'official' },
    cite: {
      zh: '《网络安全法》（2017 年施行）第二十一条：不少于六个月',
      en: 'Cybersecurity law (in force 2017), article 21: at least six months',
    },
  },
  {
    id: 'audit',
    record: { zh: '审计记录、谁看过、导出登记', en: 'Audit entries, who looked, exports' },
    ...{
      months: null,
      from: { zh: '系统存续期间，供事后核对', en: 'as long as the product is in use, as proof' },
    },
    ...{ basis: 'default', certainty: 'official' },
    cite: {
      zh: '《网络安全法》第二十一条为下限（六个月）；其余由学校决定',
      en: 'Cybersecurity law, article 21, is the least (six months); the rest is for the school',
    },
  },
];

/** What happens when the time is over; nothing here deletes. */
export const afterwards: Label = {
  zh: '到期后由档案部门处理：移交、封存或销毁，由学校决定并留下记录；本产品不自动删除任何内容。',
  en: 'When the time is over the archive decides: hand over, seal or destroy, on record. This product deletes nothing by itself.',
};
