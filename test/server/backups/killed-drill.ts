// A backup or a restore that never ends, so that it can be killed: node killed-drill.ts backup|restore <url> <folder>
// The last file stays unfinished; “begun” on stdout says that the first ones are there.
import { writeSync } from 'node:fs';
import { openStore } from '../../../db/store.ts';
import { backupFiles } from '../../../server/adapters/backup-files.ts';
import { restoreBackup } from '../../../server/backups/restore-backup.ts';
import { takeBackup } from '../../../server/backups/take-backup.ts';
import { testLogKey } from '../../support/test-keys.ts';

const [what, url, folder] = process.argv.slice(2) as [string, string, string];
const keys = { dataKey: Buffer.alloc(32, 1), lookupKey: Buffer.alloc(32, 2), logKey: testLogKey };
let ids = 0;
const newId = (prefix: string) => `${prefix}_${process.pid}_${(ids += 1)}`;
const now = () => Date.now();
setInterval(() => undefined, 1000);

/** Goes on without end after the first lines. */
async function* stuck(lines: AsyncIterable<string>): AsyncGenerator<string> {
  yield* lines;
  writeSync(1, 'begun\n');
  await new Promise(() => undefined);
}

if (what === 'backup') {
  const store = await openStore({ url, keys, now, newId });
  const files: typeof backupFiles = {
    ...backupFiles,
    async begin(place, at) {
      const making = await backupFiles.begin(place, at);
      if (!making) return null;
      let count = 0;
      return {
        ...making,
        writeLines: (name, lines) => making.writeLines(name, (count += 1) < 5 ? lines : stuck(lines)),
      };
    },
  };
  await takeBackup({ store, files, version: '0', now, how: 'ownConnection', isPortable: true }, folder);
} else {
  let count = 0;
  await restoreBackup({
    files: {
      ...backupFiles,
      lines: (place, name) => {
        const lines = backupFiles.lines(place, name);
        return (count += 1) < 20 ? lines : stuck(lines);
      },
    },
    folder,
    file: url.startsWith('file:') ? url.slice('file:'.length) : null,
    open: (file) => openStore({ url: file === null ? url : `file:${file}`, keys, now, newId }),
    passwords: { hash: async () => '', isRight: async () => true },
    as: { staffNo: 'S1', password: '' },
    held: null,
    isOlderFine: false,
    now,
    today: () => '2026-06-01',
    newId,
  });
}
