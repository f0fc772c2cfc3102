import { z } from 'zod';
import { JobView } from '../http/shared.contract.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().min(0);
/** Names of files in the backup's own folder, nothing else. */
const FileName = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*\.(?:db|jsonl\.gz)$/);

/** The audit log's last signed head; what a held head is compared with. */
export const BackupHead = z.strictObject({
  size: Count,
  rootHash: Sha256,
  at: z.int(),
  keyId: z.string(),
});

/** What stands in `manifest.json`: what the backup is, and how to see that nothing of it was changed. */
export const BackupManifest = z.strictObject({
  format: z.literal(1),
  product: z.literal('dandang'),
  version: z.string(),
  madeAt: z.int(),
  engine: z.enum(['sqlite', 'postgres']),
  /** `sqlite`: the embedded store's own file · `rows`: every table as lines, for either engine. */
  form: z.enum(['sqlite', 'rows']),
  schema: Sha256,
  counts: z.record(z.string(), Count),
  files: z.array(z.strictObject({ name: FileName, bytes: Count, sha256: Sha256 })),
  head: BackupHead.nullable(),
  /** Keys are never in a backup. These name the ones it needs; whoever can open `proof` has the right ones. */
  keys: z.strictObject({ data: z.string(), lookup: z.string(), proof: z.string() }),
});

export const BackupView = z.strictObject({
  name: z.string(),
  madeAt: z.int(),
  engine: z.enum(['sqlite', 'postgres']),
  bytes: Count,
  rows: Count,
  /** How many entries its log head covers; null where no head was signed yet. */
  entries: Count.nullable(),
});
export const BackupList = z.strictObject({
  /** False: BACKUP_DIR is not set. */
  isConfigured: z.boolean(),
  everyHours: z.number(),
  keep: z.int(),
  /** The newest first. */
  items: z.array(BackupView),
});
export const BackupBegun = z.strictObject({ job: JobView });
