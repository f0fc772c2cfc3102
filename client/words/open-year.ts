import { inBoth } from './in-both.ts';

/** Opening a year: three fields and a page to check them on. */
export const openYearWords = inBoth(
  {
    openYearLead: '编入人员与名额组取自名册；上一年度有名额组的沿用。',
    yearField: '年度',
    yearHint: '考核期为该年 1 月 1 日至 12 月 31 日。',
    asOfField: '数据截止日',
    asOfHint: '任职月数与影响期算到这一天。格式 2026-12-31。',
    vocabularyField: '等次名称',
    civilServant: '公务员（称职、基本称职、不称职）',
    publicInstitution: '事业单位（合格、基本合格、不合格）',
    openCheck: '核对',
    openCheckTitle: '核对后开启',
    openConsequence: '开启后，现有名册中的干部编入这一年度，可以导入数据和测算。不通知任何人。',
    openChange: '返回修改',
    openSubmit: (year: string) => `开启 ${year} 年度`,
    opened: (year: number) => `已开启 ${year} 年度。`,
    yearInvalid: '年度应为 2018 至 2100 之间的四位数字',
    dayInvalid: '日期应为 YYYY-MM-DD',
  },
  {
    openYearLead: 'People and pools follow the roster; last year’s pools are kept where there are any.',
    yearField: 'Year',
    yearHint: 'The period is 1 January to 31 December of it.',
    asOfField: 'Data as of',
    asOfHint: 'Months in post and effect periods are counted to this day. Like 2026-12-31.',
    vocabularyField: 'Names of the grades',
    civilServant: 'Civil servants (competent …)',
    publicInstitution: 'Public institutions (qualified …)',
    openCheck: 'Check',
    openCheckTitle: 'Check, then open',
    openConsequence:
      'Once open, the cadres of the roster are enrolled in this year; figures can be imported and evaluated. Nobody is notified.',
    openChange: 'Change',
    openSubmit: (year) => `Open ${year}`,
    opened: (year) => `${year} is open.`,
    yearInvalid: 'A year of four digits, 2018 to 2100',
    dayInvalid: 'A day YYYY-MM-DD',
  },
);
