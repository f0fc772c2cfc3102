import { afterEach, describe, expect, test } from 'vitest';
import { accountByStaffNo } from '../../db/queries/accounts.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import { openStore } from '../../db/store.ts';
import { whileUnchanged } from '../../server/while-unchanged.ts';
import { anAccount } from '../support/rows.ts';
import { act, aStore, engines, type TestStore } from '../support/store.ts';

describe.each(engines)('$dialect', ({ dialect, isHere }) => {
  let home: TestStore | null = null;
  afterEach(() => home?.remove());

  const lock = async ({ store }: Pick<TestStore, 'store'>) => {
    const before = (await accountByStaffNo(store.read, store.tables, 'S001'))!;
    await store.write(act('account.locked'), (tx, changed) =>
      changeRow(tx, changed, store.tables.accounts, { before, set: { state: 'locked' } }),
    );
  };

  test.runIf(isHere)('改动一提交，下一次询问就是新的；另一进程的改动也一样', async () => {
    home = await aStore(dialect);
    const { store, options } = home;
    await store.write(act('account.added'), (tx, changed) =>
      addRows(tx, changed, store.tables.accounts, [anAccount()]),
    );
    const remembered = whileUnchanged<string>(store);
    let readings = 0;
    const state = () =>
      remembered('S001', async () => {
        readings += 1;
        return (await accountByStaffNo(store.read, store.tables, 'S001'))!.state;
      });
    expect([await state(), await state()]).toEqual(['active', 'active']);
    expect(readings).toBe(dialect === 'sqlite' ? 1 : 2);
    const other = await openStore({ ...options, newId: (prefix) => `${prefix}_other_${Math.random()}` });
    await lock({ store: other });
    await other.close();
    expect(await state()).toBe('locked');
  });

  test.runIf(isHere)('读失败了不记住', async () => {
    home = await aStore(dialect);
    const remembered = whileUnchanged<string>(home.store);
    await expect(remembered('q', () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
    expect(await remembered('q', async () => 'fine')).toBe('fine');
  });
});
