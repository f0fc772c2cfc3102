import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRows, changeRow } from '../../db/rows.ts';
import { auditEntries } from '../../db/queries/audit.ts';
import {
  answerGiven,
  jobById,
  jobsOf,
  jobsRunning,
  keepAnswer,
  policyValuesAdopted,
} from '../../db/queries/operations.ts';
import { isUniqueViolation } from '../../db/store-errors.ts';
import { aUnit, NOON } from '../support/rows.ts';
import { act, aStore, engines, type TestStore } from '../support/store.ts';

const job = {
  id: 'job_1',
  kind: 'run',
  state: 'running' as const,
  done: 0,
  total: 500,
  startedBy: 'acc_1',
  startedAt: NOON,
  endedAt: null,
  problem: null,
};
const answer = {
  actor: 'acc_1',
  key: 'k-1',
  route: 'POST /api/units',
  requestHash: 'h',
  status: 201,
  response: '{"id":"un_1"}',
  at: NOON,
};
const value = {
  id: 'pv_1',
  parameter: 'quota.rate' as const,
  fromOn: '2027-01-01',
  value: 1500,
  cite: '校发〔2026〕9号',
  state: 'adopted' as const,
  proposedBy: 'acc_1',
  proposedAt: NOON,
  decidedBy: 'acc_2',
  decidedAt: NOON,
};

describe.each(engines)('what the product notes about its work on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let home: TestStore;
    let clock = NOON;
    beforeAll(async () => {
      home = await aStore(dialect, { now: () => clock });
    });
    afterAll(() => home?.remove());

    test('an answer is kept with its act, and a second act under the same key leaves nothing', async () => {
      const { store } = home;
      const found = (id: string) =>
        store.write(act('unit.added', { subject: id }), async (tx, changed) => {
          await addRows(tx, changed, store.tables.units, [aUnit({ id, code: id })]);
          await keepAnswer(tx, changed, store.tables, answer);
        });
      const outcomes = await Promise.allSettled([found('un_1'), found('un_2')]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const refused = outcomes.find((outcome) => outcome.status === 'rejected');
      expect(isUniqueViolation(refused?.reason)).toBe(true);
      expect(await store.read.$count(store.tables.units)).toBe(1);
      expect(await answerGiven(store.read, store.tables, 'acc_1', 'k-1')).toEqual(answer);
      expect(await answerGiven(store.read, store.tables, 'acc_2', 'k-1')).toBeUndefined();
    });

    test('a job left is found again', async () => {
      const { store } = home;
      const { jobs } = store.tables;
      await store.write(act('job.started'), (tx, changed) =>
        addRows(tx, changed, jobs, [job, { ...job, id: 'job_2', startedAt: NOON + 1 }]),
      );
      await store.write(act('job.ended'), (tx, changed) =>
        changeRow(tx, changed, jobs, { before: job, set: { state: 'done', done: 500, endedAt: NOON + 5 } }),
      );
      expect(await jobById(store.read, store.tables, 'job_1')).toMatchObject({ state: 'done', done: 500 });
      expect(await jobById(store.read, store.tables, 'job_9')).toBeUndefined();
      expect((await jobsRunning(store.read, store.tables)).map(({ id }) => id)).toEqual(['job_2']);
      expect((await jobsOf(store.read, store.tables, 'acc_1', 9)).map(({ id }) => id)).toEqual([
        'job_2',
        'job_1',
      ]);
    });

    test('only adopted values are laid over the parameters', async () => {
      const { store } = home;
      await store.write(act('policy.adopted'), (tx, changed) =>
        addRows(tx, changed, store.tables.policyValues, [
          value,
          { ...value, id: 'pv_2', fromOn: '2026-01-01', value: 1800 },
          { ...value, id: 'pv_3', state: 'proposed' },
        ]),
      );
      expect(await policyValuesAdopted(store.read, store.tables)).toEqual([
        { parameter: 'quota.rate' as const, from: '2026-01-01', value: 1800, cite: value.cite },
        { parameter: 'quota.rate' as const, from: '2027-01-01', value: value.value, cite: value.cite },
      ]);
    });

    test('entries are read latest first, by subject or actor, a page at a time', async () => {
      const { store } = home;
      for (const i of [1, 2, 3]) {
        clock += 1;
        await store.write(act(`deed.${i}`, { subject: 'sub_x', actor: `acc_${i}` }), (tx, changed) =>
          addRows(tx, changed, store.tables.units, [aUnit({ id: `un_x${i}`, code: `X${i}` })]),
        );
      }
      const ask = (after: string | null, actor: string | null = null) =>
        auditEntries(store.read, store.tables, { subject: 'sub_x', actor, after, limit: 2 });
      const first = await ask(null);
      expect(first.items.map(({ deed }) => deed)).toEqual(['deed.3', 'deed.2']);
      const second = await ask(first.next);
      expect(second.items.map(({ deed }) => deed)).toEqual(['deed.1']);
      expect(second.next).toBeNull();
      expect((await ask(null, 'acc_2')).items.map(({ deed }) => deed)).toEqual(['deed.2']);
    });
  });
});
