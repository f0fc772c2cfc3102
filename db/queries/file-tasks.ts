// What waits in files for one person: notices to sign for, second signatures.
import { and, asc, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';

/** Notices that nobody has signed for: to a person, or to units he answers for. */
export const noticesFor = (
  db: Db,
  { deliveries, files }: Tables,
  { cadreId, unitIds }: { cadreId: string; unitIds: readonly string[] },
): Promise<{ delivery: Row<'deliveries'>; file: Row<'files'> }[]> =>
  db
    .select({ delivery: deliveries, file: files })
    .from(deliveries)
    .innerJoin(files, eq(files.id, deliveries.fileId))
    .where(
      and(
        isNull(deliveries.servedAt),
        or(
          eq(deliveries.cadreId, cadreId),
          unitIds.length > 0 ? inArray(deliveries.unitId, [...unitIds]) : undefined,
        ),
      ),
    )
    .orderBy(asc(deliveries.createdAt), asc(deliveries.id));

/** The files in which something waits for a second signature, the oldest first. */
export const filesAwaitingSignature = async (
  db: Db,
  { pendingEvents, files }: Tables,
  limit: number,
): Promise<Row<'files'>[]> => {
  const rows = await db
    .select({ file: files })
    .from(pendingEvents)
    .innerJoin(files, eq(files.id, pendingEvents.fileId))
    .where(eq(pendingEvents.state, 'open'))
    .orderBy(asc(pendingEvents.proposedAt), asc(pendingEvents.id))
    .limit(limit);
  return [...new Map(rows.map(({ file }) => [file.id, file])).values()];
};

/** Files about a person, the latest moved first. */
export const filesAbout = (
  db: Db,
  { files }: Tables,
  { cadreId, machines }: { cadreId: string; machines: readonly string[] },
): Promise<Row<'files'>[]> =>
  db
    .select()
    .from(files)
    .where(and(eq(files.cadreId, cadreId), inArray(files.machine, [...machines])))
    .orderBy(desc(files.enteredAt), desc(files.id));
