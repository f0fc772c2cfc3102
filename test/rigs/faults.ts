// Disk full, read-only, broken: the server says so, goes on reading, loses nothing, and writes again once it can.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { aPreparedStore, examine, officesOf, type Prepared } from './cuts/cut-rig.ts';
import { type Acknowledged, type Change, questionOf } from './cuts/office-work.ts';
import { shimLibrary, shimMissing } from './shim/compiled-shim.ts';
import { type Ask, headersOf, overWire, type Visitor } from './support/ask.ts';
import { aFolder } from './support/database.ts';
import type { Rig, Run } from './support/rig.ts';
import { startServer, theProgram } from './support/server-process.ts';

interface Fault {
  readonly name: string;
  /** The letter that the shim understands. */
  readonly letter: string;
  /** What a change is answered meanwhile. */
  readonly problems: readonly string[];
}
const FULL = '507 /problems/store-full';
const READ_ONLY = '503 /problems/store-read-only';
const FAULTS: readonly Fault[] = [
  { name: 'ENOSPC on write', letter: 'f', problems: [FULL] },
  { name: 'EROFS on write and open', letter: 'r', problems: [READ_ONLY] },
  { name: 'EIO on write', letter: 'w', problems: [READ_ONLY] },
  { name: 'EIO on fsync', letter: 's', problems: [READ_ONLY] },
];

const IMPATIENT = pathToFileURL(join(import.meta.dirname, 'shim/impatient.ts')).href;
const WRITES_BEFORE = 20;
const WRITES_DURING = 12;
const LONGEST_RECOVERY_MS = 30_000;

export const faults: Rig = {
  name: 'faults',
  about: 'the database files meet ENOSPC, EROFS, EIO',
  goals: [
    { about: 'faults met', counts: 'faults', wanted: { ci: FAULTS.length, full: 40 * FAULTS.length } },
    { about: 'changes refused by name meanwhile', counts: 'refused', wanted: { ci: 40, full: 1600 } },
    { about: 'acknowledged writes lost', counts: 'lost', wanted: 'never' },
    { about: 'half transactions', counts: 'half', wanted: 'never' },
    { about: 'stores the engine calls corrupt', counts: 'corrupt', wanted: 'never' },
    { about: 'changes not refused as documented', counts: 'wrong answers', wanted: 'never' },
    { about: 'reads that failed meanwhile', counts: 'failed reads', wanted: 'never' },
    { about: 'servers that did not write again afterwards', counts: 'not recovered', wanted: 'never' },
  ],
  missing: shimMissing,
  async run(run) {
    const prepared = await aPreparedStore();
    const program = theProgram();
    try {
      do for (const fault of FAULTS) await meet(run, fault, { prepared, program });
      while (run.goesOn());
    } finally {
      program.remove();
      rmSync(prepared.folder, { recursive: true, force: true });
    }
  },
};

interface Stage {
  readonly prepared: Prepared;
  readonly program: ReturnType<typeof theProgram>;
}

async function meet(run: Run, fault: Fault, { prepared, program }: Stage): Promise<void> {
  const { tally } = run;
  const folder = aFolder();
  const control = mkdtempSync(join(tmpdir(), 'dandang-fault-'));
  const command = join(control, 'fault');
  const set = (letter: string) => writeFileSync(command, letter, { flag: 'r+' });
  cpSync(prepared.folder, folder, { recursive: true });
  writeFileSync(command, '0');
  const server = await startServer(program, folder, {
    ...{ LD_PRELOAD: shimLibrary(), RIG_WATCH: folder, RIG_FAULT: command, LOG_LEVEL: 'silent' },
    NODE_OPTIONS: `--import=${IMPATIENT}`,
  });
  const { ask, close } = overWire(server.url);
  try {
    const { sysadmin } = await officesOf(ask, prepared);
    const told: Acknowledged[] = [];
    await writeWell(ask, sysadmin, { told, count: WRITES_BEFORE, name: 'before' });
    set(fault.letter);
    await writeBadly(run, ask, sysadmin, { fault, told });
    set('0');
    if (await writesAgain(ask, sysadmin, told)) {
      await writeWell(ask, sysadmin, { told, count: WRITES_BEFORE, name: 'after' });
    } else tally.breach('not recovered', fault.name);
    await server.kill();
    await examine({ run, folder, prepared, told });
    tally.add('faults');
  } finally {
    close();
    await server.kill();
    for (const each of [folder, control]) rmSync(each, { recursive: true, force: true });
  }
}

const creation = (visitor: Visitor, name: string): Change => ({
  ...{ deed: 'accounts', visitor, key: `key-fault-${name}`, path: '/api/accounts' },
  ...{ body: { staffNos: [name] }, marks: [name] },
});

interface Writing {
  readonly told: Acknowledged[];
  readonly count: number;
  readonly name: string;
}

async function writeWell(ask: Ask, visitor: Visitor, { told, count, name }: Writing): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const change = creation(visitor, `${name}${n}`);
    const { status, text } = await ask(questionOf(change));
    if (status !== 200) throw new Error(`without a fault: ${status} ${text}`);
    told.push({ ...change, text });
  }
}

/** Several at once, so that a group commit is among them. */
async function writeBadly(
  { tally }: Run,
  ask: Ask,
  visitor: Visitor,
  { fault, told }: { readonly fault: Fault; readonly told: Acknowledged[] },
): Promise<void> {
  const change = async (n: number) => {
    const asked = creation(visitor, `during${n}`);
    const { status, text } = await ask(questionOf(asked));
    if (status === 200) told.push({ ...asked, text });
    const named = `${status} ${(JSON.parse(text) as { type?: string }).type ?? ''}`;
    if (fault.problems.includes(named)) tally.add('refused');
    else tally.breach('wrong answers', `${fault.name}: ${named}`);
  };
  const read = async () => {
    const { status } = await ask({
      method: 'GET',
      path: '/api/accounts?limit=5',
      headers: headersOf(visitor),
    });
    if (status !== 200) tally.breach('failed reads', `${fault.name}: ${status}`);
  };
  for (let n = 0; n < WRITES_DURING; n += 4) {
    await Promise.all([change(n), change(n + 1), read(), change(n + 2), change(n + 3)]);
    await read();
  }
}

/** A change sent again with its key, until it is answered. */
async function writesAgain(ask: Ask, visitor: Visitor, told: Acknowledged[]): Promise<boolean> {
  const asked = creation(visitor, 'again');
  for (const end = Date.now() + LONGEST_RECOVERY_MS; Date.now() < end; await pause(200)) {
    const { status, text } = await ask(questionOf(asked));
    if (status !== 200) continue;
    told.push({ ...asked, text });
    return true;
  }
  return false;
}
