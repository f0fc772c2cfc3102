import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Band, Grade, GradeReason } from '../../scoring/index.ts';
import type { Kit } from '../columns.ts';
import type { RosterTables } from './roster.ts';
import type { YearTables } from './years.ts';

export type RunState = 'done' | 'superseded';

const runTable = ({ c, table, index }: Kit, { years }: YearTables) => {
  const runs = table(
    'runs',
    {
      id: c.id(),
      year: c
        .int('year')
        .notNull()
        .references(() => years.year),
      asOf: c.day('as_of').notNull(),
      policyId: c.text('policy_id').notNull(),
      policyVersion: c.text('policy_version').notNull(),
      policyHash: c.text('policy_hash').notNull(),
      inputHash: c.text('input_hash').notNull(),
      resultHash: c.text('result_hash').notNull(),
      cadreCount: c.int('cadre_count').notNull(),
      /** Everything of the bundle but its cadres (period, pools with decisions, units, overrides), as JSON text. */
      input: c.text('input').notNull(),
      /** The result's pools with their ties, as JSON text. */
      pools: c.text('pools').notNull(),
      reserve: c.int('reserve').notNull(),
      runBy: c.text('run_by').notNull(),
      ranAt: c.instant('ran_at').notNull(),
      supersededBy: c.text('superseded_by').references((): AnyPgColumn => runs.id),
      state: c.text<RunState>('state').notNull(),
    },
    (t) => [index('runs_year').on(t.year, t.ranAt, t.id)],
  );
  return runs;
};

const resultTable = (
  kit: Kit,
  { cadres, units }: RosterTables,
  { pools }: YearTables,
  runId: AnyPgColumn,
) => {
  const { c, table, primaryKey, index } = kit;
  return table(
    'run_results',
    {
      runId: c
        .text('run_id')
        .notNull()
        .references(() => runId),
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
      // The person as listed on the day of the run.
      staffNo: c.text('staff_no').notNull(),
      name: c.text('name').notNull(),
      nameKey: c.text('name_key').notNull(),
      namePinyin: c.text('name_pinyin').notNull(),
      nameInitials: c.text('name_initials').notNull(),
      base: c.int('base'),
      balance: c.int('balance').notNull(),
      credits: c.int('credits').notNull(),
      deductions: c.int('deductions').notNull(),
      total: c.int('total'),
      /** The total, or −1 without one: null sorts first on one engine and last on the other. */
      totalOrder: c.int('total_order').notNull(),
      band: c.text<Band>('band'),
      ceiling: c.text<Band>('ceiling'),
      grade: c.text<Grade>('grade'),
      reason: c.text<GradeReason>('reason').notNull(),
      reviewCount: c.int('review_count').notNull(),
      /** The cadre of the bundle, as JSON text: what a replay reads. */
      facts: c.text('facts').notNull(),
      /** Lines, findings, reviews, rotation, effect periods, packed as JSON text. */
      explanation: c.text('explanation').notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.runId, t.cadreId] }),
      index('run_results_total').on(t.runId, t.totalOrder, t.cadreId),
      index('run_results_name').on(t.runId, t.nameKey, t.cadreId),
      index('run_results_cadre').on(t.cadreId),
    ],
  );
};

/** Whom people chose out of a tie at the quota's edge; a later decision supersedes an earlier. */
const tieTable = ({ c, table, index }: Kit, { years, pools }: YearTables) => {
  const tieDecisions = table(
    'tie_decisions',
    {
      id: c.id(),
      year: c
        .int('year')
        .notNull()
        .references(() => years.year),
      poolId: c
        .text('pool_id')
        .notNull()
        .references(() => pools.id),
      cadreIds: c.json<string[]>('cadre_ids').notNull(),
      reason: c.text('reason').notNull(),
      decidedBy: c.text('decided_by').notNull(),
      decidedAt: c.instant('decided_at').notNull(),
      supersededBy: c.text('superseded_by').references((): AnyPgColumn => tieDecisions.id),
    },
    (t) => [index('tie_decisions_pool').on(t.year, t.poolId)],
  );
  return tieDecisions;
};

export const runTables = (kit: Kit, roster: RosterTables, years: YearTables) => {
  const runs = runTable(kit, years);
  return {
    runs,
    runResults: resultTable(kit, roster, years, runs.id),
    tieDecisions: tieTable(kit, years),
  };
};
