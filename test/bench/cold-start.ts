// P12: from the start of the bundled server's process until it listens, and the memory it then holds.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atMost, type Row } from './measure.ts';

const bundle = join(import.meta.dirname, '../../dist/server/cli.mjs');
const STARTS = 6;

async function startOnce(folder: string, port: number): Promise<{ seconds: number; megabytes: number }> {
  const begun = performance.now();
  const server = spawn(
    process.execPath,
    [bundle, 'serve', '--port', String(port), '--database', `file:${join(folder, 'cold.db')}`],
    { env: { ...process.env, KEY_FILE: join(folder, 'keys.json') }, stdio: 'ignore' },
  );
  try {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
      if (answer?.ok) break;
      if (performance.now() - begun > 30_000) throw new Error('the server does not answer');
      await new Promise((later) => setTimeout(later, 5));
    }
    const seconds = (performance.now() - begun) / 1000;
    const resident = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1];
    return { seconds, megabytes: Number(resident) / 1024 };
  } finally {
    server.kill();
    await new Promise((ended) => server.once('exit', ended));
  }
}

export async function coldStart(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dandang-cold-'));
  const starts = [];
  for (let count = 0; count < STARTS; count += 1) starts.push(await startOnce(folder, 39_100 + count));
  rmSync(folder, { recursive: true });
  // The first start creates keys and database.
  const later = starts.slice(1);
  return [
    atMost(
      'P12',
      '冷启动到可用 cold start, s',
      0.5,
      later.map(({ seconds }) => seconds),
    ),
    atMost(
      'P12',
      '启动后内存 resident, MB',
      120,
      later.map(({ megabytes }) => megabytes),
    ),
  ];
}
