import { inArray } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';

/** The failures in a row that are known under any of the keys. */
export const lockoutsOf = (
  db: Db,
  { lockouts }: Tables,
  ids: readonly string[],
): Promise<Row<'lockouts'>[]> =>
  db
    .select()
    .from(lockouts)
    .where(inArray(lockouts.id, [...ids]));
