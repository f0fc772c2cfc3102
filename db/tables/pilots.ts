// What a pilot (试错备案) and a correction (更正申请) say beside the state of their file.
import type { Kit } from '../columns.ts';
import type { ProcedureTables } from './procedures.ts';
import type { RosterTables } from './roster.ts';

export const pilotTables = ({ c, table, index }: Kit, { files }: ProcedureTables) => {
  const pilots = table('pilots', {
    fileId: c.id('file_id').references(() => files.id),
    /** What is tried, in one or two sentences. */
    purpose: c.text('purpose').notNull(),
    /** The collective decision it rests on: document, day, body. */
    decision: c.text('decision').notNull(),
    riskAssessment: c.text('risk_assessment').notNull(),
    /** What must not be exceeded: scope, money, people. */
    limits: c.text('limits').notNull(),
    startsOn: c.day('starts_on').notNull(),
    /** The last day of the term. */
    endsOn: c.day('ends_on').notNull(),
    version: c.int('version').notNull(),
  });
  const pilotReports = table(
    'pilot_reports',
    {
      id: c.id(),
      fileId: c
        .text('file_id')
        .notNull()
        .references(() => files.id),
      text: c.text('text').notNull(),
      by: c.text('by').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [index('pilot_reports_file').on(t.fileId, t.at)],
  );
  return { pilots, pilotReports };
};

export const correctionTables = (
  { c, table, index }: Kit,
  { files }: ProcedureTables,
  { cadres }: RosterTables,
) => {
  const corrections = table(
    'corrections',
    {
      fileId: c.id('file_id').references(() => files.id),
      cadreId: c
        .text('cadre_id')
        .notNull()
        .references(() => cadres.id),
      /** Which item of the profile. */
      field: c.text('field').notNull(),
      /** What it should say, sealed: it may be a citizen ID. */
      wantedSealed: c.text('wanted_sealed').notNull(),
      /** The document it rests on. */
      basis: c.text('basis').notNull(),
      /** What HR found it should say, sealed. */
      foundSealed: c.text('found_sealed'),
      version: c.int('version').notNull(),
    },
    (t) => [index('corrections_cadre').on(t.cadreId)],
  );
  return { corrections };
};
