import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Dialect } from '../../db/columns.ts';
import { verifyStore } from '../../db/audit-log/verify.ts';
import { changeRow } from '../../db/store.ts';
import { passwordsWith } from '../../server/accounts/passwords.ts';
import { argon2 } from '../../server/adapters/argon2.ts';
import { backupFiles } from '../../server/adapters/backup-files.ts';
import { restoreBackup } from '../../server/backups/restore-backup.ts';
import { takeBackup } from '../../server/backups/take-backup.ts';
import { surroundings } from '../../server/main.ts';
import { type Acknowledged, officeWork } from './cuts/office-work.ts';
import { lookInto } from './cuts/store-after-cut.ts';
import { overWire } from './support/ask.ts';
import { aFolder, aHome, databaseIn, dialectsWith, type Home, opened } from './support/database.ts';
import { setUp, several } from './support/people.ts';
import { aProduct, type Product } from './support/product.ts';
import type { Rig, Run } from './support/rig.ts';
import { headOf } from './tampering/verdict.ts';

const OFFICES = [...several('sysadmin', 1), ...several('hr_head', 1), ...several('secadmin', 1)];
const PEOPLE = 6;
const PASSWORD = 'a quiet mountain river';
const WORK_BEFORE_MS = 600;

export const backup: Rig = {
  name: 'backup',
  about: 'a backup taken while people work over HTTP becomes the store again',
  goals: [
    { about: 'backups taken and restored', counts: 'drills', wanted: { ci: 1, full: 40 } },
    { about: 'writes acknowledged before a backup', counts: 'before', wanted: { ci: 5, full: 2000 } },
    {
      about: 'writes acknowledged while it was taken or after',
      counts: 'meanwhile',
      wanted: { ci: 1, full: 200 },
    },
    { about: 'writes from before the backup missing in it', counts: 'lost', wanted: 'never' },
    { about: 'half transactions, or rows that the log does not vouch for', counts: 'half', wanted: 'never' },
    {
      about: 'restored stores that are no beginning of their source',
      counts: 'other history',
      wanted: 'never',
    },
    { about: 'old backups not noticed by a held head', counts: 'unnoticed', wanted: 'never' },
  ],
  async run(run) {
    do for (const dialect of dialectsWith(run.postgresUrl)) await oneDrill(run, dialect);
    while (run.goesOn());
  },
};

async function oneDrill(run: Run, dialect: Dialect): Promise<void> {
  const { tally, postgresUrl } = run;
  const product = await aProduct({ dialect, postgresUrl, offices: OFFICES });
  const target = await aHome(dialect, postgresUrl);
  const folder = aFolder();
  const into = join(folder, 'backup');
  try {
    await givePassword(product);
    const { store } = product.node;
    const { before, meanwhile } = await backupWhileWorking(product, into);
    tally.add('before', before.length);
    tally.add('meanwhile', meanwhile);
    // Whoever holds the latest head is told that the backup is older.
    const latest = await headOf(store);
    const restored = restoring({ target, product, dialect, into });
    if (await restored(latest, false)) tally.breach('unnoticed', dialect);
    await restored(latest, true);
    await compare(run, { product, target, before });
    tally.add('drills');
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await product.remove();
    await target.remove();
  }
}

async function givePassword({ node: { store } }: Product): Promise<void> {
  const { accounts } = store.tables;
  const passwordHash = await argon2.hash(PASSWORD);
  const all = await store.read.select().from(accounts);
  const before = all.find(({ staffNo }) => staffNo === 'sysadmin1')!;
  await store.write(setUp('password.set'), (tx, changed) =>
    changeRow(tx, changed, accounts, { before, set: { passwordHash } }),
  );
}

async function backupWhileWorking(product: Product, into: string) {
  const { app, store } = product.node;
  const wire = overWire(await app.listen({ host: '127.0.0.1', port: 0 }));
  const told: Acknowledged[] = [];
  const offices = {
    sysadmin: product.as('sysadmin1'),
    head: product.as('hr_head1'),
    secadmin: product.as('secadmin1'),
  };
  const work = officeWork(wire.ask, offices, {
    told: (change) => told.push(change),
    refused: () => undefined,
  });
  const ended = work.start('drill', PEOPLE);
  await pause(WORK_BEFORE_MS);
  const before = [...told];
  await takeBackup(
    { ...surroundings, store, files: backupFiles, version: '0.0.0', how: 'ownConnection' },
    into,
  );
  await pause(WORK_BEFORE_MS);
  // Each stops at his next answer: the connection is not there any more.
  wire.close();
  await app.close();
  await ended;
  return { before, meanwhile: told.length - before.length };
}

interface Restoring {
  readonly target: Home;
  readonly product: Product;
  readonly dialect: Dialect;
  readonly into: string;
}

/** False when the restore was refused. */
const restoring =
  ({ target, product: { home }, dialect, into }: Restoring) =>
  async (held: { size: number; rootHash: string }, isOlderFine: boolean): Promise<boolean> => {
    try {
      await restoreBackup({
        ...surroundings,
        files: backupFiles,
        folder: into,
        file: dialect === 'sqlite' ? databaseIn(target.folder) : null,
        open: (file) =>
          opened({ url: file === null ? target.url : `file:${file}`, keys: home.keys }, { check: true }),
        passwords: passwordsWith(argon2),
        as: { staffNo: 'sysadmin1', password: PASSWORD },
        held: { size: held.size, rootHash: held.rootHash },
        isOlderFine,
      });
      return true;
    } catch (fault) {
      if (isOlderFine) throw fault;
      return false;
    }
  };

interface Compared {
  readonly product: Product;
  readonly target: Home;
  readonly before: readonly Acknowledged[];
}

async function compare({ tally }: Run, { product, target, before }: Compared): Promise<void> {
  const restored = await opened({ url: target.url, keys: product.home.keys }, { migrate: false });
  try {
    const { lost, half } = await lookInto(restored, before);
    for (const note of lost) tally.breach('lost', note);
    for (const note of half) tally.breach('half', note);
    const { isSound, faultCounts } = await verifyStore(restored);
    if (!isSound) tally.breach('half', JSON.stringify(faultCounts));
    // All but the restore's own entries are the beginning of the source's log.
    const source = product.node.store;
    const shared = await commonSize(restored, source);
    const own = ((await restored.log.head())?.size ?? 0) - shared;
    if (shared === 0 || own > 3)
      tally.breach('other history', `${shared} entries in common, ${own} of its own`);
  } finally {
    await restored.close();
  }
}

type WithLog = Awaited<ReturnType<typeof opened>>;

/** The longest beginning that both logs have. */
async function commonSize(one: WithLog, other: WithLog): Promise<number> {
  const sizes = [one, other].map(async ({ log }) => (await log.head())?.size ?? 0);
  let [low, high] = [0, Math.min(...(await Promise.all(sizes)))];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((await one.log.rootAt(middle)) === (await other.log.rootAt(middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}
