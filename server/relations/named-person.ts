// Whom somebody names by staff number and name: the person only if both are exactly right.
import { cadresByStaffNo } from '../../db/queries/roster.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';

export async function namedPerson(
  db: Db,
  tables: Tables,
  { staffNo, name }: { staffNo: string; name: string },
): Promise<Row<'cadres'> | null> {
  const [found] = await cadresByStaffNo(db, tables, [staffNo]);
  return found?.name === name ? found : null;
}
