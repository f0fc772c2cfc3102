// What a file would do, in words and numbers.
import type { z } from 'zod';
import type { Row } from '../../db/tables/index.ts';
import type { Mark } from '../adapters/spreadsheet.ts';
import type { ProblemPlace } from '../http/problem.ts';
import { weighsAgainst } from '../conduct/open-past.ts';
import type { CellProblem, DryRunView, ImportCounts } from './imports.contract.ts';
import type { ImportKindDefinition, Reading } from './kinds.ts';
import type { Addition } from './planning.ts';
import type { Placed, ReadSheet } from './read-sheet.ts';

export type Counts = z.infer<typeof ImportCounts>;
export type DryRun = z.infer<typeof DryRunView>;

const MOST_PROBLEMS = 1000;
const LETTERS = 26;

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / LETTERS);
  const letter = String.fromCharCode(65 + (column % LETTERS));
  return rest === 0 ? letter : columnLetter(rest - 1) + letter;
}

const countsOf = ({ rows }: ReadSheet): Counts => {
  const counts = { added: 0, updated: 0, unchanged: 0, failed: 0 };
  for (const { isSound, outcome } of rows) counts[isSound ? outcome : 'failed'] += 1;
  return counts;
};
const addUp = (all: readonly Counts[]): Counts => ({
  added: all.reduce((sum, { added }) => sum + added, 0),
  updated: all.reduce((sum, { updated }) => sum + updated, 0),
  unchanged: all.reduce((sum, { unchanged }) => sum + unchanged, 0),
  failed: all.reduce((sum, { failed }) => sum + failed, 0),
});
export const countsIn = ({ sheets }: Reading): Counts => addUp(sheets.map(countsOf));

/** By sheet, row and column, whatever order they were found in. */
export const problemsIn = ({ strangers, sheets }: Reading): Placed[] => [
  ...strangers,
  ...sheets.flatMap(({ problems }) => problems.toSorted((a, b) => a.row - b.row || a.column - b.column)),
];

export const problemView = ({
  sheet,
  row,
  column,
  header,
  value,
  code,
  problem,
  suggestion,
}: Placed): z.infer<typeof CellProblem> => ({
  sheet,
  row: row + 1,
  column: column < 0 ? '' : columnLetter(column),
  header,
  value: value.slice(0, 200),
  code,
  problem,
  suggestion,
});

/** One mark a cell, whatever is wrong with it; what concerns a whole row stands in its first cell. */
export function marksFor(problems: readonly Placed[]): Mark[] {
  const marks = new Map<string, Mark>();
  for (const { sheet, row, column: place, problem, suggestion } of problems) {
    const column = Math.max(0, place);
    const key = `${row} ${column} ${sheet}`;
    const said = `${problem}。\n建议：${suggestion}`;
    const before = marks.get(key);
    marks.set(key, { sheet, row, column, note: before ? `${before.note}\n${said}` : said });
  }
  return [...marks.values()];
}

/** For a refusal: `/干部/D12`. */
export const placeOf = ({ sheet, row, column, problem }: Placed): ProblemPlace => ({
  pointer: `/${sheet}/${column < 0 ? '' : columnLetter(column)}${row + 1}`,
  detail: { zh: problem, en: problem },
});

const isPastDecision = ({ table, row }: Addition): boolean =>
  table === 'conductRecords' && weighsAgainst(row as Row<'conductRecords'>);

const toldOneByOne = (count: number): string =>
  `其中 ${count} 条以前的不为认定将逐条告知本人，陈述期满并由负责人确认后才计分；批次确认后即为其立卷，不能再整批撤销。`;

function consequenceOf(
  { rights }: ImportKindDefinition,
  { added, updated, failed }: Counts,
  pastDecisions: number,
): string {
  if (failed > 0) return `有 ${failed} 行错误，改正前什么也不会写入。`;
  if (added + updated === 0) return '没有新的或改变的数据。';
  const what = `将新增 ${added} 行、更新 ${updated} 行`;
  if (rights.confirm === null) return `${what}，立即生效；被使用之前可以整批撤销。`;
  const seconded = `${what}；由另一人复核确认后才计入考核，可以整批撤销。`;
  return pastDecisions === 0 ? seconded : `${seconded}${toldOneByOne(pastDecisions)}`;
}

export function dryRunView(
  definition: ImportKindDefinition,
  file: { readonly name: string; readonly hash: string },
  { reading, additions }: { readonly reading: Reading; readonly additions: readonly Addition[] },
): DryRun {
  const problems = problemsIn(reading);
  const counts = countsIn(reading);
  const pastDecisions = additions.filter(isPastDecision).length;
  // A strange sheet or a missing column spoils a file that may have no bad row.
  const failed = Math.max(counts.failed, problems.length > 0 ? 1 : 0);
  return {
    kind: definition.kind,
    fileName: file.name,
    fileHash: file.hash,
    counts,
    sheets: reading.sheets
      .filter(({ isHere }) => isHere)
      .map((sheet) => ({ sheet: sheet.name, rows: sheet.rows.length, counts: countsOf(sheet) })),
    problems: problems.slice(0, MOST_PROBLEMS).map(problemView),
    moreProblems: Math.max(0, problems.length - MOST_PROBLEMS),
    pastDecisions,
    consequence: consequenceOf(definition, { ...counts, failed }, pastDecisions),
  };
}
