// A query asked again finds its statement, and is answered as if it had been prepared anew.
import Database from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { withKeptStatements } from '../../db/kept-statements.ts';

let client: Database.Database;
let keeping: Database.Database;

beforeEach(() => {
  client = new Database(':memory:');
  client.exec("create table people (name text); insert into people values ('周正')");
  keeping = withKeptStatements(client);
});

const ALL = 'select name from people';

test('同一句话只准备一次，不同的话各准备一次', () => {
  expect(keeping.prepare(ALL)).toBe(keeping.prepare(ALL));
  expect(keeping.prepare('select 1')).not.toBe(keeping.prepare(ALL));
});

test('前一个问的人要数组，后一个要对象：各得各的', () => {
  expect(keeping.prepare(ALL).raw().all()).toEqual([['周正']]);
  expect(keeping.prepare(ALL).all()).toEqual([{ name: '周正' }]);
  expect(keeping.prepare(ALL).raw().get()).toEqual(['周正']);
  expect(keeping.prepare(ALL).get()).toEqual({ name: '周正' });
});

test('表改了以后，留着的语句读的是改后的表', () => {
  keeping.prepare('select * from people').all();
  client.exec("alter table people add column unit text default '教务处'");
  expect(keeping.prepare('select * from people').all()).toEqual([{ name: '周正', unit: '教务处' }]);
});

test('写的语句也留着：每次带自己的参数', () => {
  for (const name of ['吴凡', '郑宁']) keeping.prepare('insert into people values (?)').run(name);
  expect(keeping.prepare('select count(*) as count from people').get()).toEqual({ count: 3 });
});

test('再多的话也都有答复，最久没人问的放走', () => {
  const first = keeping.prepare(ALL);
  const used = keeping.prepare('select 0');
  for (let each = 1; each <= 1000; each += 1) {
    expect(keeping.prepare(`select ${each} as n`).get()).toEqual({ n: each });
    expect(keeping.prepare('select 0')).toBe(used);
  }
  expect(keeping.prepare(ALL)).not.toBe(first);
  expect(keeping.prepare(ALL).all()).toEqual([{ name: '周正' }]);
});
