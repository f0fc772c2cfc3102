import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anApp, type TestApp, withAccounts } from '../../support/app.ts';
import { engines } from '../../support/store.ts';

type Sessions = { items: { id: string; isThis: boolean; agent: string | null }[] };

describe.each(engines)('登录着的地方（$dialect）', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('看见与结束', () => {
    let tested: TestApp;
    beforeAll(async () => {
      tested = await anApp(dialect);
      await withAccounts(tested, [{ staffNo: 'one' }, { staffNo: 'other' }]);
    });
    afterAll(() => tested.remove());

    test('只看到自己的，标明本机；可以让别处退出', async () => {
      const [here, there, stranger] = [
        await tested.visitorAs('acc_one'),
        await tested.visitorAs('acc_one'),
        await tested.visitorAs('acc_other'),
      ];
      const listed = (await here.get('/api/own-sessions')).body as Sessions;
      expect(listed.items.filter(({ isThis }) => isThis)).toHaveLength(1);
      expect(listed.items).toHaveLength(2);
      const elsewhere = listed.items.find(({ isThis }) => !isThis)!;
      expect((await stranger.send('DELETE', `/api/own-sessions/${elsewhere.id}`)).status).toBe(404);
      expect((await there.get('/api/session')).status).toBe(200);
      expect((await here.send('DELETE', `/api/own-sessions/${elsewhere.id}`)).status).toBe(204);
      expect((await there.get('/api/session')).status).toBe(401);
      expect((await here.get('/api/session')).status).toBe(200);
    });

    test('其他各处一起退出，只留本机', async () => {
      const here = await tested.visitorAs('acc_one');
      await tested.visitorAs('acc_one');
      const ended = await here.post('/api/own-sessions/end-others');
      expect((ended.body as { ended: number }).ended).toBeGreaterThan(0);
      const { items } = (await here.get('/api/own-sessions')).body as Sessions;
      expect(items).toMatchObject([{ isThis: true }]);
      expect((await here.post('/api/own-sessions/end-others')).body).toEqual({ ended: 0 });
    });
  });
});
