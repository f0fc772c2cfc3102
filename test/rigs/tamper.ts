import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import type { HeldHead } from '../../db/audit-log/verify.ts';
import { corruptionOf } from './cuts/store-after-cut.ts';
import { aFolder, type Home } from './support/database.ts';
import type { Product } from './support/product.ts';
import { type Random, randomFrom } from './support/random.ts';
import type { Rig, Run, Share } from './support/rig.ts';
import { flipBit, SQL_EDITS, type SqlEdit } from './tampering/edits.ts';
import { everythingIn, postgresAt, type RawDatabase, sqliteAt } from './tampering/raw-database.ts';
import { foundWrong, headOf } from './tampering/verdict.ts';
import { workedStore } from './tampering/worked-store.ts';

/** Of a hundred edits so many are bits, and so many old copies; the rest is SQL. */
const BITS = 30;
const OLD_COPIES = 3;
const POSTGRES_EVERY = 10;
const ENTRIES: Readonly<Record<Share, number>> = { ci: 250, full: 1000 };

export const tamper: Rig = {
  name: 'tamper',
  about: 'a store of at least 1,000 entries (short share: 250) changed behind the program',
  goals: [
    { about: 'edits that changed something, found', counts: 'found', wanted: { ci: 40, full: 10_000 } },
    { about: 'of these on PostgreSQL', counts: 'found on PostgreSQL', wanted: { ci: 0, full: 500 } },
    {
      about: 'edits without any effect on a row or the structure',
      counts: 'no effect',
      wanted: { ci: 0, full: 0 },
    },
    { about: 'clean stores examined', counts: 'clean', wanted: { ci: 5, full: 200 } },
    { about: 'edits that changed something, not found', counts: 'missed', wanted: 'never' },
    { about: 'faults found in a clean store', counts: 'false alarms', wanted: 'never' },
  ],
  async run(run) {
    const folder = aFolder();
    try {
      const random = randomFrom(run.seed + run.tally.count('found'));
      const subject = await aSubject(run, folder);
      const onPostgres = run.postgresUrl === null ? null : await aPostgresSubject(run, run.postgresUrl);
      try {
        for (let n = 0; n % 10 !== 0 || run.goesOn(); n += 1) {
          if (onPostgres && n % POSTGRES_EVERY === 0) await onPostgres.oneEdit(random);
          else await oneEdit(run, subject, random);
        }
      } finally {
        await onPostgres?.remove();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface Subject {
  /** The whole store, closed. */
  readonly file: string;
  readonly work: string;
  readonly olds: readonly string[];
  readonly held: HeldHead;
  readonly keys: Home['keys'];
  readonly everything: string;
}

/** On the way there every copy is a clean store to be examined. */
async function aSubject(run: Run, folder: string): Promise<Subject> {
  const olds: string[] = [];
  const cleanWanted = run.share === 'ci' ? 5 : 200;
  const onTheWay = async ({ home, node }: Product, entries: number) => {
    if (run.tally.count('clean') >= cleanWanted) return;
    const copy = join(folder, `old-${entries}.db`);
    const reader = new Database(home.url.slice('file:'.length), { readonly: true });
    reader.exec(`vacuum into '${copy}'`);
    reader.close();
    await isClean(run, { url: `file:${copy}`, keys: home.keys }, await headOf(node.store));
    if (olds.length < 5) olds.push(copy);
    else for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true });
  };
  const entries = ENTRIES[run.share];
  const { product, held } = await workedStore({ dialect: 'sqlite', postgresUrl: null, entries, onTheWay });
  const file = join(folder, 'whole.db');
  const { keys, url } = product.home;
  for (const { app, store } of product.nodes) {
    await app.close();
    await store.close();
  }
  copyFileSync(url.slice('file:'.length), file);
  await product.home.remove();
  while (run.tally.count('clean') < cleanWanted) await isClean(run, { url: `file:${file}`, keys }, held);
  const raw = sqliteAt(file);
  const everything = await everythingIn(raw);
  await raw.close();
  return { file, work: join(folder, 'work.db'), olds, held, keys, everything };
}

async function isClean({ tally }: Run, home: Pick<Home, 'url' | 'keys'>, held: HeldHead): Promise<void> {
  const wrong = await foundWrong(home, held);
  tally.add('clean');
  if (wrong !== null) tally.breach('false alarms', wrong);
}

async function oneEdit(run: Run, subject: Subject, random: Random): Promise<void> {
  const { work, file, keys, held, everything } = subject;
  for (const end of ['', '-wal', '-shm']) rmSync(work + end, { force: true });
  copyFileSync(file, work);
  const done = await editOf(subject, random);
  if (done === null) return;
  const wrong = await foundWrong({ url: `file:${work}`, keys }, held);
  await judge(run, { done, wrong, isSame: () => isSameFile(work, everything) });
}

async function isSameFile(work: string, everything: string): Promise<boolean> {
  if (corruptionOf(work).length > 0) return false;
  const raw = sqliteAt(work);
  const now = await everythingIn(raw);
  await raw.close();
  return now === everything;
}

interface Judged {
  readonly done: string;
  readonly wrong: string | null;
  readonly isSame: () => Promise<boolean>;
}

/** What was not found must not have changed anything. */
async function judge({ tally }: Run, { done, wrong, isSame }: Judged): Promise<boolean> {
  if (wrong !== null) tally.add('found');
  else if (await isSame()) tally.add('no effect');
  else tally.breach('missed', done);
  return wrong !== null;
}

async function editOf({ work, olds }: Subject, random: Random): Promise<string | null> {
  const dice = random.below(100);
  if (dice < BITS) return flipBit(work, random);
  if (dice < BITS + OLD_COPIES && olds.length > 0) {
    copyFileSync(random.of(olds), work);
    return 'an old copy restored';
  }
  const raw = sqliteAt(work);
  try {
    return await sqlEdit(raw, random);
  } finally {
    await raw.close();
  }
}

const WEIGHTED: readonly SqlEdit[] = SQL_EDITS.flatMap(({ weight, edit }) =>
  Array.from({ length: weight }, () => edit),
);

/** Some edits an engine refuses (a key that is there already, a null where none may be): then nothing was done. */
async function sqlEdit(raw: RawDatabase, random: Random): Promise<string | null> {
  try {
    return await random.of(WEIGHTED)(raw, random);
  } catch (fault) {
    if (/constraint|violates|out of range|invalid input|syntax for type/iu.test(String(fault))) return null;
    throw fault;
  }
}

/** Each edit in a copy of the database. */
async function aPostgresSubject(run: Run, postgresUrl: string) {
  const { product, held } = await workedStore({
    ...{ dialect: 'postgres', postgresUrl, entries: ENTRIES[run.share] },
  });
  const { home } = product;
  for (const { app, store } of product.nodes) {
    await app.close();
    await store.close();
  }
  const source = new URL(home.url).pathname.slice(1);
  const server = new pg.Client({ connectionString: postgresUrl });
  await server.connect();
  const raw = await postgresAt(home.url);
  const everything = await everythingIn(raw);
  await raw.close();

  async function oneEdit(random: Random): Promise<void> {
    const name = `${source}_edited`;
    await server.query(`create database ${name} template ${source}`);
    const url = new URL(postgresUrl);
    url.pathname = `/${name}`;
    const edited = await postgresAt(String(url));
    try {
      const done = await sqlEdit(edited, random);
      if (done === null) return;
      const wrong = await foundWrong({ url: String(url), keys: home.keys }, held);
      const isSame = async () => (await everythingIn(edited)) === everything;
      if (await judge(run, { done: `PostgreSQL: ${done}`, wrong, isSame }))
        run.tally.add('found on PostgreSQL');
    } finally {
      await edited.close();
      await server.query(`drop database ${name} with (force)`);
    }
  }
  return {
    oneEdit,
    async remove() {
      await server.end();
      await home.remove();
    },
  };
}
