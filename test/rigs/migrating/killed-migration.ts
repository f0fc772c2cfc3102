// The product's own migration in a process that kills itself: node killed-migration.ts <url> <statement> before|after
// Ends with 0 when there was no such statement any more; its number of statements is then on stdout.
import { writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import pg from 'pg';
import { openStore } from '../../../db/store.ts';
import { keysFrom } from '../../../server/keys/key-file.ts';
import { surroundings } from '../../../server/main.ts';

const [url = '', statement = '', moment = ''] = process.argv.slice(2);
let statements = 0;

function cutAt(when: string): void {
  if (statements === Number(statement) && when === moment) process.kill(process.pid, 'SIGKILL');
}

// The drivers are the same objects that the store imports.
type Exec = (this: Database.Database, sql: string) => Database.Database;
const sqlite = Database.prototype as unknown as { exec: Exec };
const { exec } = sqlite;
sqlite.exec = function killedExec(sql) {
  statements += 1;
  cutAt('before');
  const done = exec.call(this, sql);
  cutAt('after');
  return done;
};
type Query = (this: pg.Client, ...given: unknown[]) => unknown;
const postgres = pg.Client.prototype as unknown as { query: Query };
const { query } = postgres;
postgres.query = function killedQuery(...given) {
  statements += 1;
  cutAt('before');
  const done = query.apply(this, given);
  if (done instanceof Promise) return done.finally(() => cutAt('after'));
  return done;
};

const keys = keysFrom(process.env['KEY_FILE'] ?? '');
const store = await openStore({ ...surroundings, url, keys, sequence: false });
await store.close();
writeSync(1, String(statements));
