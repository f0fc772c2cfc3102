// What somebody with the database in hands may do to it, at random.
import { openSync, closeSync, readSync, statSync, writeSync } from 'node:fs';
import type { Random } from '../support/random.ts';
import { PLACE, type RawColumn, type RawDatabase, type RawRow } from './raw-database.ts';

/** Answers in words what was done; null where it could not be done (nothing there, or the engine refused). */
export type SqlEdit = (database: RawDatabase, random: Random) => Promise<string | null>;

const LOG = ['log_leaves', 'log_nodes', 'log_heads'] as const;

async function aTable(
  database: RawDatabase,
  random: Random,
): Promise<{ table: string; count: number } | null> {
  const table = random.of(await database.tables());
  const [row] = await database.rows(`select count(*) as n from "${table}"`);
  const count = Number(row!['n']);
  return count === 0 ? null : { table, count };
}

async function aRow(database: RawDatabase, random: Random, wanted = 1) {
  const found = await aTable(database, random);
  if (!found || found.count < wanted) return null;
  const { table, count } = found;
  const place = PLACE[database.dialect];
  const picked: RawRow[] = [];
  for (let n = 0; n < wanted; n += 1) {
    const sql = `select ${place} as edited_place, * from "${table}" limit 1 offset ${random.below(count)}`;
    picked.push((await database.rows(sql))[0]!);
  }
  return { table, picked, columns: await database.columns(table) };
}

const isFlag = (value: unknown, { type }: RawColumn) => typeof value === 'boolean' || type === 'boolean';
const isNumber = ({ type }: RawColumn) => /int/iu.test(type);

/** Another value that the column can hold. */
function altered(value: unknown, column: RawColumn, random: Random): unknown {
  if (isFlag(value, column)) return value !== true;
  if (isNumber(column)) return value === null ? 1 : Number(value) + random.of([1, -1, 7, 1000]);
  if (/json/iu.test(column.type)) return JSON.stringify([value, 'altered']);
  if (value === null) return 'x';
  const text = value as string;
  const at = random.below(Math.max(1, text.length));
  const sign = text.charAt(at) === 'a' ? 'b' : 'a';
  return random.of([`${text.slice(0, at)}${sign}${text.slice(at + 1)}`, `${text} `, text.slice(0, -1), null]);
}

const asValue = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !(value instanceof Date) ? JSON.stringify(value) : value;

const update: SqlEdit = async (database, random) => {
  const found = await aRow(database, random);
  if (!found) return null;
  const { table, picked, columns } = found;
  const column = random.of(columns);
  const before = picked[0]![column.name];
  const after = altered(before, column, random);
  if (after === before) return null;
  const place = PLACE[database.dialect];
  await database.run(`update "${table}" set "${column.name}" = ? where ${place} = ?`, [
    after,
    picked[0]!['edited_place'],
  ]);
  return `${table}.${column.name}: ${String(before)} → ${String(after)}`;
};

const remove: SqlEdit = async (database, random) => {
  const found = await aRow(database, random);
  if (!found) return null;
  const { table, picked } = found;
  await database.run(`delete from "${table}" where ${PLACE[database.dialect]} = ?`, [
    picked[0]!['edited_place'],
  ]);
  return `a row of ${table} deleted`;
};

const insert: SqlEdit = async (database, random) => {
  const found = await aRow(database, random);
  if (!found) return null;
  const { table, picked, columns } = found;
  const row = picked[0]!;
  const values = columns.map((column) => {
    const value = row[column.name];
    if (value === null) return null;
    if (isNumber(column)) return Number(value) + 1_000_000 + random.below(1_000_000);
    if (/json|bool/iu.test(column.type) || typeof value !== 'string') return asValue(value);
    return `${value}~${random.below(1_000_000)}`;
  });
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  await database.run(
    `insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`,
    values,
  );
  return `a row like another inserted into ${table}`;
};

const swap: SqlEdit = async (database, random) => {
  const found = await aRow(database, random, 2);
  if (!found) return null;
  const { table, picked, columns } = found;
  const [first, second] = picked as [RawRow, RawRow];
  const column = random.of(columns).name;
  const [one, other] = [first[column], second[column]];
  if (JSON.stringify(one) === JSON.stringify(other)) return null;
  const place = PLACE[database.dialect];
  const change = `update "${table}" set "${column}" = ? where ${place} = ?`;
  await database.run('begin');
  try {
    await database.run(change, [asValue(other), first['edited_place']]);
    await database.run(change, [asValue(one), second['edited_place']]);
    await database.run('commit');
  } catch (fault) {
    await database.run('rollback');
    throw fault;
  }
  return `${table}.${column} of two rows swapped`;
};

/** The end of the log, with or without what it is about. */
const truncate: SqlEdit = async (database, random) => {
  const [row] = await database.rows('select max(sequence) as last from log_leaves');
  const last = Number(row?.['last'] ?? 0);
  const size = last + 1 - (1 + random.below(Math.min(50, last)));
  const isWhole = random.below(2) === 0;
  if (isWhole) {
    const gone = `select entry_id from log_leaves where sequence >= ${size}`;
    await database.run(`delete from audit_changes where entry_id in (${gone})`);
    await database.run(`delete from audit_entries where id in (${gone})`);
  }
  await database.run(`delete from log_leaves where sequence >= ${size}`);
  await database.run(`delete from log_heads where size > ${size}`);
  if (isWhole) await database.run(`delete from log_nodes where (position + 1) * (1 << level) > ${size}`);
  return `the log cut to ${size} entries${isWhole ? ', with its entries' : ''}`;
};

/** One table of the log emptied, or one of its levels moved. */
const confuse: SqlEdit = async (database, random) => {
  const table = random.of(LOG);
  await database.run(`delete from ${table}`);
  return `${table} emptied`;
};

export const SQL_EDITS: readonly {
  readonly kind: string;
  readonly weight: number;
  readonly edit: SqlEdit;
}[] = [
  { kind: 'update', weight: 8, edit: update },
  { kind: 'delete', weight: 4, edit: remove },
  { kind: 'insert', weight: 4, edit: insert },
  { kind: 'swap', weight: 4, edit: swap },
  { kind: 'truncation', weight: 2, edit: truncate },
  { kind: 'confusion', weight: 1, edit: confuse },
];

/** One bit of the file. */
export function flipBit(file: string, random: Random): string {
  const at = random.below(statSync(file).size);
  const bit = random.below(8);
  const handle = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, at);
  byte[0] = byte[0]! ^ (1 << bit);
  writeSync(handle, byte, 0, 1, at);
  closeSync(handle);
  return `bit ${bit} of byte ${at} flipped`;
}
