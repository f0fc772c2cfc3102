// Who is related to whom, who looked at whom, what left the house, which days people work.
import type { Kit } from '../columns.ts';
import type { RosterTables } from './roster.ts';

/** `spouse`, `relative`: kin · `conflict`: a declared conflict · `formerUnit`: a unit left behind · `represents`: answers for a unit. */
export type RelationKind = 'spouse' | 'relative' | 'conflict' | 'formerUnit' | 'represents';
export type RelationState = 'declared' | 'confirmed' | 'refused' | 'ended';
export type DayKind = 'holiday' | 'workday';
export type ExportState = 'ready' | 'awaiting' | 'released' | 'refused';

const relationTable = ({ c, table, index }: Kit, { cadres, units }: RosterTables) =>
  table(
    'relations',
    {
      id: c.id(),
      cadreId: c
        .text('cadre_id')
        .notNull()
        .references(() => cadres.id),
      kind: c.text<RelationKind>('kind').notNull(),
      /** Found in the roster by exactly the number and name declared; null while nobody there is both. */
      otherCadreId: c.text('other_cadre_id').references(() => cadres.id),
      /** As the person who declared it wrote them. */
      namedStaffNo: c.text('named_staff_no'),
      namedAs: c.text('named_as'),
      unitId: c.text('unit_id').references(() => units.id),
      detail: c.text('detail').notNull(),
      state: c.text<RelationState>('state').notNull(),
      declaredBy: c.text('declared_by').notNull(),
      declaredAt: c.instant('declared_at').notNull(),
      decidedBy: c.text('decided_by'),
      decidedAt: c.instant('decided_at'),
      decidedReason: c.text('decided_reason'),
      version: c.int('version').notNull(),
    },
    (t) => [
      index('relations_cadre').on(t.cadreId),
      index('relations_other').on(t.otherCadreId),
      index('relations_unit').on(t.unitId),
      index('relations_state').on(t.state),
    ],
  );

/** Who looked at whose record: unmasked fields with a reason, views once a day. */
const readTable = ({ c, table, index }: Kit, { cadres }: RosterTables) =>
  table(
    'record_reads',
    {
      id: c.id(),
      cadreId: c
        .text('cadre_id')
        .notNull()
        .references(() => cadres.id),
      reader: c.text('reader').notNull(),
      /** In which of his duties. */
      duty: c.text('duty').notNull(),
      /** `citizenId`, `profile`, `result`, `export` … */
      what: c.text('what').notNull(),
      reason: c.text('reason'),
      onDay: c.day('on_day').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [
      index('record_reads_cadre').on(t.cadreId, t.at),
      index('record_reads_day').on(t.cadreId, t.reader, t.what, t.onDay),
    ],
  );

const exportTable = ({ c, table, index }: Kit) =>
  table(
    'exports',
    {
      id: c.id(),
      what: c.text('what').notNull(),
      query: c.json<Record<string, string | number | null>>('query').notNull(),
      reason: c.text('reason').notNull(),
      people: c.int('people').notNull(),
      state: c.text<ExportState>('state').notNull(),
      requestedBy: c.text('requested_by').notNull(),
      requestedAt: c.instant('requested_at').notNull(),
      decidedBy: c.text('decided_by'),
      decidedAt: c.instant('decided_at'),
      decidedReason: c.text('decided_reason'),
      /** SHA-256 of what was handed out last. */
      contentHash: c.text('content_hash'),
      version: c.int('version').notNull(),
    },
    (t) => [index('exports_requester').on(t.requestedBy, t.requestedAt), index('exports_state').on(t.state)],
  );

/** Days that differ from the week: holidays and make-up days, as published for one year. */
const calendarTables = ({ c, table, index, unique }: Kit) => {
  const calendarYears = table(
    'calendar_years',
    {
      id: c.id(),
      year: c.int('year').notNull(),
      /** The document the days come from. */
      source: c.text('source').notNull(),
      importedBy: c.text('imported_by').notNull(),
      importedAt: c.instant('imported_at').notNull(),
      /** Replaced by a later import of the same year. */
      replacedAt: c.instant('replaced_at'),
      version: c.int('version').notNull(),
    },
    (t) => [index('calendar_years_year').on(t.year)],
  );
  const calendarDays = table(
    'calendar_days',
    {
      id: c.id(),
      calendarId: c
        .text('calendar_id')
        .notNull()
        .references(() => calendarYears.id),
      day: c.day('day').notNull(),
      kind: c.text<DayKind>('kind').notNull(),
      name: c.text('name').notNull(),
    },
    (t) => [unique('calendar_days_day').on(t.calendarId, t.day)],
  );
  return { calendarYears, calendarDays };
};

export const trustTables = (kit: Kit, roster: RosterTables) => ({
  relations: relationTable(kit, roster),
  recordReads: readTable(kit, roster),
  exports: exportTable(kit),
  ...calendarTables(kit),
});
