import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { aFolder } from '../support/database.ts';
import { powerCut } from './power-cut.ts';

/** How many acknowledged commits of the bare writer the power cuts took with them. */
export async function lossesOfBareWriter(synchronous: 'FULL' | 'NORMAL', cuts: number): Promise<number> {
  const folder = aFolder();
  const file = join(folder, 'notes.db');
  const cut = powerCut();
  let lost = 0;
  try {
    const client = new Database(file);
    client.exec('create table notes (id integer primary key, text text)');
    client.close();
    for (let n = 1; n <= cuts; n += 1) {
      const environment = { ...cut.environment(folder), RIG_SYNCHRONOUS: synchronous };
      const from = n * 1_000_000;
      const told = await writeUntilCut(file, from, environment);
      cut.afterwards(folder);
      const reopened = new Database(file);
      const kept = reopened.prepare('select count(*) from notes where id >= ? and id <= ?').pluck();
      lost += told.length - Number(kept.get(from, told.at(-1) ?? from));
      reopened.close();
    }
  } finally {
    cut.remove();
    rmSync(folder, { recursive: true, force: true });
  }
  return lost;
}

const ENOUGH = 400;

function writeUntilCut(
  file: string,
  from: number,
  environment: Readonly<Record<string, string>>,
): Promise<number[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-writer.ts'), file, String(from)], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.length > ENOUGH * 8) child.kill('SIGKILL');
    });
    child.once('error', reject);
    // What stands between the last line break and the end was not said in full.
    child.once('close', () => resolve(said.split('\n').slice(0, -1).map(Number)));
  });
}
