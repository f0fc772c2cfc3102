import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { openConnection } from '../../db/open-sqlite.ts';
import { aStore, engines } from '../support/store.ts';

describe.each(engines)('a process killed with -9 while it writes to $dialect', ({ dialect, isHere }) => {
  test.skipIf(!isHere).each([40, 150])(
    'after %i acts: what was acknowledged is there, and no act is half there',
    async (acts) => {
      const home = await aStore(dialect);
      const { read, tables } = home.store;
      const acknowledged = await killAfter(acts, home.options.url);
      expect(acknowledged.length).toBeGreaterThanOrEqual(acts);
      const units = await read.select({ code: tables.units.code }).from(tables.units);
      const entries = await read.select({ id: tables.auditEntries.subject }).from(tables.auditEntries);
      const told = new Set(entries.map(({ id }) => id));
      expect(acknowledged.filter((id) => !told.has(id))).toEqual([]);
      const written = [...told].flatMap((id) => [`${id}_a`, `${id}_b`]);
      expect(units.map(({ code }) => code).sort()).toEqual(written.sort());
      expect(dialect === 'sqlite' ? integrityOf(home.options.url) : 'ok').toBe('ok');
      await home.remove();
    },
  );
});

function integrityOf(url: string): unknown {
  const client = openConnection(url.slice('file:'.length), 'read');
  const found = client.pragma('integrity_check', { simple: true });
  client.close();
  return found;
}

function killAfter(lines: number, url: string): Promise<string[]> {
  const child = spawn(process.execPath, [`${import.meta.dirname}/killed-writer.ts`, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += String(text);
      if (said.split('\n').length > lines) child.kill('SIGKILL');
    });
    child.once('error', reject);
    // What stands between the last line break and the end was not said in full.
    child.once('close', () => resolve(said.split('\n').slice(0, -1)));
  });
}
