import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resultsInOrder, runsOf } from '../../db/queries/runs.ts';
import { evaluate } from '../../scoring/index.ts';
import { bundleOfRun } from '../../server/appraisals/stored-run.ts';
import { aSchool, type School, YEAR } from '../support/school.ts';

const KILLS = 6;

describe('kill -9 during a run', () => {
  let school: School;
  beforeAll(async () => {
    school = await aSchool('sqlite');
    await school.open();
    await school.measure();
  });
  afterAll(() => school.remove());

  /** Lets a process evaluate the year, and kills it some moments after its n-th run began. */
  async function killAfter(nth: number, ms: number): Promise<void> {
    const script = `${import.meta.dirname}/running-server.ts`;
    const child = spawn(process.execPath, [script, school.url, String(YEAR)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let begun = 0;
    for await (const said of child.stdout)
      if ((begun += String(said).trim().split('\n').length) >= nth) break;
    await wait(ms);
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  test('leaves the old run or the new one, never half of one', async () => {
    const { read, tables } = school.store;
    for (let kill = 0; kill < KILLS; kill += 1) {
      await killAfter(1 + (kill % 4), 2 + kill * 3);
      const runs = await runsOf(read, tables, YEAR);
      expect(runs.filter(({ supersededBy }) => supersededBy === null)).toHaveLength(Math.min(1, runs.length));
      for (const run of runs) {
        let rows = 0;
        for await (const some of resultsInOrder(read, tables, run.id)) rows += some.length;
        expect(rows).toBe(run.cadreCount);
        expect(evaluate(await bundleOfRun(read, tables, run)).hash).toBe(run.resultHash);
      }
    }
    expect(await runsOf(read, tables, YEAR)).not.toHaveLength(0);
  });
});
