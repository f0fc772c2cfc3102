import { type Column, code, day, required, text } from './columns.ts';
import {
  areaWords,
  behaviourWords,
  causeWords,
  conditionWords,
  groundWords,
  inactionFindingWords,
  initiativeFindingWords,
  leaveWords,
  levelWords,
  measureWords,
  qualityWords,
  responsibilityWords,
  roleWords,
  severityWords,
  sourceWords,
} from './dictionaries.ts';
import { fault } from './fault.ts';
import { wholeNumber } from './number-columns.ts';
import { sheet } from './sheet-description.ts';
import { nameToCheck, staffNo } from './sheets-of-roster.ts';
import { word, words } from './word-columns.ts';

const documentNo = text('文号', 100, { aliases: ['文件号', '依据文号'], width: 24 });
const years: readonly [number, number] = [1949, 2100];

export const constraintSheets = {
  disciplines: sheet(
    '处分处理',
    {
      staffNo,
      name: nameToCheck,
      source: required(word('来源', sourceWords, { aliases: ['处理来源'] })),
      measure: required(
        word('处分处理', measureWords, { aliases: ['措施', '处分', '处理', '处分种类'], width: 18 }),
      ),
      effectiveOn: required(day('生效日期', { aliases: ['处分日期', '处理日期', '日期'] })),
      ground: word('事由', groundWords, { width: 22 }),
      months: wholeNumber('察看月数', [1, 1200], { aliases: ['月数'], hint: '留党察看填 12 或 24' }),
      documentNo,
    },
    { key: ['staffNo', 'source', 'measure', 'effectiveOn'], aliases: ['处分', '处分与组织处理'] },
  ),
  investigations: sheet(
    '立案',
    {
      staffNo,
      name: nameToCheck,
      openedOn: required(day('立案日期')),
      closedOn: day('结案日期', { aliases: ['了结日期'] }),
      documentNo,
    },
    { key: ['staffNo', 'openedOn'], aliases: ['立案审查'] },
  ),
  leaves: sheet(
    '请假',
    {
      staffNo,
      name: nameToCheck,
      type: required(word('类型', leaveWords, { aliases: ['假别'] })),
      from: required(day('起', { aliases: ['开始日期'] })),
      to: required(day('止', { aliases: ['结束日期'] })),
      documentNo,
    },
    { key: ['staffNo', 'type', 'from'], aliases: ['病事假'] },
  ),
  probations: sheet(
    '试用期',
    {
      staffNo,
      name: nameToCheck,
      from: required(day('起', { aliases: ['开始日期'] })),
      to: required(day('止', { aliases: ['结束日期'] })),
      documentNo,
    },
    { key: ['staffNo', 'from'], aliases: ['初任试用期'] },
  ),
  refusals: sheet(
    '拒绝考核',
    {
      staffNo,
      name: nameToCheck,
      year: required(wholeNumber('年度', years, { aliases: ['年份'] })),
      documentNo,
    },
    { key: ['staffNo', 'year'] },
  ),
};

const behaviour = word('行为', behaviourWords, {
  aliases: ['行为代码', '不为行为', '行为编码'],
  hint: '行为名称或代码；代码须按文本填写（4.10 与 4.1 不同）',
  width: 28,
});
/** Excel makes 4.10 and 4.1 the same number: then nobody can tell which behaviour was meant. */
const behaviourAsText: Column<typeof behaviour extends Column<infer V> ? V : never> = {
  ...behaviour,
  format: 'text',
  read: (cell) =>
    typeof cell === 'number' && behaviourWords.codes.has(`${cell}0`)
      ? {
          fault: fault(
            'ambiguousCode',
            `数字 ${cell} 可能是 ${cell} 也可能是 ${cell}0`,
            '把单元格设为文本格式重新填写，或填行为名称',
          ),
        }
      : behaviour.read(cell),
};

const occurredOn = required(day('发生日期', { aliases: ['日期'] }));
const countsOn = day('计分日期', { hint: '空则按发生日期' });
const factId = code('事实编号', { hint: '同一事实的几条记录填同一编号' });
const pastDocumentNo = required(documentNo);
const summary = required(text('摘要', 500, { aliases: ['事实', '事由', '主要事实'], width: 40 }));

export const conductSheets = {
  inactions: sheet(
    '不为记录',
    {
      staffNo,
      name: nameToCheck,
      code: required(behaviourAsText),
      occurredOn,
      countsOn,
      notifiedOn: day('告知日期', { aliases: ['送达日期'] }),
      severity: required(word('情节', severityWords)),
      responsibility: required(word('责任', responsibilityWords, { aliases: ['责任类型'] })),
      finding: required(word('认定', inactionFindingWords, { aliases: ['认定结论', '结论'] })),
      conditions: words('附加条件', conditionWords, { aliases: ['条件'] }),
      cause: word('原因', causeWords),
      factId,
      documentNo: pastDocumentNo,
      summary,
    },
    { key: ['staffNo', 'documentNo', 'code', 'occurredOn'], aliases: ['不为', '不作为记录'] },
  ),
  initiatives: sheet(
    '担当记录',
    {
      staffNo,
      name: nameToCheck,
      area: required(word('方面', areaWords, { hint: '1 至 6，或六个方面的名称', width: 22 })),
      quality: required(word('品质', qualityWords)),
      occurredOn,
      countsOn,
      level: required(word('级别', levelWords, { aliases: ['层级'] })),
      role: required(word('角色', roleWords)),
      finding: required(word('认定', initiativeFindingWords, { aliases: ['认定结论', '结论'] })),
      factId,
      documentNo: pastDocumentNo,
      summary,
    },
    { key: ['staffNo', 'documentNo', 'area', 'quality', 'occurredOn'], aliases: ['担当', '担当作为记录'] },
  ),
};
