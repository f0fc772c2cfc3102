// What the log binds of an act: its entry and, through one hash, the list of every row it changed.
import { hash } from 'node:crypto';
import type { Row } from '../tables/index.ts';
import { leafHashOf } from './hashing.ts';
import { storedJson } from './stored-json.ts';

export type Entry = Row<'auditEntries'>;
/** One changed row, in the order in which the act named it. */
export type Change = Omit<Row<'auditChanges'>, 'entryId' | 'position'>;

export const changesHashOf = (changes: readonly Change[]): string =>
  hash(
    'sha256',
    storedJson(changes.map(({ tableName, rowId, oldHash, newHash }) => [tableName, rowId, oldHash, newHash])),
  );

/** The bytes of a leaf, as text: every field by name, none left out, whatever the order of the stored columns. */
export const leafTextOf = (entry: Entry, changesHash: string): string =>
  storedJson({
    id: entry.id,
    at: entry.at,
    actor: entry.actor,
    duty: entry.duty,
    deed: entry.deed,
    subject: entry.subject,
    reason: entry.reason,
    oldHash: entry.oldHash,
    newHash: entry.newHash,
    changesHash,
  });

export const leafOf = (entry: Entry, changes: readonly Change[]): string =>
  leafHashOf(leafTextOf(entry, changesHashOf(changes)));
