import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SheetContent } from '../../../server/adapters/spreadsheet.ts';
import { nameKeysOf, unitKeyOf } from '../../../server/adapters/pinyin.ts';
import { readXlsx } from '../../../server/adapters/xlsx.ts';
import { checkSignOf, faultOfCitizenId } from '../../../server/imports/citizen-id.ts';
import { dayFrom } from '../../../server/imports/day-from-cell.ts';
import { importFiles } from '../../../server/imports/import-files.ts';
import { kinds } from '../../../server/imports/kinds.ts';
import { nearestWord } from '../../../server/imports/nearest-word.ts';
import { rosterWorkbook, templateSheets } from '../../../server/imports/templates.ts';
import { tidyName } from '../../../server/imports/tidy-text.ts';
import {
  aRoster,
  bringSheets,
  citizenIdOf,
  hr,
  type Imports,
  importsOver,
  trySheets,
} from '../../support/imports.ts';
import { aStore, type TestStore } from '../../support/store.ts';
import { partsOf, zipOf } from '../../support/zip.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const asSheet = (name: string, rows: SheetContent['rows']): SheetContent => ({ name, rows });
const read = (kind: keyof typeof kinds, ...sheets: readonly SheetContent[]) => kinds[kind].read(sheets);
const readCadres = (rows: SheetContent['rows']) => read('roster', asSheet('干部', rows)).sheets[2]!;
const HEADER = ['工号', '姓名', '单位编码', '职务', '类别'];

