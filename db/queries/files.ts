// A person's file: every visible record, confirmed or still waiting, with document and summary.
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { Tables } from '../tables/index.ts';

export const conductOf = (db: Db, { conductRecords }: Tables, cadreId: string) =>
  db
    .select()
    .from(conductRecords)
    .where(and(eq(conductRecords.cadreId, cadreId), isNull(conductRecords.withdrawnAt)))
    .orderBy(asc(conductRecords.occurredOn), asc(conductRecords.id));

export const constraintsOf = (db: Db, { constraints }: Tables, cadreId: string) =>
  db
    .select()
    .from(constraints)
    .where(and(eq(constraints.cadreId, cadreId), isNull(constraints.withdrawnAt)))
    .orderBy(asc(constraints.id));

/** The posts a person held, with their names, the earliest first. */
export const postsHeldBy = (db: Db, { appointments, posts, units }: Tables, cadreId: string) =>
  db
    .select({
      id: appointments.id,
      postId: appointments.postId,
      postName: posts.name,
      unitId: appointments.unitId,
      unitName: units.name,
      rank: appointments.rank,
      fromOn: appointments.fromOn,
      toOn: appointments.toOn,
      isSensitive: appointments.isSensitive,
    })
    .from(appointments)
    .innerJoin(posts, eq(posts.id, appointments.postId))
    .innerJoin(units, eq(units.id, appointments.unitId))
    .where(and(eq(appointments.cadreId, cadreId), isNull(appointments.withdrawnAt)))
    .orderBy(asc(appointments.fromOn), asc(appointments.id));
