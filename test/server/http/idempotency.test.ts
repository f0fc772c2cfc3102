import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeAnswer } from '../../../db/queries/answers.ts';
import { cellOf, type Principal } from '../../../server/permissions/matrix.ts';
import { aKey, anApp, type TestApp, type Visitor, withAccounts } from '../../support/app.ts';
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
  ]);
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

  test('凡更改都要键，只有登录和试导入不要', async () => {
    const unneeded: string[] = [];
    const anybody: Record<string, Visitor> = {
      sysadmin: sys,
      hr_head: head,
      hr: await tested.visitorAs('acc_hr'),
      secadmin: await tested.visitorAs('acc_sec'),
    };
    for (const { method, url, permission } of tested.routes.filter((route) => route.method !== 'GET')) {
      const role = Object.keys(anybody).find(
        (each) => cellOf(permission, each as Principal).reach !== 'none',
      );
      const visitor = role === undefined ? tested.visitor() : anybody[role]!;
      const answer = await visitor.send(method as 'POST', url.replaceAll(/:\w+/gu, '1'), undefined, {
        'idempotency-key': '',
      });
      const { type } = answer.body as { type: string };
      if (type !== '/problems/idempotency-key-missing') unneeded.push(`${method} ${url}`);
    }
    const tries = unneeded.filter((route) => /\/(?:dry-runs|marked)$/u.test(route));
    expect(unneeded.filter((route) => !tries.includes(route))).toEqual(['POST /api/session']);
    expect(tries.length).toBeGreaterThan(0);
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
