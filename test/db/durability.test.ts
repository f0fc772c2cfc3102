import { AsyncLocalStorage } from 'node:async_hooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { groupCommit } from '../../db/group-commit.ts';
import { openConnection } from '../../db/open-sqlite.ts';
import { addRows } from '../../db/rows.ts';
import { isStoreFull } from '../../db/store-errors.ts';
import { aUnit } from '../support/rows.ts';
import { act, aStore, type TestStore } from '../support/store.ts';

describe('the embedded engine keeps what it acknowledged', () => {
  let home: TestStore;
  let file: string;
  beforeEach(async () => {
    home = await aStore('sqlite');
    file = home.options.url.slice('file:'.length);
  });
  afterEach(() => home.remove());

  test.each(['read', 'write'] as const)('every %s connection is durable, checked, patient', (door) => {
    const client = openConnection(file, door);
    const pragma = (name: string) => client.pragma(name, { simple: true });
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('busy_timeout')).toBe(5000);
    client.close();
  });

  test('writes that wait together share one commit, and one that fails takes only itself back', async () => {
    const observer = openConnection(file, 'read');
    const seen = new Set<number>();
    const count = () => Number(observer.prepare('select count(*) from units').pluck().get());
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        home.store.write(act('unit.added'), async (tx, changed) => {
          await addRows(tx, changed, home.store.tables.units, [aUnit({ id: `un_g${i}`, code: `G${i}` })]);
          seen.add(count());
          if (i % 5 === 0) throw new Error('refused');
        }),
      ),
    );
    expect([...seen]).toEqual([0]);
    expect(count()).toBe(16);
    expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(
      Array.from({ length: 20 }, (_, i) => i % 5 === 0),
    );
    observer.close();
  });

  test('when the disk is full, exactly the acknowledged writes are there, and reading goes on', async () => {
    const client = openConnection(file, 'write');
    client.exec('create table sheets (code text, body blob)');
    const group = groupCommit(client);
    const insert = client.prepare('insert into sheets values (?, zeroblob(?))');
    const write = (code: string, size: number) => group.add(async () => insert.run(code, size));
    const kept = () => client.prepare('select code from sheets order by code').pluck().all();
    await write('before', 10);
    client.pragma(`max_page_count = ${Number(client.pragma('page_count', { simple: true })) + 4}`);
    const codes = ['a', 'b', 'c'];
    const outcomes = await Promise.allSettled([write('a', 10), write('b', 1_000_000), write('c', 10)]);
    const acknowledged = codes.filter((_, i) => outcomes[i]?.status === 'fulfilled');
    expect(kept()).toEqual([...acknowledged, 'before']);
    expect(outcomes[1]).toMatchObject({ status: 'rejected', reason: { code: 'SQLITE_FULL' } });
    expect(outcomes.filter(({ status }) => status === 'rejected').every(refusedAsFull)).toBe(true);
    client.pragma('max_page_count = 1000000');
    await write('d', 1_000_000);
    expect(kept()).toContain('d');
    await group.idle();
    client.close();
  });

  test('an engine that gives up its transaction refuses the whole group, and the next one is served', async () => {
    const client = openConnection(file, 'write');
    client.exec('create table sheets (code text)');
    const group = groupCommit(client);
    const insert = client.prepare('insert into sheets values (?)');
    const outcomes = await Promise.allSettled([
      group.add(async () => insert.run('a')),
      group.add(async () => {
        client.exec('ROLLBACK');
        throw new Error('the engine rolled back');
      }),
      group.add(async () => insert.run('c')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await group.add(async () => insert.run('d'));
    expect(client.prepare('select code from sheets').pluck().all()).toEqual(['d']);
    client.close();
  });

  test('a write keeps the async context of whoever asked for it', async () => {
    const request = new AsyncLocalStorage<string>();
    const seen = await Promise.all(
      ['first', 'second'].map((id) =>
        request.run(id, () =>
          home.store.write(act('unit.added'), async (tx, changed) => {
            await addRows(tx, changed, home.store.tables.units, [aUnit({ id: `un_${id}`, code: id })]);
            return request.getStore();
          }),
        ),
      ),
    );
    expect(seen).toEqual(['first', 'second']);
  });
});

const refusedAsFull = (outcome: PromiseSettledResult<unknown>): boolean =>
  outcome.status === 'rejected' && isStoreFull(outcome.reason);
