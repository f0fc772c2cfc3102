import { describe, expect, test } from 'vitest';
import { auditEntries } from '../../../db/queries/audit.ts';
import { cadresByStaffNo, visibleUnits } from '../../../db/queries/roster.ts';
import { readXlsx } from '../../../server/adapters/xlsx.ts';
import type { NewSheet } from '../../../server/adapters/spreadsheet.ts';
import { importFiles } from '../../../server/imports/import-files.ts';
import { aRoster, hr, importsOver, staffNoOf } from '../../support/imports.ts';
import { aStore, engines } from '../../support/store.ts';

// The accepted size on the embedded engine; the same on PostgreSQL with fewer.
const COUNTS = { sqlite: 3000, postgres: 1000 };
type Cell = NewSheet['rows'][number][number];
interface Planted {
  sheet: string;
  header: string;
  code: string;
  /** What to write into the cell. */
  value: Cell;
}

/** Ten kinds of mistake; five of each, at rows of their own. */
const KINDS: readonly Planted[] = [
  { sheet: '干部', header: '姓名', code: 'missingRequired', value: null },
  { sheet: '干部', header: '单位编码', code: 'unknownUnit', value: 'U99' },
  { sheet: '任职', header: '岗位编码', code: 'unknownPost', value: 'P77' },
  { sheet: '干部', header: '工号', code: 'duplicateKey', value: staffNoOf(0) },
  { sheet: '干部', header: '退休日期', code: 'impossibleDay', value: '2031-02-30' },
  { sheet: '任职', header: '止', code: 'toBeforeFrom', value: { day: '2018-12-31' } },
  { sheet: '干部', header: '类别', code: 'notInDictionary', value: '班子成圆' },
  { sheet: '干部', header: '手机', code: 'outOfRange', value: '12345' },
  { sheet: '干部', header: '身份证号', code: 'badCitizenId', value: '110101197501150011' },
  { sheet: '干部', header: '职务', code: 'tooLong', value: '处'.repeat(101) },
];
const EACH = 5;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const rowOf = (count: number, kind: number, k: number): number =>
  Math.floor((count / 12) * (kind + 1)) + k * 7;

function planted(clean: readonly NewSheet[], count: number) {
  const sheets = clean.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => [...row]) }));
  const expected: string[] = [];
  for (const [i, { sheet: name, header, code, value }] of KINDS.entries())
    for (let k = 0; k < EACH; k += 1) {
      const sheet = sheets.find((each) => each.name === name)!;
      const column = sheet.columns.findIndex((each) => each.header === header);
      const row = rowOf(count, i, k);
      sheet.rows[row]![column] = value;
      expected.push(`${name} ${LETTERS.charAt(column)}${row + 2} ${header} ${code}`);
    }
  return { sheets, expected: expected.sort() };
}

describe.each(engines)('a large roster on $dialect', ({ dialect, isHere }) => {
  test.skipIf(!isHere)(
    '50 planted errors are all named and nothing is written; mended, all are in; undone, none is visible',
    async () => {
      const COUNT = COUNTS[dialect];
      const home = await aStore(dialect);
      const { imports, batches } = importsOver(home);
      const { tables, read } = home.store;
      const clean = aRoster(COUNT);
      const { sheets, expected } = planted(clean, COUNT);
      // Whoever lost his number to a double is missing from the staff: his appointment is named too.
      const orphans = Array.from({ length: EACH }, (_, k) => rowOf(COUNT, 3, k));
      const named = orphans.map((row) => `任职 A${row + 2} 工号 unknownCadre`);
      const file = { name: '名册.xlsx', bytes: await importFiles.write(sheets) };
      const input = { kind: 'roster' as const, year: null, file };

      const trial = await imports.dryRun(hr, input);
      const told = trial.problems.map((it) => `${it.sheet} ${it.column}${it.row} ${it.header} ${it.code}`);
      expect(told.sort()).toEqual([...expected, ...named].sort());
      expect(trial.counts).toEqual({ added: 2 * COUNT + 20 - 55, updated: 0, unchanged: 0, failed: 55 });
      expect(trial.problems.find(({ code }) => code === 'notInDictionary')?.suggestion).toBe(
        '是否“班子成员”',
      );
      await expect(imports.apply(hr, { ...input, fileHash: trial.fileHash })).rejects.toMatchObject({
        kind: { name: 'file-has-problems' },
      });
      expect(await read.$count(tables.cadres)).toBe(0);
      expect(await read.$count(tables.auditEntries)).toBe(0);

      const marked = await readXlsx(await imports.marked(hr, input));
      expect(marked.map(({ name, rows }) => [name, rows.length])).toContainEqual(['干部', COUNT + 1]);

      const mended = { ...input, file: { ...file, bytes: await importFiles.write(clean) } };
      const { fileHash, counts } = await imports.dryRun(hr, mended);
      expect(counts).toEqual({ added: 2 * COUNT + 20, updated: 0, unchanged: 0, failed: 0 });
      const batch = await imports.apply(hr, { ...mended, fileHash });
      expect(batch).toMatchObject({ state: 'applied', needsConfirmation: false, actions: ['undo'] });
      const everybody = Array.from({ length: COUNT }, (_, i) => staffNoOf(i));
      expect(await cadresByStaffNo(read, tables, everybody)).toHaveLength(COUNT);
      expect((await imports.dryRun(hr, mended)).counts).toEqual({
        ...{ added: 0, updated: 0, unchanged: 2 * COUNT + 20, failed: 0 },
      });
      await expect(imports.apply(hr, { ...mended, fileHash })).rejects.toMatchObject({
        kind: { name: 'nothing-to-import' },
      });

      const undo = { kind: 'roster' as const, id: batch.id, version: batch.version, reason: '导错了文件' };
      expect(await batches.undo(hr, undo)).toMatchObject({ state: 'undone', actions: [] });
      expect(await cadresByStaffNo(read, tables, everybody)).toEqual([]);
      expect(await visibleUnits(read, tables)).toEqual([]);
      expect(await read.$count(tables.cadres)).toBe(COUNT);
      const entries = await auditEntries(read, tables, {
        subject: batch.id,
        actor: null,
        after: null,
        limit: 9,
      });
      expect(entries.items.map(({ deed, actor }) => `${deed} by ${actor}`).sort()).toEqual([
        `roster.imported by ${hr.accountId}`,
        `roster.undone by ${hr.accountId}`,
      ]);
      await expect(batches.undo(hr, undo)).rejects.toMatchObject({ kind: { name: 'batch-decided' } });
      await home.remove();
    },
  );
});
