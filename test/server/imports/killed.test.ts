import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importFiles } from '../../../server/imports/import-files.ts';
import { rosterWorkbook } from '../../../server/imports/templates.ts';
import { aRoster, someCadres } from '../../support/imports.ts';
import { aStore, type TestStore } from '../../support/store.ts';

const CADRES = 800;
let home: TestStore;
let folder: string;
beforeEach(async () => {
  home = await aStore('sqlite');
  folder = mkdtempSync(join(tmpdir(), 'dandang-killed-'));
});
afterEach(async () => {
  await home.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function workbook(name: string, sheets: Parameters<typeof importFiles.write>[0]): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, await importFiles.write(sheets));
  return file;
}

/** Kills the importer some time after it began to write for the second time; says what it acknowledged. */
function killWhileWriting(files: readonly string[], after: number): Promise<string[]> {
  const child = spawn(
    process.execPath,
    [`${import.meta.dirname}/killed-import.ts`, home.options.url, ...files],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  child.stdout.on('data', (text: Buffer) => {
    said += String(text);
    if (said.split('trying').length <= files.length) return;
    setTimeout(() => child.kill('SIGKILL'), after);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(said.split('\n').filter((line) => line.startsWith('bat_'))));
  });
}

test.each([0, 60, 150])(
  'killed with -9 %i ms into an import: the batch is there with all its rows, or nothing of it is',
  async (after) => {
    const first = await workbook('first.xlsx', aRoster(5));
    const others = someCadres(CADRES).slice(5);
    const second = await workbook('second.xlsx', rosterWorkbook({ cadres: others }));
    const acknowledged = await killWhileWriting([first, second], after);
    const { read, tables } = home.store;
    const batches = await read.select({ id: tables.importBatches.id }).from(tables.importBatches);
    expect(batches.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
    const cadres = await read.select({ batchId: tables.cadres.batchId }).from(tables.cadres);
    const sizes = Map.groupBy(cadres, ({ batchId }) => batchId);
    expect(acknowledged.length).toBeGreaterThanOrEqual(1);
    const whole = [5, CADRES - 5].slice(0, batches.length);
    expect([...sizes.values()].map((rows) => rows.length)).toEqual(whole);
    expect(await read.$count(tables.auditEntries)).toBe(batches.length);
  },
);
