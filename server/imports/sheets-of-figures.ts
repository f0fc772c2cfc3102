import { code, day, required, text } from './columns.ts';
import {
  bandWords,
  gradeWords,
  partyBuildingWords,
  reviewFindingWords,
  reviewKindWords,
  unitGradeWords,
} from './dictionaries.ts';
import { points } from './number-columns.ts';
import { sheet } from './sheet-description.ts';
import { nameToCheck, staffNo } from './sheets-of-roster.ts';
import { word } from './word-columns.ts';

const quarter = (header: string, aliases: readonly string[]) => word(header, bandWords, { aliases });

const measureSheet = sheet(
  '考核数据',
  {
    staffNo,
    name: nameToCheck,
    democratic: points('民主测评', { aliases: ['民主测评得分'] }),
    leadership: points('领导评价', { aliases: ['领导评价得分'] }),
    objectives: points('目标任务', { aliases: ['目标任务得分'] }),
    unit: points('单位考核', { aliases: ['单位考核得分'], hint: '只用于党政一把手' }),
    partyBuilding: points('党建考核', { aliases: ['党建考核得分'], hint: '只用于党政一把手' }),
    virtue: points('德'),
    ability: points('能'),
    diligence: points('勤'),
    achievement: points('绩'),
    integrity: points('廉'),
    quarter1: quarter('一季度', ['第一季度', '1季度']),
    quarter2: quarter('二季度', ['第二季度', '2季度']),
    quarter3: quarter('三季度', ['第三季度', '3季度']),
    quarter4: quarter('四季度', ['第四季度', '4季度']),
  },
  { key: ['staffNo'], aliases: ['年度考核数据', '考核'] },
);

const unitGradeSheet = sheet(
  '单位等次',
  {
    unitCode: required(code('单位编码', { aliases: ['单位代码', '单位编号'] })),
    unitName: text('单位名称', 100, { aliases: ['单位'], hint: '可不填，便于核对', width: 28 }),
    unitGrade: word('单位等次', unitGradeWords, { aliases: ['单位考核等次', '考核等次'] }),
    partyBuildingGrade: word('党建等次', partyBuildingWords, { aliases: ['党建考核等次'] }),
  },
  { key: ['unitCode'] },
);

const pastGradeSheet = sheet(
  '历年等次',
  { staffNo, name: nameToCheck, postThen: text('时任职务', 200, { hint: '可不填，不导入' }) },
  { key: ['staffNo'], aliases: ['历年考核', '年度考核结果'], yearly: word('2025年', gradeWords) },
);

const findingSheet = sheet(
  '测评与督查结论',
  {
    staffNo,
    name: nameToCheck,
    kind: required(word('类型', reviewKindWords)),
    code: required(word('结论', reviewFindingWords, { width: 30 })),
    on: required(day('日期')),
  },
  { key: ['staffNo', 'kind', 'code', 'on'] },
);

export const figureSheets = {
  measures: measureSheet,
  unitGrades: unitGradeSheet,
  pastGrades: pastGradeSheet,
  findings: findingSheet,
};
