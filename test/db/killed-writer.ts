// A process that writes until it is killed: node killed-writer.ts <url>
// Every act adds two units; a line on stdout says that the act was acknowledged.
import { writeSync } from 'node:fs';
import { addRows } from '../../db/rows.ts';
import { openStore } from '../../db/store.ts';
import { aUnit } from '../support/rows.ts';
import { testLogKey } from '../support/test-keys.ts';

const WRITERS = 8;
const keys = { dataKey: Buffer.alloc(32, 1), lookupKey: Buffer.alloc(32, 2), logKey: testLogKey };
let ids = 0;
const newId = (prefix: string) => `${prefix}_${process.pid}_${(ids += 1)}`;
const store = await openStore({ url: process.argv[2]!, keys, now: () => 0, newId });

async function writeForEver(writer: number): Promise<never> {
  for (let act = 0; ; act += 1) {
    const id = `${writer}_${act}`;
    const units = ['a', 'b'].map((half) => aUnit({ id: `un_${id}_${half}`, code: `${id}_${half}` }));
    await store.write(
      { actor: 'acc_1', duty: 'hr', deed: 'units.added', subject: id, reason: null },
      (tx, changed) => addRows(tx, changed, store.tables.units, units),
    );
    writeSync(1, `${id}\n`);
  }
}
await Promise.all(Array.from({ length: WRITERS }, (_, writer) => writeForEver(writer)));
