// A process that evaluates a year again and again until it is killed: node running-server.ts <file url>
// A line on stdout says that a run has begun.
import { writeSync } from 'node:fs';
import { openStore } from '../../db/store.ts';
import { runsService } from '../../server/appraisals/runs.service.ts';
import { jobsService } from '../../server/jobs/jobs.service.ts';
import type { Actor } from '../../server/permissions/actor.ts';
import { testLogKey } from '../support/test-keys.ts';

const keys = { dataKey: Buffer.alloc(32, 1), lookupKey: Buffer.alloc(32, 2), logKey: testLogKey };
let ids = 0;
const newId = (prefix: string) => `${prefix}_k${process.pid}_${(ids += 1)}`;
let ticks = process.pid * 1000;
const now = () => (ticks += 1);
const store = await openStore({ url: process.argv[2]!, keys, now, newId });
const fault = (broken: unknown) => {
  throw broken;
};
const jobs = jobsService({ store, now, newId, onFault: fault });
const runs = runsService({ store, now, newId, jobs });
const hr: Actor = {
  accountId: 'acc_hr',
  staffNo: 'hr',
  cadreId: null,
  roles: [{ role: 'hr', units: null }],
  language: 'zh',
};
await jobs.closeInterrupted();
for (;;) {
  writeSync(1, 'begun\n');
  const { job } = await runs.run(hr, { year: Number(process.argv[3]) });
  const { state } = await jobs.ended(job.id);
  if (state !== 'done') throw new Error(`the run is ${state}`);
}
