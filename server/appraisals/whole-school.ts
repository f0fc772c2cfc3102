// The school as a whole: the unit at its head, and whether somebody's office reaches all of it.
import { visibleUnits } from '../../db/queries/roster.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import type { Actor } from '../permissions/actor.ts';
import type { Permission } from '../permissions/matrix.ts';
import { may } from '../permissions/may.ts';

/** Units without one above them, in the order of their codes; most schools have one. */
export const rootUnits = async (db: Db, tables: Tables): Promise<Row<'units'>[]> =>
  (await visibleUnits(db, tables)).filter(({ parentId }) => parentId === null);

/** Whether an office reaches every unit: what closes a year for all is not done from one college. */
export async function reachesAll(
  { db, tables, actor }: { readonly db: Db; readonly tables: Tables; readonly actor: Actor },
  permission: Permission,
): Promise<boolean> {
  if (!may(actor, permission)) return false;
  return (await rootUnits(db, tables)).every(({ id }) => may(actor, permission, { unitId: id }));
}
