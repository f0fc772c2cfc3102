// One backup, from one moment of the store: the embedded engine's own file, or every table as lines.
import type { z } from 'zod';
import { lastHead, rowCounts, rowsOf, schemaHash, tableNames } from '../../db/queries/backup-rows.ts';
import type { CopyManner, Db, Store } from '../../db/store.ts';
import { Refused } from '../http/problem.ts';
import type { BackupFiles, BackupInTheMaking } from './backup-files.ts';
import type { BackupManifest } from './backups.contract.ts';
import { backupInTheWay } from './backups.problems.ts';

export type Manifest = z.infer<typeof BackupManifest>;
type Found = Pick<Manifest, 'form' | 'counts' | 'head'>;

export interface BackupTaking {
  readonly store: Store;
  readonly files: BackupFiles;
  readonly version: string;
  readonly now: () => number;
  readonly how: CopyManner;
  /** Lines instead of the engine's own file: for the other engine. */
  readonly isPortable?: boolean;
  /** From 0 to 1. */
  readonly report?: (part: number) => void;
}

export const STORE_FILE = 'store.db';
export const linesFileOf = (table: string): string => `${table}.jsonl.gz`;

const PROOF = 'dandang backup';
/** Names the look-up key without showing anything of it. */
const lookupKeyId = ({ sealed }: Store): string => sealed.lookup('dandang key id').slice(0, 16);

const keysOf = (store: Store): Manifest['keys'] => ({
  data: store.sealed.present.replaceAll(/^s2\.|\.$/gu, ''),
  lookup: lookupKeyId(store),
  proof: store.sealed.seal(PROOF),
});

/** Whether the keys at hand read what is sealed in it. */
export function hasItsKeys(store: Store, { keys }: Manifest): boolean {
  try {
    return lookupKeyId(store) === keys.lookup && store.sealed.unseal(keys.proof) === PROOF;
  } catch {
    return false;
  }
}

async function headIn(db: Db, store: Store): Promise<Manifest['head']> {
  const head = await lastHead(db, store.tables);
  return head && { size: head.size, rootHash: head.rootHash, at: head.at, keyId: head.keyId };
}

const ownFile = async (
  { store, how, report = () => undefined }: BackupTaking,
  copyTo: NonNullable<Store['copyTo']>,
  making: BackupInTheMaking,
): Promise<Found> =>
  copyTo(making.pathOf(STORE_FILE), { how, report }, async (db) => ({
    form: 'sqlite',
    counts: await rowCounts(db, store.tables),
    head: await headIn(db, store),
  }));

const everyRow = ({ store, report }: BackupTaking, making: BackupInTheMaking): Promise<Found> =>
  store.snapshot(async (db) => {
    const names = tableNames(store.tables);
    const counts: Record<string, number> = {};
    for (const [i, name] of names.entries()) {
      let count = 0;
      const counted = async function* () {
        for await (const line of rowsOf(db, store.tables[name])) {
          count += 1;
          yield line;
        }
      };
      await making.writeLines(linesFileOf(name), counted());
      counts[name] = count;
      report?.((i + 1) / names.length);
    }
    return { form: 'rows', counts, head: await headIn(db, store) };
  });

/** A folder with a manifest, or nothing. */
export async function takeBackup(taking: BackupTaking, folder: string): Promise<Manifest> {
  const { store, files, version, now, isPortable = false } = taking;
  const making = await files.begin(folder, now());
  if (making === null) throw new Refused(backupInTheWay, { detail: { zh: folder, en: folder } });
  try {
    const madeAt = now();
    const found =
      store.copyTo === null || isPortable
        ? await everyRow(taking, making)
        : await ownFile(taking, store.copyTo, making);
    let manifest: Manifest | null = null;
    await making.finish((written) => {
      manifest = {
        format: 1,
        product: 'dandang',
        version,
        madeAt,
        engine: store.dialect,
        ...found,
        schema: schemaHash(store.tables),
        files: [...written],
        keys: keysOf(store),
      };
      return manifest;
    });
    return manifest!;
  } catch (fault) {
    await making.abandon();
    throw fault;
  }
}
