// A backup becomes the store again: into an empty place, whole or not at all, and the first thing on record is
// that it was restored, by whom, from when.
import { accountByStaffNo, grantsInForce } from '../../db/queries/accounts.ts';
import { addRowsFrom, schemaHash, tableNames } from '../../db/queries/backup-rows.ts';
import { rootAtSize } from '../../db/queries/log-roots.ts';
import { addRows } from '../../db/rows.ts';
import type { Act, Changed, Store, Tx } from '../../db/store.ts';
import type { Day } from '../../scoring/index.ts';
import type { Passwords } from '../accounts/passwords.ts';
import { Refused } from '../http/problem.ts';
import type { BackupFiles } from './backup-files.ts';
import {
  backupAltered,
  filesOnlyHere,
  notReleased,
  otherHistory,
  otherKeys,
  otherSchema,
  targetFilled,
} from './backups.problems.ts';
import { type HeldHead, manifestOf, refuseAltered, refuseOlder } from './read-backup.ts';
import { hasItsKeys, linesFileOf, type Manifest, STORE_FILE } from './take-backup.ts';

export interface Restoring {
  readonly files: BackupFiles;
  readonly folder: string;
  /** The database file that is to be; null = PostgreSQL, as `open` knows it. */
  readonly file: string | null;
  /** Opens the target, or the file in which it comes about. */
  readonly open: (file: string | null) => Promise<Store>;
  readonly passwords: Passwords;
  readonly as: { readonly staffNo: string; readonly password: string };
  readonly held: HeldHead | null;
  readonly isOlderFine: boolean;
  readonly now: () => number;
  readonly today: () => Day;
  readonly newId: (prefix: string) => string;
}

export async function restoreBackup(restoring: Restoring): Promise<Manifest> {
  const { files, folder, file, held, isOlderFine } = restoring;
  const manifest = await manifestOf(files, folder);
  if (!isOlderFine) refuseOlder(manifest, held);
  if (file === null && manifest.form === 'sqlite') throw new Refused(filesOnlyHere);
  if (file !== null && (await files.exists(file)))
    throw new Refused(targetFilled, { detail: { zh: file, en: file } });
  await refuseAltered(files, folder, manifest);
  if (file === null) await fill(restoring, manifest, null);
  else await intoFile(restoring, manifest, file);
  return manifest;
}

/** Comes about beside its name and gets it last: killed on the way, there is no database. */
async function intoFile(restoring: Restoring, manifest: Manifest, file: string): Promise<void> {
  const { files, folder } = restoring;
  const coming = `${file}.restoring`;
  await files.discard(coming);
  try {
    if (manifest.form === 'sqlite') await files.copyOut(folder, STORE_FILE, coming);
    await fill(restoring, manifest, coming);
    await files.publish(coming, file);
  } finally {
    await files.discard(coming);
  }
}

async function fill(restoring: Restoring, manifest: Manifest, file: string | null): Promise<void> {
  const store = await restoring.open(file);
  try {
    if (store.readOnly !== null) throw new Refused(backupAltered);
    if (!hasItsKeys(store, manifest)) {
      const needed = `data ${manifest.keys.data}, lookup ${manifest.keys.lookup}`;
      throw new Refused(otherKeys, { detail: { zh: needed, en: needed } });
    }
    const job = newJob(restoring);
    const act: Act = {
      actor: 'system',
      duty: 'system',
      deed: 'backup.restored',
      subject: job.id,
      reason: `${restoring.as.staffNo}, ${new Date(manifest.madeAt).toISOString()}, ${manifest.head?.size ?? 0}`,
    };
    const work = async (tx: Tx, changed: Changed) => {
      if (manifest.form === 'rows') await addEverything(restoring, manifest, store, tx);
      await refuseOtherHistory(restoring, tx, store);
      await refuseUnreleased(restoring, tx, store);
      await addRows(tx, changed, store.tables.jobs, [job]);
    };
    // Nobody else is in a store that comes about: work may wait here for files and a password.
    if (manifest.form === 'rows') await store.load(act, work);
    else await store.write(act, work);
  } finally {
    await store.close();
  }
}

async function addEverything(
  { files, folder }: Restoring,
  manifest: Manifest,
  { tables }: Store,
  tx: Tx,
): Promise<void> {
  if (manifest.schema !== schemaHash(tables)) throw new Refused(otherSchema);
  for (const name of tableNames(tables)) {
    const count = await addRowsFrom(tx, tables[name], files.lines(folder, linesFileOf(name)));
    if (count !== manifest.counts[name]) throw new Refused(backupAltered, { detail: { zh: name, en: name } });
  }
}

/** What the held head covers must be the beginning of what the backup holds. */
async function refuseOtherHistory({ held, isOlderFine }: Restoring, tx: Tx, store: Store): Promise<void> {
  if (held === null || held.size === 0) return;
  const root = await rootAtSize(tx, store.tables, held.size);
  if (root === held.rootHash || (root === null && isOlderFine)) return;
  throw new Refused(otherHistory);
}

/** The accounts are those of the backup: so is the password asked for. */
async function refuseUnreleased(
  { as, passwords, today }: Restoring,
  tx: Tx,
  { tables }: Store,
): Promise<void> {
  const account = await accountByStaffNo(tx, tables, as.staffNo);
  const isRight = await passwords.isRight(account?.passwordHash ?? null, as.password);
  const grants = account && isRight ? await grantsInForce(tx, tables, account.id, today()) : [];
  if (account?.state === 'locked' || !grants.some(({ role }) => role === 'sysadmin'))
    throw new Refused(notReleased);
}

const newJob = ({ now, newId }: Restoring) => ({
  id: newId('job'),
  kind: 'restore',
  state: 'done' as const,
  done: 1,
  total: 1,
  startedBy: 'system',
  startedAt: now(),
  endedAt: now(),
  problem: null,
});
