import type { Db } from './store.ts';
import type { Tables } from './tables/index.ts';

/** A backup is loaded into an empty store, never over what somebody has. */
export class StoreNotEmpty extends Error {
  constructor() {
    super('the store holds something already');
  }
}

/** Nothing is in a store without an entry of it. */
export async function refuseFilled(db: Db, { auditEntries }: Tables): Promise<void> {
  if ((await db.$count(auditEntries)) > 0) throw new StoreNotEmpty();
}
