import { inBoth } from './in-both.ts';

/** What the investigators of an exemption write down. */
export const findingsWords = inBoth(
  {
    yes: '是',
    no: '否',
    findings: '查明的事实',
    findingsLead: '每一项写明回答、理由和依据的材料；没有查明的留作“未回答”，按未证明对待。',
    answeredOf: (answered: number, all: number) => `已回答 ${answered} 项，共 ${all} 项。`,
    savedNow: (outcomes: string) => `已保存。在查明的事实下可以认定：${outcomes}`,
    unsaved: '有改动还没有保存；保存后按新的事实重新列出可以作出的认定。',
    situationFoundHint: '可以与申请人所选不同；换了情形，已填的内容仍保留。',
    chooseSituation: '请选择所属情形',
    ruleTextHint: (day: string) => `附上 ${day} 当日有效的制度文本。`,
    reasonFor: (question: string) => `请写明“${question}”的理由`,
    reasonForLevel: '请写明考量的理由',
    papersTicked: (count: number) => (count === 0 ? '勾选依据的材料' : `依据材料 ${count} 份`),
    papersOf: (question: string) => `“${question}”依据的材料`,
    noPapers: '案卷中还没有材料可勾选。',
    saveFindings: '保存查明的事实',
    findingsSaved: '已保存查明的事实',
    afterFindings: '保存之后，由一名调查人提出“告知查明的事实”，另一名会签；会签前再有改动，须重新提出。',
    clashed: '另一名调查人刚刚保存过。您填写的仍在下面：再次保存以您填写的为准。',
    takeTheirs: '放弃我的改动，改用对方保存的',
  },
  {
    yes: 'Yes',
    no: 'No',
    findings: 'Facts found',
    findingsLead:
      'For each: the answer, the reason and the papers it rests on. What is not found stays unanswered and counts as not proven.',
    answeredOf: (answered, all) => `${answered} of ${all} answered.`,
    savedNow: (outcomes) => `Saved. On the facts found these are open: ${outcomes}`,
    unsaved: 'Not saved yet; what can be decided is worked out anew once it is.',
    situationFoundHint:
      'It may differ from the one applied for; what was typed is kept when you choose another.',
    chooseSituation: 'Choose the situation',
    ruleTextHint: (day) => `The text of a rule that was valid on ${day}.`,
    reasonFor: (question) => `Give the reason for “${question}”`,
    reasonForLevel: 'Give the reason for the consideration',
    papersTicked: (count) => (count === 0 ? 'Tick the papers it rests on' : `Rests on papers: ${count}`),
    papersOf: (question) => `Papers for “${question}”`,
    noPapers: 'There is no paper in the file to tick yet.',
    saveFindings: 'Save the facts found',
    findingsSaved: 'Saved',
    afterFindings:
      'Then one investigator proposes to show the facts and the other countersigns; a change before that has to be proposed anew.',
    clashed:
      'The other investigator has just saved. What you typed is still below: saving again puts yours in its place.',
    takeTheirs: 'Drop mine and take theirs',
  },
);