describe('what offices write is understood', () => {
  test.each([
    ['2026-3-1', '2026-03-01'],
    ['2026.03.01', '2026-03-01'],
    ['2026/3/1', '2026-03-01'],
    ['2026年3月1日', '2026-03-01'],
    ['２０２６．０３．０１ ', '2026-03-01'],
    ['20260301', '2026-03-01'],
    ['2026-03-01 00:00:00', '2026-03-01'],
    [46_082, '2026-03-01'],
    [17_899, '1949-01-01'],
    [73_415, '2100-12-31'],
    ['46082', '2026-03-01'],
    [{ day: '2026-03-01' }, '2026-03-01'],
    ['2026-02-30', '2026-02-30'],
    ['2018.03', null],
    [2018.03, null],
    ['去年', null],
  ])('%o is the day %s', (cell, day) => {
    expect(dayFrom(cell)).toBe(day);
  });

  test('a month without a day is refused with its first day proposed, a day that does not exist without', () => {
    const header = [...HEADER, '退休日期'];
    const { problems } = readCadres([
      header,
      ['1', '甲', 'U', '职', '班子成员', '2018.03'],
      ['2', '乙', 'U', '职', '班子成员', '2018-02-29'],
    ]);
    expect(problems.map(({ code, suggestion }) => [code, suggestion])).toEqual([
      ['impossibleDay', '是否 2018-03-01'],
      ['impossibleDay', '写成 2026-03-01 的样子'],
    ]);
  });

  test('names lose stray blanks, numbers their full width', () => {
    expect(tidyName(' 李　四 ')).toBe('李四');
    expect(tidyName('阿依古丽・买买提')).toBe('阿依古丽·买买提');
    expect(tidyName('John  Smith')).toBe('John Smith');
    const { rows } = readCadres([HEADER, ['Ｔ００１ ', '李 四', ' u１', ' 处 长 ', '一把手']]);
    expect(rows[0]!.values).toMatchObject({
      ...{ staffNo: 'T001', name: '李四', unitCode: 'u1', postTitle: '处 长', template: 'principal' },
    });
  });

  test('a header under titles, in two rows with merged cells, in any order, is found', () => {
    const { rows, problems } = readCadres([
      ['某大学中层干部名册'],
      [],
      ['序号', '基本信息', null, '任职信息', null, null, '备注'],
      [null, '姓 名', '工作证号（必填）', '单位编码', '现任职务', '考核类别', null],
      [1, '张三', 1001, 'U1', '处长', '班子成员', '随意'],
      [null, '', '  ', null],
      [2, '李四', '1002', 'U1', '副处长', '班子成员', null],
    ]);
    expect(problems).toEqual([]);
    expect(rows.map(({ at, values }) => [at, values['staffNo'], values['name']])).toEqual([
      [4, '1001', '张三'],
      [6, '1002', '李四'],
    ]);
  });

  test('an unknown column, one that stands twice and one that is missing are named', () => {
    const { problems } = readCadres([
      ['工号', '姓名', '姓名', '职务', '单位编号码', '空列'],
      ['1', '甲', '甲', '职', 'U', null],
    ]);
    expect(
      problems.map(({ code, column, header, suggestion }) => [code, column, header, suggestion]),
    ).toEqual([
      ['duplicateColumn', 2, '姓名', '删去其中一列'],
      ['unknownColumn', 4, '单位编号码', '是否“单位编码”'],
      ['missingColumn', -1, '类别', '按模板补上这一列'],
    ]);
  });

  test('a sheet nobody knows is named; explanations and dictionaries are left aside', () => {
    const { strangers } = read('roster', asSheet('工资', [['金额'], [1]]), asSheet('填写说明', [['请看']]));
    expect(strangers.map(({ sheet, code }) => [sheet, code])).toEqual([['工资', 'unknownSheet']]);
  });

  test('years are columns of their own', () => {
    const { sheets } = read(
      'figures',
      asSheet('考核', [
        ['工作证号', '姓名', '时任职务', '2025年', '2024年度'],
        ['1', '甲', '处长', '合格', '称职'],
        ['2', '乙', '处长', '优良', null],
      ]),
      asSheet('历年等次', [
        ['工作证号', '姓名', '时任职务', '2025年', '2024年度'],
        ['1', '甲', '处长', '合格', '称职'],
        ['2', '乙', '处长', '优良', null],
      ]),
    );
    const past = sheets[2]!;
    expect(past.rows[0]!.yearly.map(({ year, value }) => [year, value])).toEqual([
      [2025, 'competent'],
      [2024, 'competent'],
    ]);
    expect(past.problems.map(({ code, header }) => [code, header])).toEqual([['notInDictionary', '2025年']]);
  });

  test.each([
    ['86.5', 8650],
    [86.35, 8635],
    [0.07 * 100, 700],
    ['100分', 10_000],
    ['100.01', 'outOfRange'],
    [-1, 'outOfRange'],
    ['86.555', 'tooManyDecimals'],
    ['优', 'notANumber'],
    [{ formula: 'A1+1', shown: '86' }, 'formulaCell'],
  ])('points %o are %s', (cell, wanted) => {
    const sheet = read(
      'figures',
      asSheet('考核数据', [
        ['工号', '民主测评'],
        ['1', cell],
      ]),
    ).sheets[0]!;
    expect(sheet.problems[0]?.code ?? sheet.rows[0]!.values['democratic']).toBe(wanted);
  });

  test('a behaviour code that Excel took for a number is refused where it could be two', () => {
    const of = (cell: string | number) => {
      const sheet = read(
        'conduct',
        asSheet('不为记录', [
          ['工号', '行为'],
          ['1', cell],
        ]),
      ).sheets[0]!;
      return sheet.problems.find(({ header }) => header === '行为')?.code ?? sheet.rows[0]!.values['code'];
    };
    expect([of(4.1), of('4.10'), of('4.1'), of(1.4), of('瞒报'), of('瞒')]).toEqual([
      ...['ambiguousCode', '4.10', '4.1', '1.4', '5.1', 'notInDictionary'],
    ]);
  });

  test('citizen IDs: shape, birthday, check sign', () => {
    expect(faultOfCitizenId(citizenIdOf(7))).toBeNull();
    const born = '99000019750230123';
    expect(faultOfCitizenId(born + checkSignOf(born))).toBe('birthday');
    const good = citizenIdOf(8);
    expect(faultOfCitizenId(good.slice(0, 17) + (good.endsWith('0') ? '1' : '0'))).toBe('checksum');
    expect(faultOfCitizenId('12345')).toBe('shape');
  });

  test('the nearest word is proposed only where one is near', () => {
    const words = ['机关部门', '党群部门', '学院'];
    expect(nearestWord('党群部们', words)).toBe('党群部门');
    expect(nearestWord('直属', words)).toBeNull();
  });

  test('names sort and are found by pinyin, surnames as surnames', () => {
    expect(nameKeysOf('单雄信')).toEqual({
      ...{ nameKey: 'shan4 xiong2 xin4|单雄信', namePinyin: 'shanxiongxin', nameInitials: 'sxx' },
    });
    expect(nameKeysOf('吕布').namePinyin).toBe('lvbu');
    expect(unitKeyOf('教务处')).toBe('jiao4 wu4 chu4|教务处');
  });
});

