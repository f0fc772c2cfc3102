// A store of one's own for a test: migrated, empty, with a clock that stands still and ids that count up.
import { inject } from 'vitest';
import type { Act } from '../../db/audit-entry.ts';
import type { Dialect } from '../../db/columns.ts';
import { openStore, type Store, type StoreOptions } from '../../db/store.ts';
import { freshDatabase } from './fresh-database.ts';
import { NOON } from './rows.ts';
import { testKeys } from './test-keys.ts';

/** Every engine this platform has; describe.each over it, and say skipped for what is missing. */
export const engines: { dialect: Dialect; isHere: boolean }[] = [
  { dialect: 'sqlite', isHere: true },
  { dialect: 'postgres', isHere: inject('postgresUrl') !== null },
];

export interface TestStore {
  store: Store;
  /** What it was opened with: to open it again, or a second time. */
  options: StoreOptions;
  /** Closes the store and removes its database. */
  remove: () => Promise<void>;
}

export async function aStore(dialect: Dialect, more: Partial<StoreOptions> = {}): Promise<TestStore> {
  const home = await freshDatabase(dialect, more.migrate === false ? 'empty' : 'migrated');
  const options: StoreOptions = {
    url: home.url,
    keys: testKeys,
    now: () => NOON,
    newId: countedIds(),
    ...more,
  };
  const store = await openStore(options);
  return {
    store,
    options,
    remove: async () => {
      await store.close();
      await home.remove();
    },
  };
}

export function countedIds(): (prefix: string) => string {
  let count = 0;
  return (prefix) => {
    count += 1;
    return `${prefix}_${String(count).padStart(9, '0')}`;
  };
}

export const act = (deed: string, more: Partial<Act> = {}): Act => ({
  actor: 'acc_tester',
  duty: 'hr',
  deed,
  subject: 'sub_1',
  reason: null,
  ...more,
});
