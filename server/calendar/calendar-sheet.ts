// The sheet a year's calendar comes on.
import { day, required, text } from '../imports/columns.ts';
import { sheet } from '../imports/sheet-description.ts';
import { dictionaryOf, word } from '../imports/word-columns.ts';

const LONGEST_NAME = 30;

const kindWords = dictionaryOf(
  { holiday: { zh: '放假' }, workday: { zh: '上班' } },
  {
    休: 'holiday',
    休息: 'holiday',
    假期: 'holiday',
    节假日: 'holiday',
    班: 'workday',
    补班: 'workday',
    调休上班: 'workday',
  },
);

export const calendarSheet = sheet(
  '节假日',
  {
    day: required(day('日期', { aliases: ['日子', '时间'] })),
    kind: required(
      word('类别', kindWords, { aliases: ['类型', '安排'], hint: '放假（含连着的周末）或 上班（调休补班）' }),
    ),
    name: required(text('名称', LONGEST_NAME, { aliases: ['节日', '假日'], hint: '如 春节' })),
  },
  { key: ['day'], aliases: ['日历', '工作日历', 'Sheet1'] },
);
