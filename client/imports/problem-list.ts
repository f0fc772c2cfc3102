// The list of what a file has wrong: filtered by kind of problem, and copied as a table.
import type { CellProblem } from './imports.api.ts';

export interface ProblemKindCount {
  readonly code: string;
  readonly count: number;
}

/** The kinds of problem with their counts, the most frequent first. */
export function kindsOfProblem(problems: readonly CellProblem[]): readonly ProblemKindCount[] {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

const onOneLine = (text: string): string => text.replaceAll(/[\t\r\n]+/gu, ' ');

/** The list as tab-separated text, for pasting into a sheet or a message; a leading sign cannot become a formula. */
export function asTable(headers: readonly string[], problems: readonly CellProblem[]): string {
  const safe = (text: string): string => onOneLine(/^[=+\-@]/u.test(text) ? `'${text}` : text);
  const rows = problems.map(({ sheet, row, column, header, value, problem, suggestion }) =>
    [sheet, `${row}`, `${column} ${header}`.trim(), value, problem, suggestion].map(safe).join('\t'),
  );
  return [headers.map(safe).join('\t'), ...rows].join('\n');
}
