// While nothing can be written: refused at once with the way out, reading goes on, and everybody is told.
import { afterEach, describe, expect, test } from 'vitest';
import { type ReadOnly, type Store, StoreIsReadOnly } from '../../../db/store.ts';
import { appOn, type TestApp, withAccounts } from '../../support/app.ts';
import { aStore } from '../../support/store.ts';

let tested: TestApp;
const log: string[] = [];
afterEach(() => tested?.remove());

/** A store whose disk is as a test says. */
async function anUnsteadyStore() {
  const home = await aStore('sqlite');
  const watchers: ((state: ReadOnly | null) => void)[] = [];
  let state: ReadOnly | null = null;
  const store: Store = {
    ...home.store,
    get readOnly() {
      return state;
    },
    watch: (watcher) => watchers.push(watcher),
    write: async (act, work) => {
      if (state !== null) throw new StoreIsReadOnly(state.because);
      return home.store.write(act, work);
    },
  };
  const become = (because: ReadOnly['because'] | null) => {
    state = because && { since: 1, because };
    for (const watcher of watchers) watcher(state);
  };
  return { home: { store, remove: home.remove }, become };
}

describe.each([
  ['full', 507, 'store-full'],
  ['unwritable', 503, 'store-read-only'],
  ['damaged', 503, 'store-read-only'],
  ['unsafe', 503, 'store-read-only'],
] as const)('%s', (because, status, name) => {
  test('更改被拒，查看照常，就绪检查、标头、指标、日志都说出来；恢复后照常', async () => {
    const { home, become } = await anUnsteadyStore();
    tested = await appOn({ home }, { logLevel: 'error', log: { write: (line) => log.push(line) } });
    await withAccounts(tested, [{ staffNo: 'sys', role: 'sysadmin' }]);
    const sys = await tested.visitorAs('acc_sys');
    expect((await sys.get('/api/todo')).headers['x-dandang-read-only']).toBeUndefined();

    become(because);
    const refused = await sys.post('/api/accounts', { staffNos: ['N1'] });
    expect(refused).toMatchObject({ status, body: { type: `/problems/${name}` } });
    expect(refused.headers['retry-after']).toBe('30');
    const read = await sys.get('/api/accounts');
    expect(read.status).toBe(200);
    expect(read.headers['x-dandang-read-only']).toBe(because);
    expect(await sys.get('/readyz')).toMatchObject({ status, body: { type: `/problems/${name}` } });
    expect((await sys.get('/healthz')).status).toBe(200);
    expect((await sys.get('/metrics')).text).toContain('dandang_store_read_only 1');
    expect(log.some((line) => line.includes('ALARM') && line.includes(because))).toBe(true);

    become(null);
    expect((await sys.post('/api/accounts', { staffNos: ['N1'] })).status).toBe(200);
    expect((await sys.get('/readyz')).status).toBe(200);
  });
});
