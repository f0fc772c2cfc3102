import { inBoth } from './in-both.ts';

/** What every page of initiative records says. */
export const initiativeWords = inBoth(
  {
    title: '担当作为记录',
    filters: '查找与筛选',
    person: '姓名',
    deed: '作为',
    level: '层级与作用',
    occurredOn: '发生日期',
    noMatch: '没有符合条件的记录',
    noMatchHint: '可以换一个词，或清除筛选。',
    clear: '清除筛选',
    kind: '方面与品质',
    summary: '做了什么、成效如何',
    documentNo: '依据文号',
    factId: '同一事实编号',
    objectIntro:
      '提出后公示停止，退回重新核实。除核实人以外，任何人看不到是谁提出的；您不再参与本事项的核实与复核。',
    grounds: '异议的理由',
    groundsHint: '哪一处不实，依据是什么、向谁可以核对。',
    objected: '异议已提交，由组织部重新核实',
  },
  {
    title: 'Initiative records',
    filters: 'Search and filters',
    person: 'Name',
    deed: 'Initiative',
    level: 'Level and part',
    occurredOn: 'Happened on',
    noMatch: 'No record matches',
    noMatchHint: 'Try another word, or clear the filters.',
    clear: 'Clear filters',
    kind: 'Area and quality',
    summary: 'What was done and what came of it',
    documentNo: 'Document number',
    factId: 'Number of the fact',
    objectIntro:
      'The notice stops and the record is verified anew. Nobody but the verifiers learns who objected; you take no further part in judging it.',
    grounds: 'Grounds',
    groundsHint: 'What is wrong, on which evidence, and who can confirm it.',
    objected: 'Objection handed in; HR verifies the record anew',
  },
);
