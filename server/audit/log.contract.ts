import { z } from 'zod';
import { Id, pageOf, PageQuery } from '../http/shared.contract.ts';
import { AuditEntryView } from './audit.contract.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/u);
const Base64 = z
  .string()
  .regex(/^[A-Za-z0-9+/]+=*$/u)
  .max(200);
const Size = z.int().min(0);

/** A head of the log with the key to check it: what people hold outside the store. */
export const LogHeadView = z.strictObject({
  size: Size,
  previousSize: Size,
  rootHash: Hash,
  at: z.int(),
  /** SHA-256 of the public key: its fingerprint. */
  keyId: Hash,
  /** Ed25519 over the canonical JSON of the fields above and `"kind":"dandang log head"`. */
  signature: Base64,
  /** SubjectPublicKeyInfo. */
  publicKey: Base64,
});

const Place = z.coerce
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1)
  .optional();
/** Either `entry` or `leaf` (and `size`), or `from` and `to`. */
export const ProofQuery = z
  .strictObject({ entry: Id.optional(), leaf: Place, size: Place, from: Place, to: Place })
  .refine(
    ({ entry, leaf, size, from, to }) =>
      from === undefined && to === undefined
        ? (entry === undefined) !== (leaf === undefined)
        : from !== undefined &&
          to !== undefined &&
          entry === undefined &&
          leaf === undefined &&
          size === undefined,
    { error: 'entry | leaf (+ size) · from + to' },
  );

export const InclusionProof = z.strictObject({
  kind: z.literal('inclusion'),
  entryId: Id,
  sequence: Size,
  leafHash: Hash,
  size: Size,
  rootHash: Hash,
  path: z.array(Hash),
});
export const ConsistencyProof = z.strictObject({
  kind: z.literal('consistency'),
  from: Size,
  fromRoot: Hash,
  to: Size,
  toRoot: Hash,
  path: z.array(Hash),
});
export const Proof = z.discriminatedUnion('kind', [InclusionProof, ConsistencyProof]);

export const LogKeyView = z.strictObject({
  keyId: Hash,
  publicKey: Base64,
  at: z.int(),
  /** The key that vouches for this one; the first for itself. */
  vouchedBy: Hash,
  voucher: Base64,
});
export const LogKeys = z.strictObject({ items: z.array(LogKeyView) });

/** Everything that proves one act without asking anybody: what was done, its place, the signed head. */
export const Receipt = z.strictObject({
  kind: z.literal('dandang receipt'),
  /** Null where the reader may not see why it was done: then it proves the place alone. */
  entry: AuditEntryView.nullable(),
  /** SHA-256 over the list of changed rows, each a table, an id and the hashes before and after. */
  changesHash: Hash.nullable(),
  entryId: Id,
  sequence: Size,
  leafHash: Hash,
  path: z.array(Hash),
  head: LogHeadView,
});
export const ReceiptLine = z.strictObject({
  entryId: Id,
  at: z.int(),
  duty: z.string(),
  deed: z.string(),
  subject: z.string(),
  /** Whether the reader did it, or it was done to the reader. */
  isOwn: z.boolean(),
});
export const ReceiptPage = pageOf(ReceiptLine);
export const ReceiptQuery = PageQuery;
export const ReceiptParams = z.strictObject({ entryId: Id });

/** The latest head, whether it holds, and how much is committed and not in the log yet. */
export const LogState = z.strictObject({ head: LogHeadView.nullable(), holds: z.boolean() });
