import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeRow } from '../../../db/rows.ts';
import { jobById } from '../../../db/queries/operations.ts';
import { notAllowed, Refused } from '../../../server/http/problem.ts';
import type { Actor } from '../../../server/permissions/actor.ts';
import { anApp, type TestApp, type Visitor, withAccounts } from '../../support/app.ts';
import { act } from '../../support/store.ts';

const hr: Actor = { accountId: 'acc_hr', staffNo: 'hr', cadreId: null, roles: [], language: 'zh' };
let tested: TestApp;
let visitor: Visitor;
const log: string[] = [];
beforeAll(async () => {
  tested = await anApp('sqlite', { logLevel: 'error', log: { write: (line) => log.push(line) } });
  await withAccounts(tested, [
    { staffNo: 'hr', role: 'hr' },
    { staffNo: 'other', role: 'hr' },
  ]);
  visitor = await tested.visitorAs('acc_hr');
});
afterAll(() => tested.remove());

describe('长任务', () => {
  test('走到哪里查得到；事件流到完成为止', async () => {
    const { jobs } = tested.services;
    let go = () => {};
    const gate = new Promise<void>((resolve) => (go = resolve));
    const job = await jobs.startJob('test', hr, 100, async (report) => {
      await report(1);
      await report(40);
      await gate;
      await report(90);
    });
    expect(job).toMatchObject({ state: 'running', done: 0, total: 100, problem: null });
    const following = visitor.get(`/api/jobs/${job.id}/events`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await visitor.get(`/api/jobs/${job.id}`)).body).toMatchObject({ done: 40 });
    go();
    expect(await jobs.ended(job.id)).toMatchObject({ state: 'done', done: 100 });
    const events = await following;
    expect(events.headers['content-type']).toContain('text/event-stream');
    const told = events.text.split('\n\n').filter((text) => text.startsWith('data: '));
    expect(JSON.parse(told.at(-1)!.slice(6))).toMatchObject({ id: job.id, state: 'done', done: 100 });
  });

  test('拒绝成为任务的问题；故障不说细节，记进日志', async () => {
    const { jobs } = tested.services;
    const refused = await jobs.startJob('test', hr, 1, () => Promise.reject(new Refused(notAllowed)));
    expect(await jobs.ended(refused.id)).toMatchObject({ state: 'failed', problem: 'not-allowed' });
    const broken = await jobs.startJob('test', hr, 1, () => Promise.reject(new Error('inner detail')));
    expect(await jobs.ended(broken.id)).toMatchObject({ state: 'failed', problem: 'fault' });
    expect(log.join('')).toContain('inner detail');
  });

  test('别人的任务等于没有', async () => {
    const job = await tested.services.jobs.startJob('test', hr, 1, () => Promise.resolve());
    const other = await tested.visitorAs('acc_other');
    expect((await other.get(`/api/jobs/${job.id}`)).status).toBe(404);
    expect((await other.get(`/api/jobs/${job.id}/events`)).status).toBe(404);
    expect((await other.get('/api/jobs/job_none')).status).toBe(404);
    await expect(tested.services.jobs.ended('job_none')).rejects.toThrow('not-found');
  });

  test('重启之后，还说在跑的记为中断', async () => {
    const { store } = tested.home;
    const { jobs } = tested.services;
    const job = await jobs.startJob('test', hr, 1, () => Promise.resolve());
    await jobs.ended(job.id);
    const before = (await jobById(store.read, store.tables, job.id))!;
    await store.write(act('job.left'), (tx, changed) =>
      changeRow(tx, changed, store.tables.jobs, { before, set: { state: 'running' } }),
    );
    await jobs.closeInterrupted();
    expect(await jobs.progressOf(hr, job)).toMatchObject({ state: 'failed', problem: 'interrupted' });
  });
});
