// Workbooks are read and written in a thread that is kept for the next: nothing of one reaches another.
import { expect, test } from 'vitest';
import type { NewSheet } from '../../../server/adapters/spreadsheet.ts';
import { readXlsx, writeXlsx } from '../../../server/adapters/xlsx.ts';
import { zipOf } from '../../support/zip.ts';

const sheetOf = (name: string, rows: number): NewSheet => ({
  name,
  columns: [{ header: '姓名', width: 10, isRequired: true, note: '必填' }],
  rows: Array.from({ length: rows }, (_, i) => [`${name}${i}`]),
});
const readBack = async (sheet: NewSheet) => readXlsx(await writeXlsx([sheet]));
const asRead = ({ name, rows }: NewSheet) => [{ name, rows: [['姓名'], ...rows] }];

test('一个接一个：后一个里没有前一个的内容', async () => {
  const many = sheetOf('很多', 300);
  const few = sheetOf('几个', 2);
  expect(await readBack(many)).toEqual(asRead(many));
  expect(await readBack(few)).toEqual(asRead(few));
});

test('同时几个：各得各的', async () => {
  const sheets = Array.from({ length: 5 }, (_, i) => sheetOf(`第${i}个`, 20 * i));
  expect(await Promise.all(sheets.map(readBack))).toEqual(sheets.map(asRead));
});

test('坏文件之后，下一个照常', async () => {
  const bomb = zipOf([['a.xml', new Uint8Array(40_000_000)]]);
  const good = sheetOf('好的', 3);
  const [bad, meanwhile] = await Promise.allSettled([readXlsx(bomb), readBack(good)]);
  expect(bad).toMatchObject({ status: 'rejected', reason: { reason: 'inflatesTooFar' } });
  expect(meanwhile).toMatchObject({ status: 'fulfilled', value: asRead(good) });
  expect(await readBack(good)).toEqual(asRead(good));
});

test('内存不够的线程随之结束，下一个照常', async () => {
  const wide = Array.from({ length: 190 }, (_, i) => i);
  const hungry = { ...sheetOf('太大', 0), rows: Array.from({ length: 30_000 }, () => wide) };
  const good = sheetOf('好的', 3);
  expect(await readBack(good)).toEqual(asRead(good));
  await expect(writeXlsx([hungry])).rejects.toMatchObject({ reason: 'inflatesTooFar' });
  expect(await readBack(good)).toEqual(asRead(good));
});
