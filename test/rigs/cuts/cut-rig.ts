// The server is cut off in the middle of its work, again and again; after each cut the store is looked into, the server
// starts again, and whatever was not answered is asked once more with the same key.
import { cpSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { accountIdOf, appoint, openSession, several } from '../support/people.ts';
import { aFolder, databaseIn, keyFileIn, opened } from '../support/database.ts';
import { keysFrom } from '../../../server/keys/key-file.ts';
import { type Ask, overWire, visitorWith } from '../support/ask.ts';
import { type Random, randomFrom } from '../support/random.ts';
import type { Run } from '../support/rig.ts';
import { type Program, type ServerProcess, startServer, theProgram } from '../support/server-process.ts';
import { type Acknowledged, type Change, officeWork, type Offices, questionOf } from './office-work.ts';
import { corruptionOf, lookInto } from './store-after-cut.ts';

/** How the process ends and what is left of its files. */
export interface Cut {
  /** What the server is started with, its files being in `folder`. */
  environment(folder: string): Readonly<Record<string, string>>;
  /** After SIGKILL: leaves in `folder` what the disk would hold. */
  afterwards(folder: string): void;
  remove(): void;
}

const PEOPLE = 12;
const CUTS_A_STORE = 10;
const REPEATS_A_CUT = 10;
const SHORTEST_WORK_MS = 20;
const LONGEST_WORK_MS = 900;
const OFFICES = [...several('sysadmin', 1), ...several('hr_head', 1), ...several('secadmin', 1)];

export async function cutAgainAndAgain(run: Run, aCut: () => Cut): Promise<void> {
  const program = theProgram();
  const prepared = await aPreparedStore();
  // Another seed each time it is taken up again.
  const random = randomFrom(run.seed + run.tally.count('cuts'));
  try {
    do await oneStore({ run, program, prepared, random, aCut });
    while (run.goesOn());
  } finally {
    rmSync(prepared.folder, { recursive: true, force: true });
    program.remove();
  }
}

export type Prepared = Awaited<ReturnType<typeof aPreparedStore>>;
interface Stage {
  readonly run: Run;
  readonly program: Program;
  readonly prepared: Prepared;
  readonly random: Random;
  readonly aCut: () => Cut;
}

/** Set up once: the offices and their sessions. */
export async function aPreparedStore() {
  const folder = aFolder();
  const keys = keysFrom(keyFileIn(folder));
  const store = await opened({ url: `file:${databaseIn(folder)}`, keys });
  await appoint(store, OFFICES);
  const sessionOf = async (staffNo: string) =>
    (await openSession(store, keys, { id: accountIdOf(staffNo) })).token;
  const tokens = {
    sysadmin: await sessionOf('sysadmin1'),
    head: await sessionOf('hr_head1'),
    secadmin: await sessionOf('secadmin1'),
  };
  await store.close();
  return { folder, keys, tokens };
}

async function oneStore({ run, program, prepared, random, aCut }: Stage): Promise<void> {
  const folder = aFolder();
  cpSync(prepared.folder, folder, { recursive: true });
  const cut = aCut();
  const begun = run.tally.count('cuts');
  const told: Acknowledged[] = [];
  let unanswered: readonly Change[] = [];
  const start = () => startServer(program, folder, cut.environment(folder));
  try {
    while (run.tally.count('cuts') < begun + CUTS_A_STORE && run.goesOn()) {
      const server = await start();
      const { ask, close } = overWire(server.url);
      await askAgain({ run, ask, random, told, unanswered });
      unanswered = await workUntilCut({ ask, server, prepared, random, run, told });
      close();
      cut.afterwards(folder);
      run.tally.add('cuts');
      await examine({ run, folder, prepared, told });
    }
    const server = await start();
    const { ask, close } = overWire(server.url);
    await askAgain({ run, ask, random, told, unanswered });
    close();
    await server.kill();
  } finally {
    cut.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function officesOf(ask: Ask, { tokens }: Prepared): Promise<Offices> {
  return {
    sysadmin: await visitorWith(ask, accountIdOf('sysadmin1'), tokens.sysadmin),
    head: await visitorWith(ask, accountIdOf('hr_head1'), tokens.head),
    secadmin: await visitorWith(ask, accountIdOf('secadmin1'), tokens.secadmin),
  };
}

interface Working {
  readonly ask: Ask;
  readonly server: ServerProcess;
  readonly prepared: Prepared;
  readonly random: Random;
  readonly run: Run;
  readonly told: Acknowledged[];
}

/** Answers with what was asked for and not answered when the cut came. */
async function workUntilCut({ ask, server, prepared, random, run, told }: Working): Promise<Change[]> {
  const refused: string[] = [];
  const work = officeWork(ask, await officesOf(ask, prepared), {
    told(change) {
      told.push(change);
      run.tally.add('acknowledged');
    },
    refused: (text) => refused.push(text),
  });
  const ended = work.start(`c${run.tally.count('cuts')}`, PEOPLE);
  await pause(SHORTEST_WORK_MS + random.below(LONGEST_WORK_MS - SHORTEST_WORK_MS));
  await server.kill();
  await ended;
  if (refused.length > 0) run.tally.breach('unexpected answers', `${refused[0]} ${server.said()}`);
  return [...work.inFlight];
}

interface Examining {
  readonly run: Run;
  readonly folder: string;
  readonly prepared: Prepared;
  readonly told: readonly Acknowledged[];
}

export async function examine({ run: { tally }, folder, prepared, told }: Examining): Promise<void> {
  const store = await opened({ url: `file:${databaseIn(folder)}`, keys: prepared.keys }, { migrate: false });
  try {
    const { lost, half, doubled } = await lookInto(store, told);
    for (const note of lost) tally.breach('lost', note);
    for (const note of half) tally.breach('half', note);
    for (const note of doubled) tally.breach('doubled', note);
  } finally {
    await store.close();
  }
  for (const note of corruptionOf(databaseIn(folder))) tally.breach('corrupt', note);
}

interface Asking {
  readonly run: Run;
  readonly ask: Ask;
  readonly random: Random;
  readonly told: Acknowledged[];
  readonly unanswered: readonly Change[];
}

/** The same keys once more: an answer already given is given again, a change already made is not made twice. */
async function askAgain({ run: { tally }, ask, random, told, unanswered }: Asking): Promise<void> {
  const known = Array.from({ length: Math.min(REPEATS_A_CUT, told.length) }, () => random.of(told));
  for (const change of known) {
    const answer = await ask(questionOf(change));
    tally.add('repeats');
    const isFirst =
      change.text === null ? answer.status === 409 : answer.status === 200 && answer.text === change.text;
    if (!isFirst) tally.breach('other answers', `${change.key}: ${answer.status} ${answer.text}`);
  }
  for (const change of unanswered) {
    const answer = await ask(questionOf(change));
    tally.add('repeats');
    const isGone = answer.status === 409 && answer.text.includes('answer-gone');
    if (isGone) tally.add('done unanswered');
    if (answer.status === 200 || isGone) told.push({ ...change, text: isGone ? null : answer.text });
    else tally.breach('other answers', `${change.key}: ${answer.status} ${answer.text}`);
  }
}
