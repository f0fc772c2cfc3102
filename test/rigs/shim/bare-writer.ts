// A writer with nothing of the product in it, to prove that the rig can tell a durable one from one that is not:
// node bare-writer.ts <file>, with RIG_SYNCHRONOUS FULL or NORMAL. A line on stdout acknowledges a commit.
import { writeSync } from 'node:fs';
import Database from 'better-sqlite3';

const client = new Database(process.argv[2]);
client.pragma('journal_mode = WAL');
client.pragma(`synchronous = ${process.env['RIG_SYNCHRONOUS'] ?? 'FULL'}`);
const insert = client.prepare('insert into notes values (?, ?)');
for (let id = Number(process.argv[3]); ; id += 1) {
  insert.run(id, 'x'.repeat(400));
  writeSync(1, `${id}\n`);
}
