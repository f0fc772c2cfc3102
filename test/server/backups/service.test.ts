// Backups of a running server: asked for by the system administrator, or by the clock; the alarm when they are late.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, anApp, type TestApp, type Visitor, withAccounts } from '../../support/app.ts';
import { engines } from '../../support/store.ts';

const HOUR_MS = 3_600_000;

describe.each(engines)('$dialect', ({ dialect, isHere }) => {
  let place: string;
  let tested: TestApp;
  let sys: Visitor;
  const open = async (more: object = {}) => {
    tested = await anApp(dialect, { backups: { place, everyHours: 2, keep: 3, ...more } });
    await withAccounts(tested, [
      { staffNo: 'sys', role: 'sysadmin' },
      { staffNo: 'sec', role: 'secadmin' },
      { staffNo: 'hr', role: 'hr_head' },
    ]);
    sys = await tested.visitorAs('acc_sys');
  };
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'dandang-backups-'));
  });
  afterEach(async () => {
    await tested?.remove();
    rmSync(place, { recursive: true, force: true });
  });
  const list = async () => {
    const { body } = await sys.get('/api/backups');
    return body as { isConfigured: boolean; items: { name: string; madeAt: number; rows: number }[] };
  };
  const finished = async ({ body }: Answer) => {
    const { job } = body as { job: { id: string } };
    return tested.services.jobs.ended(job.id);
  };
  const onClock = async (ms: number) => {
    tested.clock.now += ms;
    await tested.services.backups.tick();
  };
  const alarms = async () => {
    const { read, tables } = tested.home.store;
    return read.select().from(tables.alarms);
  };

  test.skipIf(!isHere)('系统管理员要一份就做一份，写进设定的目录；别人要不到', async () => {
    await open();
    expect(await list()).toMatchObject({ isConfigured: true, items: [] });
    const asked = await sys.post('/api/backups');
    expect(asked.status).toBe(202);
    expect(await finished(asked)).toMatchObject({ kind: 'backup', state: 'done' });
    const { items } = await list();
    expect(items).toHaveLength(1);
    expect(readdirSync(place)).toEqual([items[0]!.name]);
    expect(items[0]!.rows).toBeGreaterThan(5);
    for (const other of ['acc_sec', 'acc_hr']) {
      const visitor = await tested.visitorAs(other);
      expect((await visitor.post('/api/backups')).status).toBe(403);
      expect((await visitor.get('/api/backups')).status).toBe(403);
    }
    expect((await sys.post('/api/backups', { place: '/tmp/elsewhere' })).status).not.toBe(500);
    expect(readdirSync(place).every((name) => name.startsWith('dandang-'))).toBe(true);
  });

  test.skipIf(!isHere)('没有设目录：说清楚缺什么', async () => {
    await open({ place: null });
    expect(await list()).toMatchObject({ isConfigured: false });
    expect(await sys.post('/api/backups')).toMatchObject({
      status: 409,
      body: { type: '/problems/no-backup-place' },
    });
  });

  test.skipIf(!isHere)('到时间就做，不到不做，只留最近几份', async () => {
    await open();
    await onClock(0);
    await onClock(HOUR_MS / 2);
    const kept = async () => (await tested.services.backups.list()).items;
    expect(await kept()).toHaveLength(1);
    for (let i = 0; i < 5; i += 1) await onClock(2 * HOUR_MS);
    const items = await kept();
    expect(items).toHaveLength(3);
    expect(items[0]!.madeAt).toBe(tested.clock.now);
    expect(await alarms()).toEqual([]);
  });

  test.skipIf(!isHere)('做不成又过了两倍时间：告警并进入待办；做成了自行解除', async () => {
    // A file lies where the folder should be.
    writeFileSync(join(place, 'file'), '');
    await open({ place: join(place, 'file', 'backups') });
    await onClock(HOUR_MS);
    expect(await alarms()).toEqual([]);
    await onClock(4 * HOUR_MS);
    await onClock(HOUR_MS);
    expect(await alarms()).toMatchObject([{ kind: 'backupLate', audience: 'sysadmin', endedAt: null }]);
    sys = await tested.visitorAs('acc_sys');
    const todo = await sys.get('/api/todo');
    expect(todo.text).toContain('backupsToMend');
    expect((await (await tested.visitorAs('acc_hr')).get('/api/todo')).text).not.toContain('backupsToMend');
    rmSync(join(place, 'file'));
    await onClock(HOUR_MS);
    expect(await alarms()).toMatchObject([{ kind: 'backupLate', endedBy: 'system' }]);
  });
});
