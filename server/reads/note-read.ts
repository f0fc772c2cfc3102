// That somebody looked at a person's record is itself on record: once a day for each reader and kind of thing.
import { readsAmong } from '../../db/queries/reads.ts';
import { addRows } from '../../db/rows.ts';
import type { Db, Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import type { Actor } from '../permissions/actor.ts';

export interface NotesReads {
  readonly store: Store;
  readonly now: () => number;
  readonly dayOf: (instant: number) => Day;
}

const DEEDS = {
  profile: 'profile.viewed',
  result: 'appraisal.result.viewed',
  citizenId: 'profile.citizenId.unmasked',
  phone: 'profile.phone.unmasked',
  inaction: 'inaction.viewed',
  exemption: 'exemption.viewed',
} as const;

interface Looked {
  readonly actor: Actor;
  readonly duty: string;
  readonly cadreId: string;
  readonly what: keyof typeof DEEDS;
  /** What it was for, where that has to be said. */
  readonly reason?: string;
}

/** One row of the record. Its name says what it is, so that two nodes cannot both note the same. */
export const readOf = (
  { now, dayOf }: Omit<NotesReads, 'store'>,
  { actor, duty, cadreId, what }: Omit<Looked, 'what' | 'reason'> & { readonly what: string },
): Row<'recordReads'> => {
  const onDay = dayOf(now());
  const id = `read_${onDay}_${what}_${cadreId}_${actor.accountId}`;
  return { id, cadreId, reader: actor.accountId, duty, what, reason: null, onDay, at: now() };
};

export async function noteRead(needed: NotesReads, looked: Looked): Promise<void> {
  const { store } = needed;
  const { actor, duty, cadreId, what, reason = null } = looked;
  const row = { ...readOf(needed, looked), reason };
  const { tables } = store;
  const isNoted = async (db: Db) => (await readsAmong(db, tables, [row.id])).size > 0;
  if (await isNoted(store.read)) return;
  const act = { actor: actor.accountId, duty, deed: DEEDS[what], subject: cadreId, reason };
  await store.write(act, async (tx, changed) => {
    // Noted meanwhile by another request of the same reader: the entry says that this one looked too.
    if (await isNoted(tx)) changed(tables.recordReads, row.id, row, row);
    else await addRows(tx, changed, tables.recordReads, [row]);
  });
}
