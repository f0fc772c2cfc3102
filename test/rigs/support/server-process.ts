// The product as it is started, in a process of its own that can be killed at any moment.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { databaseIn, keyFileIn } from './database.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const BUNDLED = join(ROOT, 'dist/server');
const LISTENING = /http:\/\/[\d.]+:\d+/u;
const START_TIMEOUT_MS = 60_000;

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export interface Program {
  readonly entry: string;
  remove(): void;
}

/** The bundled server, copied so that a build meanwhile changes nothing; without one, its sources. */
export function theProgram(): Program {
  if (!existsSync(join(BUNDLED, 'cli.mjs')))
    return { entry: join(ROOT, 'server/cli.ts'), remove: () => undefined };
  // Inside the checkout: packages that are not bundled are found from there.
  const copy = join(ROOT, 'test-results/rigs', `program-${process.pid}-${String(process.hrtime.bigint())}`);
  cpSync(BUNDLED, copy, { recursive: true });
  return { entry: join(copy, 'cli.mjs'), remove: () => rmSync(copy, { recursive: true, force: true }) };
}

export interface ServerProcess {
  readonly url: string;
  readonly said: () => string;
  /** SIGKILL; resolves once it is gone. */
  kill(): Promise<void>;
}

export async function startServer(
  { entry }: Program,
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [entry, 'serve'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: `file:${databaseIn(folder)}`,
      KEY_FILE: keyFileIn(folder),
      PORT: '0',
      LOG_LEVEL: 'error',
      ...environment,
    },
  });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  running.add(child);
  child.once('exit', () => running.delete(child));
  let said = '';
  const listens = listening(child, (text) => (said += text));
  try {
    return { url: await listens, kill, said: () => said };
  } catch (fault) {
    await kill();
    throw fault;
  }
}

function listening(child: ChildProcess, hear: (text: string) => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error('the server does not listen')), START_TIMEOUT_MS);
    let all = '';
    child.once('exit', (code, signal) => {
      clearTimeout(giveUp);
      reject(new Error(`the server ended (${code ?? signal}): ${all}`));
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        all = hear(text);
        const found = LISTENING.exec(all)?.[0];
        if (found === undefined) return;
        clearTimeout(giveUp);
        resolve(found);
      });
    }
  });
}
