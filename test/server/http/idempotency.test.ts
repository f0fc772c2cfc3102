import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeAnswer } from '../../../db/queries/answers.ts';
import { addRows } from '../../../db/rows.ts';
import { cellOf, type Principal } from '../../../server/permissions/matrix.ts';
import { aKey, anApp, type TestApp, type Visitor, withAccounts } from '../../support/app.ts';
import { aCadre, aUnit } from '../../support/rows.ts';
import { act } from '../../support/store.ts';

let tested: TestApp;
let sys: Visitor;
let head: Visitor;
beforeAll(async () => {
  tested = await anApp();
  await withAccounts(tested, [
    { staffNo: 'sys', role: 'sysadmin' },
    { staffNo: 'head', role: 'hr_head' },
    { staffNo: 'hr', role: 'hr' },
    { staffNo: 'sec', role: 'secadmin' },
    { staffNo: 'member', role: 'board' },
    { staffNo: 'S1' },
  ]);
  const { store } = tested.home;
  await store.write(act('cadre.added'), async (tx, changed) => {
    await addRows(tx, changed, store.tables.units, [aUnit()]);
    await addRows(tx, changed, store.tables.cadres, [aCadre({ staffNo: 'S1' })]);
  });
  sys = await tested.visitorAs('acc_sys');
  head = await tested.visitorAs('acc_head');
});
afterAll(() => tested.remove());

const create = (staffNos: string[], key: string) =>
  sys.post('/api/accounts', { staffNos }, { 'idempotency-key': key });

describe('重复提交', () => {
  test('没有键、键太短都不收', async () => {
    for (const key of ['', 'short', 'with space in it'])
      expect(await create(['A1'], key)).toMatchObject({
        status: 400,
        body: { type: '/problems/idempotency-key-missing' },
      });
  });

  /** Why a repeat does no harm there. */
  const UNNEEDED: readonly (readonly [RegExp, string])[] = [
    [/^POST \/api\/session$/u, 'a second sign-in is a second session, as wanted'],
    [/^POST \/api\/sign-in\/cas\/return$/u, 'sent by the provider, whose ticket works once'],
    [/\/dry-runs$/u, 'looks at a file and keeps nothing'],
    [/^POST \/api\/trials$/u, 'computes what would be, and keeps nothing'],
    [/\/marked$/u, 'answers the file that was sent, with notes'],
  ];

  test('凡更改都要键；不要键的写明为什么', async () => {
    const { body } = await sys.get('/api/openapi.json');
    const { paths } = body as { paths: Record<string, Record<string, { parameters?: { name: string }[] }>> };
    const changes = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([method]) => method !== 'get')
        .map(([method, { parameters = [] }]) => ({
          name: `${method.toUpperCase()} ${path}`,
          needsKey: parameters.some(({ name }) => name.toLowerCase() === 'idempotency-key'),
        })),
    );
    expect(changes.length).toBeGreaterThan(30);
    const free = changes.filter(({ needsKey }) => !needsKey).map(({ name }) => name);
    expect(free.filter((name) => !UNNEEDED.some(([path]) => path.test(name)))).toEqual([]);
    expect(UNNEEDED.filter(([path]) => !free.some((name) => path.test(name)))).toEqual([]);
  });

  test('写明要键的，没有键就不收', async () => {
    const anybody: Record<string, Visitor> = {
      sysadmin: sys,
      hr_head: head,
      hr: await tested.visitorAs('acc_hr'),
      secadmin: await tested.visitorAs('acc_sec'),
      board: await tested.visitorAs('acc_member'),
      cadre: await tested.visitorAs('acc_S1'),
    };
    let asked = 0;
    for (const { method, url, permission } of tested.routes.filter((route) => route.method !== 'GET')) {
      const role = Object.keys(anybody).find(
        (each) => cellOf(permission, each as Principal).reach !== 'none',
      );
      const name = `${method} ${url.replaceAll(/:(\w+)/gu, '{$1}')}`;
      if (role === undefined || UNNEEDED.some(([path]) => path.test(name))) continue;
      const answer = await anybody[role]!.send(method as 'POST', url.replaceAll(/:\w+/gu, '1'), undefined, {
        'idempotency-key': '',
      });
      expect([name, answer.body]).toMatchObject([name, { type: '/problems/idempotency-key-missing' }]);
      asked += 1;
    }
    expect(asked).toBeGreaterThan(20);
  });

  test('同一个键再来一次，得到第一次的答复，什么也没有多做', async () => {
    const key = aKey();
    const first = await create(['A1', 'A2'], key);
    expect(first.body).toEqual({ created: 2, existing: [] });
    const again = await create(['A1', 'A2'], key);
    expect(again.text).toBe(first.text);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.status).toBe(first.status);
  });

  test('同一个键换了内容或换了地方，拒绝', async () => {
    const key = aKey();
    await create(['B1'], key);
    expect(await create(['B2'], key)).toMatchObject({
      status: 422,
      body: { type: '/problems/idempotency-key-reused' },
    });
    const elsewhere = await sys.send(
      'PUT',
      '/api/own-password',
      { current: 'x', next: 'a long enough password' },
      { 'idempotency-key': key },
    );
    expect(elsewhere.status).toBe(422);
  });

  test('键是各人自己的', async () => {
    const key = aKey();
    await create(['C1'], key);
    const other = await head.post('/api/activation-slips', { staffNos: ['C1'] }, { 'idempotency-key': key });
    expect(other.status).toBe(200);
  });

  test('二十个同时到的只做一次', async () => {
    const key = aKey();
    const answers = await Promise.all(Array.from({ length: 20 }, () => create(['D1', 'D2', 'D3'], key)));
    const done = answers.filter(({ status }) => status === 200);
    expect(new Set(done.map(({ text }) => text))).toEqual(new Set(['{"created":3,"existing":[]}']));
    const rest = answers.filter(({ status }) => status !== 200);
    expect(rest.every(({ status }) => status === 409)).toBe(true);
    expect((await create(['D1', 'D2', 'D3'], key)).body).toEqual({ created: 3, existing: [] });
  });

  test('没有做成的不占用键', async () => {
    const key = aKey();
    const refused = await head.post(
      '/api/activation-slips',
      { staffNos: ['E1'] },
      { 'idempotency-key': key },
    );
    expect(refused.status).toBe(422);
    await create(['E1'], aKey());
    expect(
      (await head.post('/api/activation-slips', { staffNos: ['E1'] }, { 'idempotency-key': key })).status,
    ).toBe(200);
  });

  test('只显示一次的答复不重放，也不入库', async () => {
    const key = aKey();
    await create(['F1'], aKey());
    const print = () => head.post('/api/activation-slips', { staffNos: ['F1'] }, { 'idempotency-key': key });
    const first = await print();
    const { slips } = first.body as { slips: { code: string }[] };
    expect(await print()).toMatchObject({ status: 409, body: { type: '/problems/answer-gone' } });
    const { store } = tested.home;
    const kept = JSON.stringify(await store.read.select().from(store.tables.idempotency));
    expect(kept).not.toContain(slips[0]!.code);
  });

  test('做完未及答复就断电：重来时知道已经做完', async () => {
    const { store } = tested.home;
    const key = aKey();
    await create(['G1'], key);
    const rows = await store.read.select().from(store.tables.idempotency);
    const claim = rows.find((row) => row.key === key)!;
    await store.write(act('answer.lost'), (tx, changed) =>
      completeAnswer(tx, changed, store.tables, { claim, status: 0, response: '' }),
    );
    expect(await create(['G1'], key)).toMatchObject({ status: 409, body: { type: '/problems/answer-gone' } });
  });
});
