// The clock of time limits as sysadmin meets it: it stands still after a jump, until somebody says that the time is right.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anApp, type TestApp, withAccounts } from '../support/app.ts';

const AN_HOUR_MS = 3_600_000;
let tested: TestApp;
beforeAll(async () => {
  tested = await anApp();
  await withAccounts(tested, [
    { staffNo: 'sys', role: 'sysadmin' },
    { staffNo: 'sec', role: 'secadmin' },
    { staffNo: 'hr', role: 'hr' },
  ]);
});
afterAll(() => tested.remove());

test('时钟倒退：停止计时并报警，系统管理员有待办；校准并写明情况后恢复', async () => {
  const sys = await tested.visitorAs('acc_sys');
  expect((await sys.get('/api/clock')).body).toMatchObject({ isHalted: false, isRunning: false, alarms: [] });
  const right = tested.clock.now;
  tested.clock.now = right - AN_HOUR_MS;
  expect(await tested.services.ticking.tick()).toEqual({ fired: 0, isHalted: true });
  tested.clock.now = right;
  expect(await tested.services.ticking.tick()).toEqual({ fired: 0, isHalted: true });
  expect((await sys.get('/api/clock')).body).toMatchObject({
    isHalted: true,
    lastAt: right,
    alarms: [{ kind: 'clockJumped' }],
  });
  expect((await sys.get('/api/todo')).text).toContain('clockToCheck');
  expect((await sys.post('/api/clock/resume', {})).status).toBe(400);
  for (const who of ['sec', 'hr']) {
    const visitor = await tested.visitorAs(`acc_${who}`);
    expect((await visitor.get('/api/clock')).status).toBe(403);
    expect((await visitor.post('/api/clock/resume', { reason: '已核对' })).status).toBe(403);
  }
  const resumed = await sys.post('/api/clock/resume', { reason: '已与授时服务器核对' });
  expect(resumed).toMatchObject({ status: 200, body: { isHalted: false, alarms: [] } });
  expect(await tested.services.ticking.tick()).toMatchObject({ isHalted: false });
});

test('计时可以开始和停下，停下时把这一轮做完', async () => {
  const rounds: number[] = [];
  const stop = tested.services.ticking.start(1000, async (_, signal) => {
    rounds.push(rounds.length);
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  });
  await expect.poll(() => rounds.length).toBe(1);
  expect(tested.services.ticking.status()).toMatchObject({ isRunning: true });
  await stop();
  expect(tested.services.ticking.status()).toMatchObject({ isRunning: false });
  expect(rounds).toHaveLength(1);
});
