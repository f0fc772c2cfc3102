// A process that imports rosters until it is killed: node killed-import.ts <url> <first workbook> <second> …
// Each line on stdout says that a batch was acknowledged.
import { readFileSync, writeSync } from 'node:fs';
import { openStore } from '../../../db/store.ts';
import { hr, importsOver } from '../../support/imports.ts';
import { testLogKey } from '../../support/test-keys.ts';

const [url, ...files] = process.argv.slice(2);
const keys = { dataKey: Buffer.alloc(32, 1), lookupKey: Buffer.alloc(32, 2), logKey: testLogKey };
let ids = 0;
const newId = (prefix: string) => `${prefix}_${process.pid}_${(ids += 1)}`;
const store = await openStore({ url: url!, keys, now: () => 0, newId });
const { imports } = importsOver({ store, options: { newId } });

for (const name of files) {
  const input = { kind: 'roster' as const, year: null, file: { name, bytes: readFileSync(name) } };
  const { fileHash } = await imports.dryRun(hr, input);
  writeSync(1, 'trying\n');
  const { id } = await imports.apply(hr, { ...input, fileHash });
  writeSync(1, `${id}\n`);
}
