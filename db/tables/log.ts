// The Merkle log over the audit entries: leaves in their order, complete subtrees, signed heads.
import type { Kit } from '../columns.ts';

export const logTables = ({ c, table, unique, primaryKey }: Kit) => {
  const logLeaves = table(
    'log_leaves',
    {
      /** The entry's place in the log, from 0. */
      entryId: c.id('entry_id'),
      sequence: c.int('sequence').notNull(),
      /** SHA-256(0x00 ‖ entry), hex. */
      leafHash: c.text('leaf_hash').notNull(),
    },
    (t) => [unique('log_leaves_sequence').on(t.sequence)],
  );
  /** Roots of complete subtrees: level 1 covers two leaves, level 2 four … */
  const logNodes = table(
    'log_nodes',
    {
      level: c.int('level').notNull(),
      position: c.int('position').notNull(),
      hash: c.text('hash').notNull(),
    },
    (t) => [primaryKey({ columns: [t.level, t.position] })],
  );
  const logHeads = table(
    'log_heads',
    {
      id: c.id(),
      size: c.int('size').notNull(),
      /** The size of the head before, so that none can be taken away unnoticed. */
      previousSize: c.int('previous_size').notNull(),
      rootHash: c.text('root_hash').notNull(),
      at: c.instant('at').notNull(),
      keyId: c.text('key_id').notNull(),
      signature: c.text('signature').notNull(),
    },
    (t) => [unique('log_heads_size').on(t.size)],
  );
  /** The public keys that ever signed a head; each is vouched for by the one before, the first by itself. */
  const logKeys = table('log_keys', {
    /** SHA-256 of the public key, hex. */
    id: c.id(),
    publicKey: c.text('public_key').notNull(),
    at: c.instant('at').notNull(),
    vouchedBy: c.text('vouched_by').notNull(),
    /** The signature of that key over this one's id and moment. */
    voucher: c.text('voucher').notNull(),
  });
  return { logLeaves, logNodes, logHeads, logKeys };
};