describe('files', () => {
  let home: TestStore;
  let here: Imports;
  beforeAll(async () => {
    home = await aStore('sqlite');
    here = importsOver(home);
    await bringSheets(here, aRoster(4), { kind: 'roster' });
  });
  afterAll(() => home?.remove());

  const tried = (name: string, bytes: Uint8Array) =>
    here.imports.dryRun(hr, { kind: 'roster', year: null, file: { name, bytes } });
  /** 工号,姓名,所在单位及职务,类别 / 9001,张三,"教务处处长",班子成员 in GB18030. */
  const GB18030 =
    'b9a4bac52cd0d5c3fb2ccbf9d4dab5a5cebbbcb0d6b0cef12cc0e0b1f00d0a393030312cd5c5c8fd2c22bdcccef1b4a6b4a6b3a4222cb0e0d7d3b3c9d4b10d0a';

  test.each([
    ['UTF-8', utf8('工号,姓名,所在单位及职务,类别\n9001,张三,"教务处处长",班子成员\n')],
    ['UTF-8 with a mark', utf8('\ufeff工号,姓名,所在单位及职务,类别\r\n9001,张三,教务处处长,班子成员')],
    ['GB18030', Uint8Array.from(Buffer.from(GB18030, 'hex'))],
    ['tabs', utf8('工号\t姓名\t所在单位及职务\t类别\n9001\t张三\t教务处处长\t班子成员')],
  ])('a CSV in %s is one sheet, unit and post in one column', async (_, bytes) => {
    const trial = await tried('干部一览.csv', bytes);
    expect(trial.problems).toEqual([]);
    expect(trial.sheets).toEqual([
      { sheet: '干部一览', rows: 1, counts: { added: 1, updated: 0, unchanged: 0, failed: 0 } },
    ]);
  });

  test('the marked file comes back with the bad cells noted, and reads as before', async () => {
    const cadres = [
      { staffNo: 'X1', name: '甲', unitCode: 'U9999', postTitle: '职', template: 'member' as const },
      { staffNo: 'X2', name: '乙', unitCode: 'U1', postTitle: '职', template: 'member' as const },
    ];
    const bytes = await importFiles.write(rosterWorkbook({ cadres }));
    const marked = await here.imports.marked(hr, {
      ...{ kind: 'roster', year: null, file: { name: 'a.xlsx', bytes } },
    });
    const before = await readXlsx(bytes);
    expect(await readXlsx(marked)).toEqual(before);
    const parts = partsOf(marked);
    expect(parts).toContain('没有编码为“U9999”的单位');
    expect(parts).toContain('FFC7CE');
    const csv = utf8('工号,姓名,单位编码,职务,类别\nX1,甲,U9999,职,班子成员\n');
    const fromCsv = await here.imports.marked(hr, {
      ...{ kind: 'roster', year: null, file: { name: 'a.csv', bytes: csv } },
    });
    expect(partsOf(fromCsv)).toContain('没有编码为“U9999”的单位');
    expect((await trySheets(here, rosterWorkbook({ cadres }), { kind: 'roster' })).counts.failed).toBe(1);
  });

  test('every template has its headers, drop-downs from a hidden sheet, and reads without a fault', async () => {
    for (const { kind, descriptions } of Object.values(kinds)) {
      const bytes = await importFiles.write(templateSheets(descriptions, 2026));
      const contents = await readXlsx(bytes);
      const { sheets, strangers } = kinds[kind].read(contents);
      expect(strangers).toEqual([]);
      expect(sheets.every(({ isHere, problems }) => isHere && problems.length === 0)).toBe(true);
    }
    const parts = partsOf(await importFiles.write(templateSheets(kinds.roster.descriptions, 2026)));
    expect(parts).toContain('veryHidden');
    expect(parts).toContain("'字典'!$A$1:$A$5");
  });

  test.each([
    ['file-unreadable', utf8('not a workbook at all, only text')],
    ['file-unreadable', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0])],
    ['file-too-large', new Uint8Array(5 * 1024 * 1024 + 1)],
    ['file-unsafe', zipOf([['a.xml', new Uint8Array(40_000_000)]])],
    ['file-unsafe', zipOf([['a.xml', new Uint8Array(8_000_000)]], { declared: 1000 })],
    ['file-unsafe', zipOf(Array.from({ length: 201 }, (_, i) => [`${i}.xml`, utf8('x')] as const))],
    ['file-unreadable', zipOf([['a.xml', utf8('<a/>')]])],
  ])('%s', async (name, bytes) => {
    await expect(tried('坏.xlsx', bytes)).rejects.toMatchObject({ kind: { name } });
  });
});
