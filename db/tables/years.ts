import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Template, Vocabulary } from '../../scoring/index.ts';
import type { Kit } from '../columns.ts';
import type { ProcedureTables } from './procedures.ts';
import type { RosterTables } from './roster.ts';

export type YearState = 'open' | 'archived';

export const yearTables = (kit: Kit, { cadres, units }: RosterTables) => {
  const { c, table, unique, index } = kit;
  const years = table('years', {
    year: c.int('year').primaryKey(),
    periodFrom: c.day('period_from').notNull(),
    periodTo: c.day('period_to').notNull(),
    asOf: c.day('as_of').notNull(),
    vocabulary: c.text<Vocabulary>('vocabulary').notNull(),
    state: c.text<YearState>('state').notNull(),
    version: c.int('version').notNull(),
  });
  const pools = table(
    'pools',
    {
      id: c.id(),
      year: c
        .int('year')
        .notNull()
        .references(() => years.year),
      name: c.text('name').notNull(),
      isOutstanding: c.bool('is_outstanding').notNull(),
      mergeIntoId: c.text('merge_into_id').references((): AnyPgColumn => pools.id),
      /** Places of the reserve that people allotted to this pool. */
      extraPlaces: c.int('extra_places').notNull(),
      version: c.int('version').notNull(),
    },
    (t) => [unique('pools_name').on(t.year, t.name)],
  );
  /** Who is appraised in a year, where and in which pool: fixed when the year is opened. */
  const enrolments = table(
    'enrolments',
    {
      id: c.id(),
      year: c
        .int('year')
        .notNull()
        .references(() => years.year),
      cadreId: c
        .text('cadre_id')
        .notNull()
        .references(() => cadres.id),
      poolId: c
        .text('pool_id')
        .notNull()
        .references(() => pools.id),
      unitId: c
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      template: c.text<Template>('template').notNull(),
      version: c.int('version').notNull(),
    },
    (t) => [
      unique('enrolments_cadre').on(t.year, t.cadreId),
      index('enrolments_pool').on(t.poolId),
      index('enrolments_person').on(t.cadreId),
      index('enrolments_unit').on(t.unitId),
    ],
  );
  return { years, pools, enrolments };
};
export type YearTables = ReturnType<typeof yearTables>;

/** The file through which a year is archived, and reopened by a meeting. */
export const yearFileTable = (
  { c, table }: Kit,
  { years, procedures }: { years: YearTables; procedures: ProcedureTables },
) => ({
  yearFiles: table('year_files', {
    fileId: c.id('file_id').references(() => procedures.files.id),
    year: c
      .int('year')
      .notNull()
      .unique()
      .references(() => years.years.year),
  }),
});
