// A backup as it lies on a disk: is it whole, is it what it was, is it new enough?
import { Refused } from '../http/problem.ts';
import type { BackupFiles } from './backup-files.ts';
import { BackupHead, BackupManifest } from './backups.contract.ts';
import { backupAltered, backupTooOld, noBackup } from './backups.problems.ts';
import type { Manifest } from './take-backup.ts';

export type Head = NonNullable<Manifest['head']>;
/** What is enough of a head to compare with. */
export type HeldHead = Pick<Head, 'size' | 'rootHash'>;

const HeadToHold = BackupHead.pick({ size: true, rootHash: true });

/** A head as somebody keeps it: `dandang head` writes more than is needed here. */
export function heldHeadFrom(text: string): HeldHead | null {
  try {
    const { size, rootHash } = JSON.parse(text) as Record<string, unknown>;
    return HeadToHold.parse({ size, rootHash });
  } catch {
    return null;
  }
}

export async function manifestOf(files: BackupFiles, folder: string): Promise<Manifest> {
  const read = BackupManifest.safeParse(await files.manifestIn(folder).catch(() => null));
  if (!read.success) throw new Refused(noBackup, { detail: { zh: folder, en: folder } });
  return read.data;
}

/** Every file of the manifest, byte for byte. */
export async function refuseAltered(files: BackupFiles, folder: string, manifest: Manifest): Promise<void> {
  for (const { name, bytes, sha256 } of manifest.files) {
    const found = await files.digest(folder, name);
    if (found?.bytes === bytes && found.sha256 === sha256) continue;
    throw new Refused(backupAltered, { detail: { zh: name, en: name } });
  }
}

/** Entries that the held head covers and the backup does not would be lost. */
export function refuseOlder({ head }: Manifest, held: HeldHead | null): void {
  const size = head?.size ?? 0;
  if (held === null || size >= held.size) return;
  throw new Refused(backupTooOld, {
    detail: {
      zh: `备份止于第 ${size} 条，所持首部止于第 ${held.size} 条；确要恢复请加 --older-than-head`,
      en: `the backup ends with entry ${size}, the held head with ${held.size}; to restore it nevertheless say --older-than-head`,
    },
  });
}
