import { spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Dialect } from '../../db/columns.ts';
import { asReleased, engineAt, schemaCount } from './migrating/old-database.ts';
import { type State, stateOf } from './migrating/state-of-database.ts';
import { aHome, dialectsWith, type Home, keyFileIn, opened } from './support/database.ts';
import type { Rig, Run } from './support/rig.ts';

const MOMENTS = ['before', 'after'] as const;
type Moment = (typeof MOMENTS)[number];
/** In the short share so many statements, and the last, which is the commit. */
const CI_STATEMENTS = 2;

export const migration: Rig = {
  name: 'migration',
  about: 'killed at each statement of a migration from every released schema',
  goals: [
    { about: 'migrations killed', counts: 'kills', wanted: { ci: 5, full: 200 } },
    { about: 'found old again', counts: 'old', wanted: { ci: 4, full: 100 } },
    { about: 'found new already', counts: 'new', wanted: { ci: 1, full: 2 } },
    { about: 'found between old and new', counts: 'between', wanted: 'never' },
    { about: 'rows that were lost or changed', counts: 'rows changed', wanted: 'never' },
    { about: 'databases that could not be migrated afterwards', counts: 'stuck', wanted: 'never' },
  ],
  async run(run) {
    for (const dialect of dialectsWith(run.postgresUrl)) {
      // In the short share from the newest only: an older one was walked when it was the newest.
      const newest = schemaCount(dialect) - 1;
      for (let count = run.share === 'ci' ? newest : 1; count <= newest; count += 1)
        await fromSchema(run, dialect, count);
    }
  },
};

interface Stage {
  readonly dialect: Dialect;
  readonly home: Home;
  /** Migrations of the old schema. */
  readonly count: number;
  readonly old: State;
}

/** A database of the old schema, and a fresh copy of it for every kill. */
async function fromSchema(run: Run, dialect: Dialect, count: number): Promise<void> {
  const template = await aHome(dialect, run.postgresUrl);
  try {
    await asReleased(dialect, template.url, count);
    const old = await stateAt(dialect, template.url, count);
    const whole = await aCopy(template, dialect, run.postgresUrl);
    const { statements } = await migrated(whole.home, 0, 'before');
    const next = await stateAt(dialect, whole.home.url, count);
    await whole.remove();
    if (next.migrations === old.migrations || next.rows !== old.rows)
      run.tally.breach('rows changed', `${dialect}: a migration without a kill`);
    for (const { statement, moment } of moments(run.share, statements)) {
      const { home, remove } = await aCopy(template, dialect, run.postgresUrl);
      await oneKill(run, { dialect, home, count, old }, { statement, moment, next });
      await remove();
    }
  } finally {
    await template.remove();
  }
}

function moments(share: Run['share'], statements: number): { statement: number; moment: Moment }[] {
  const all = Array.from({ length: statements }, (_, i) => i + 1);
  const step = Math.ceil(statements / CI_STATEMENTS);
  const some = share === 'full' ? all : all.filter((statement) => statement % step === 1);
  const last = { statement: statements, moment: 'after' as const };
  return [...some.flatMap((statement) => MOMENTS.map((moment) => ({ statement, moment }))), last].filter(
    ({ statement, moment }) => share === 'full' || moment === 'before' || statement === statements,
  );
}

async function stateAt(dialect: Dialect, url: string, count: number): Promise<State> {
  const engine = await engineAt(dialect, url);
  try {
    return await stateOf(engine, dialect, count);
  } finally {
    await engine.close();
  }
}

async function aCopy(template: Home, dialect: Dialect, postgresUrl: string | null) {
  if (dialect === 'sqlite' || postgresUrl === null) {
    const home = await aHome('sqlite', null);
    copyFileSync(template.url.slice('file:'.length), home.url.slice('file:'.length));
    return { home, remove: () => home.remove() };
  }
  const name = `rig_${process.pid}_${String(process.hrtime.bigint())}`;
  const source = new URL(template.url).pathname.slice(1);
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  await client.query(`create database ${name} template ${source}`);
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return {
    home: { ...template, url: String(url) },
    async remove() {
      await client.query(`drop database ${name} with (force)`);
      await client.end();
    },
  };
}

interface Cut {
  readonly statement: number;
  readonly moment: Moment;
  readonly next: State;
}

async function oneKill({ tally }: Run, stage: Stage, { statement, moment, next }: Cut): Promise<void> {
  const { dialect, home, count, old } = stage;
  const place = `${dialect} from schema ${count}, ${moment} statement ${statement}`;
  const { wasKilled } = await migrated(home, statement, moment);
  if (!wasKilled) return;
  tally.add('kills');
  const found = await stateAt(dialect, home.url, count);
  const isOld = found.schema === old.schema && found.migrations === old.migrations;
  const isNew = found.schema === next.schema && found.migrations === next.migrations;
  tally.add(isNew ? 'new' : 'old');
  if (!isOld && !isNew) tally.breach('between', place);
  if (found.rows !== old.rows) tally.breach('rows changed', place);
  try {
    // The log over the old entries is begun by whoever serves; here it is the schema that counts.
    await (await opened(home, { sequence: false })).close();
    const healed = await stateAt(dialect, home.url, count);
    if (healed.schema !== next.schema || healed.rows !== old.rows)
      tally.breach('stuck', `${place}: not as it should be`);
  } catch (fault) {
    tally.breach('stuck', `${place}: ${String(fault)}`);
  }
}

const CHILD = join(import.meta.dirname, 'migrating/killed-migration.ts');

function migrated(
  { url, folder }: Home,
  statement: number,
  moment: string,
): Promise<{ wasKilled: boolean; statements: number }> {
  const child = spawn(process.execPath, [CHILD, url, String(statement), moment], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], KEY_FILE: keyFileIn(folder) },
  });
  let said = '';
  let wrong = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (wrong += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve({ wasKilled: true, statements: 0 });
      else if (code === 0) resolve({ wasKilled: false, statements: Number(said) });
      else reject(new Error(`the migration ended with ${code ?? signal}: ${wrong}`));
    });
  });
}
