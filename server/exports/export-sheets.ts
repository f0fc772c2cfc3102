// What an exported workbook looks like: who took it out, when and what for, then the list as it is on screen.
import type { z } from 'zod';
import { gradeReasons, type Label, templates } from '../../scoring/index.ts';
import type { NewColumn, NewSheet } from '../adapters/spreadsheet.ts';
import type { OwnResultView, ResultListItem } from '../appraisals/appraisals.contract.ts';
import type { CadreListItem, CadreView } from '../cadres/cadres.contract.ts';

type Cell = NewSheet['rows'][number][number];
type Person = z.infer<typeof CadreListItem>;
type Result = z.infer<typeof ResultListItem>;
type OwnYear = z.infer<typeof OwnResultView>;

/** What marks every sheet. */
export interface Stamp {
  readonly id: string;
  readonly who: string;
  readonly when: string;
  readonly reason: string;
  readonly people: number;
}

interface Shown<Row> {
  readonly header: string;
  readonly width?: number;
  readonly cell: (row: Row) => Cell;
}

const column = ({ header, width = 14 }: Shown<never>): NewColumn => ({
  ...{ header, width, isRequired: false, note: '' },
});

const sheetOf = <Row>(name: string, shown: readonly Shown<Row>[], rows: readonly Row[]): NewSheet => ({
  name,
  columns: shown.map(column),
  rows: rows.map((row) => shown.map(({ cell }) => cell(row))),
});

const day = (text: string | null): Cell => (text === null ? null : { day: text });
const points = (hundredths: number | null): Cell => (hundredths === null ? null : hundredths / 100);

const ROTATION = { due: '应交流', soon: '临近交流年限', exempt: '可不交流', notDue: '未到年限' } as const;

const PEOPLE: readonly Shown<Person>[] = [
  { header: '工号', cell: ({ staffNo }) => staffNo },
  { header: '姓名', cell: ({ name }) => name },
  { header: '单位', width: 24, cell: ({ unitName }) => unitName },
  { header: '职务', width: 24, cell: ({ postTitle }) => postTitle },
  { header: '职级', cell: ({ rank }) => rank },
  { header: '考核对象', cell: ({ template }) => templates[template].zh },
  { header: '任干部起始', cell: ({ cadreSince }) => day(cadreSince) },
];
export const rosterSheet = (people: readonly Person[]): NewSheet => sheetOf('干部名册', PEOPLE, people);

const RESULTS: readonly Shown<Result>[] = [
  { header: '工号', cell: ({ staffNo }) => staffNo },
  { header: '姓名', cell: ({ name }) => name },
  { header: '单位', width: 24, cell: ({ unitName }) => unitName },
  { header: '职务', width: 24, cell: ({ postTitle }) => postTitle },
  { header: '职级', cell: ({ rank }) => rank },
  { header: '总分', cell: ({ total }) => points(total) },
  { header: '担当加分', cell: ({ credits }) => points(credits) },
  { header: '不为减分', cell: ({ deductions }) => points(deductions) },
  { header: '拟定等次', cell: ({ gradeLabel }) => gradeLabel.zh },
  { header: '等次理由', width: 32, cell: ({ reason }) => gradeReasons[reason].zh },
  { header: '进入研判', cell: ({ reviewCount }) => reviewCount },
  { header: '交流轮岗', cell: ({ rotation }) => (rotation === null ? null : ROTATION[rotation]) },
];
export const resultsSheet = (year: number, results: readonly Result[]): NewSheet =>
  sheetOf(`${year}年度考核`, RESULTS, results);

type Item = readonly [label: string, value: Cell];
const ITEMS: readonly Shown<Item>[] = [
  { header: '项目', width: 20, cell: ([label]) => label },
  { header: '内容', width: 48, cell: ([, value]) => value },
];

function profileSheet(own: z.infer<typeof CadreView>): NewSheet {
  const posts = own.posts.map(({ postName, unitName, fromOn, toOn }): Item => [
    `任职 ${fromOn} 至 ${toOn ?? '今'}`,
    `${unitName} ${postName}`,
  ]);
  return sheetOf<Item>('基本情况', ITEMS, [
    ['工号', own.staffNo],
    ['姓名', own.name],
    ['单位', own.unitName],
    ['职务', own.postTitle],
    ['职级', own.rank],
    ['身份证号', own.citizenIdMasked],
    ['电话', own.phoneMasked],
    ['任干部起始', day(own.cadreSince)],
    ['退休日期', day(own.retiresOn)],
    ...posts,
  ]);
}

const because = ({ zh }: Label): string => zh;

function yearSheet(own: OwnYear): NewSheet {
  const figures: readonly Item[] = [
    ['单位', own.unitName],
    ['总分', points(own.total)],
    ['担当加分', points(own.credits)],
    ['不为减分', points(own.deductions)],
    ['拟定等次', own.gradeLabel.zh],
    ['等次理由', own.reasonLabel.zh],
  ];
  const lines = own.lines.map((line): Item => [because(line.clauseLabel), because(line.because)]);
  const reviews = own.reviews.map((review): Item => [
    `进入研判：${review.label.zh}`,
    because(review.because),
  ]);
  return sheetOf<Item>(`${own.year}年度`, ITEMS, [...figures, ...lines, ...reviews]);
}

export const ownSheets = (profile: z.infer<typeof CadreView>, years: readonly OwnYear[]): NewSheet[] => [
  profileSheet(profile),
  ...years.map(yearSheet),
];

const noticeOf = ({ id, who, when, reason }: Stamp): string =>
  `${who} 于 ${when} 导出，用途：${reason}。编号 ${id}，仅限此用途，不得外传。`;

/** Every sheet carries the notice; the first says it in full. */
export function stamped(stamp: Stamp, sheets: readonly NewSheet[]): NewSheet[] {
  const cover = sheetOf<Item>('导出说明', ITEMS, [
    ['导出人', stamp.who],
    ['导出时间', stamp.when],
    ['用途', stamp.reason],
    ['人数', stamp.people],
    ['编号', stamp.id],
    ['提醒', '下载已记入审计，并告知表中各人；拟定等次仅供研究，以党委会决定为准。'],
  ]);
  return [cover, ...sheets].map((sheet) => ({ ...sheet, notice: noticeOf(stamp) }));
}
