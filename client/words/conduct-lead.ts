import type { Source } from '../conduct/conduct.api.ts';
import { inBoth } from './in-both.ts';

/** Recording a lead. */
export const leadWords = inBoth(
  {
    title: '记录不为线索',
    lead: '记录人、核实人、认定人必须是三个人。',
    consequence: (days: number | null) =>
      `提交后由另一人核实；核实后本人将收到通知，${days === null ? '有时间' : `有 ${days} 个工作日`}陈述；认定前不计分。`,
    person: '当事人',
    personHint: '工号，或输入姓名、拼音后选择。',
    behaviour: '行为',
    choose: '请选择',
    conditions: (names: string) => `这一条还须证明：${names}。由核实人逐项核定。`,
    noConditions: '这一条没有附加条件。',
    occurredOn: '发生日期',
    source: '线索来源',
    summary: '事情经过',
    summaryHint: '何时、何地、做了或没做什么、影响如何；只写事实。5 至 2000 字。',
    more: '更多（可不填）',
    documentNo: '文号',
    factId: '同一事实编号',
    factHint: '同一件事的几条记录写同一编号，只计一次。',
    complainant: '投诉举报人',
    complainantKept: '已填的不再显示，留空则不变；要更换请重新填写。',
    complainantHint:
      '密封保存，只有本案卷指定的纪检人员看得到；不要写进事情经过，也不要附举报信原件：材料当事人都看得到。',
    submit: '提交核实',
    submitted: '已提交，等待核实',
    kept: (why: string) => `已存为草稿，还没有提交：${why}`,
    editTitle: '修改草稿',
    editIntro: '提交之前可以修改；提交之后由核实人核定。当事人写错的，请撤回后重新记录。',
    save: '保存草稿',
    saved: '草稿已修改',
  },
  {
    title: 'Record a lead',
    lead: 'Whoever records, whoever verifies and whoever reviews are three people.',
    consequence: (days) =>
      `Another person verifies it; the cadre is then notified and has ${days === null ? 'time' : `${days} working days`} to answer; nothing counts before it is confirmed.`,
    person: 'Person',
    personHint: 'Staff number, or type a name or pinyin and choose.',
    behaviour: 'Behaviour',
    choose: 'Choose one',
    conditions: (names) => `Also to be proven: ${names}. The verifier decides on each.`,
    noConditions: 'No further conditions.',
    occurredOn: 'Day',
    source: 'Source',
    summary: 'What happened',
    summaryHint:
      'When, where, what was done or left undone, with which effect; facts only, 5 to 2000 characters.',
    more: 'More (optional)',
    documentNo: 'Document number',
    factId: 'Number of the fact',
    factHint: 'Records of one fact share this number and count once.',
    complainant: 'Complainant',
    complainantKept: 'What was entered is not shown again; left empty it stays. Enter anew to replace it.',
    complainantHint:
      'Sealed: seen by the inspectors named in this file only. Keep it out of the text above and do not attach the letter itself: the person reads all evidence.',
    submit: 'Submit for verification',
    submitted: 'Submitted; it waits to be verified',
    kept: (why) => `Kept as a draft, not submitted yet: ${why}`,
    editTitle: 'Change the draft',
    editIntro:
      'It can be changed until it is submitted; then the verifier decides. If the person is wrong, withdraw it and record anew.',
    save: 'Save the draft',
    saved: 'Draft changed',
  },
);

/** Where a lead came from. */
export const SOURCES: Readonly<Record<Source, { readonly zh: string; readonly en: string }>> = {
  inspection: { zh: '督查发现', en: 'found on inspection' },
  discipline: { zh: '纪检监督', en: 'discipline inspection' },
  appraisal: { zh: '考核发现', en: 'found in appraisal' },
  complaint: { zh: '投诉举报', en: 'complaint' },
  request: { zh: '师生诉求', en: 'request of staff or students' },
  other: { zh: '其他', en: 'other' },
};
