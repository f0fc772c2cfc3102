// The built product as people start it, on a free port and a database of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const CLI = join(import.meta.dirname, '../../../dist/server/cli.mjs');
const START_TIMEOUT_MS = 240_000;
const LISTENING = /http:\/\/[\d.]+:\d+/u;

export const aFolder = (): string => mkdtempSync(join(tmpdir(), 'dandang-browser-'));

/** Everything that a start needs lies in one folder; a run signs in more often than people do. */
export const environmentIn = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  DATABASE_URL: `file:${join(folder, 'dandang.db')}`,
  KEY_FILE: join(folder, 'keys.json'),
  TRIES_PER_ACCOUNT: '1000',
  TRIES_PER_ADDRESS: '10000',
  PORT: '0',
});

export interface RunningServer {
  readonly url: string;
  readonly folder: string;
  /** What it has said so far. */
  readonly said: () => string;
  /** Asks it to end; the exit code. */
  stop(): Promise<number | null>;
}

/** Starts what serves the product and waits until it says where. */
export async function listening(child: ChildProcess, folder: string): Promise<RunningServer> {
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error(`it does not listen: ${said}`)), START_TIMEOUT_MS);
    child.once('exit', (code) => reject(new Error(`it ended with ${code}: ${said}`)));
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const found = LISTENING.exec(said)?.[0];
        if (found === undefined) return;
        clearTimeout(giveUp);
        resolve(found);
      });
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  return {
    url,
    folder,
    said: () => said,
    async stop() {
      process.off('exit', kill);
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}

/** Serves the database in a folder. */
export const serve = (
  folder: string,
  args: readonly string[] = [],
  more: NodeJS.ProcessEnv = {},
): Promise<RunningServer> =>
  listening(
    spawn(process.execPath, [CLI, 'serve', ...args], { env: { ...environmentIn(folder), ...more } }),
    folder,
  );

/** An empty product. */
export async function startEmpty(): Promise<RunningServer> {
  return removedAtTheEnd(await serve(aFolder()));
}

/** The demo in `filled`, copied: what a test changes, no other sees. */
export async function startDemo(filled: string, more: NodeJS.ProcessEnv = {}): Promise<RunningServer> {
  const folder = aFolder();
  cpSync(filled, folder, { recursive: true });
  return removedAtTheEnd(await serve(folder, ['--demo'], more));
}

const removedAtTheEnd = (server: RunningServer): RunningServer => ({
  ...server,
  async stop() {
    const code = await server.stop();
    rmSync(server.folder, { recursive: true, force: true });
    return code;
  },
});
