// A school's whole year through the product's own services: nothing of it may look altered.
import { expect, test } from 'vitest';
import { verifyStore } from '../../db/audit-log/verify.ts';
import { aDemo } from '../support/demo.ts';

test('演示学校：没有一处误报，每一行都在日志的担保之下', async () => {
  const demo = await aDemo('sqlite');
  const { store } = demo;
  await store.log.sequenced();
  const { faults, findings } = await verifyStore(store);
  expect(faults).toEqual([]);
  expect(findings?.size).toBe(await store.read.$count(store.tables.auditEntries));
  const results = await store.read.$count(store.tables.runResults);
  expect(results).toBeGreaterThan(0);
  await demo.remove();
});
