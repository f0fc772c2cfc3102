// A file of due process and its events: what everything else of a file hangs on.
import type { Kit } from '../columns.ts';
import type { AccountTables } from './accounts.ts';
import type { RosterTables } from './roster.ts';

export type BeforeFiles = { roster: RosterTables; accounts: AccountTables };

export const fileTables = (kit: Kit, { roster }: BeforeFiles) => {
  const { c, table, index, unique } = kit;
  const files = table(
    'files',
    {
      id: c.id(),
      machine: c.text('machine').notNull(),
      state: c.text('state').notNull(),
      /** The moment the present state was entered. */
      enteredAt: c.instant('entered_at').notNull(),
      /** Whom it concerns: a person, or nobody (a unit's file). */
      cadreId: c.text('cadre_id').references(() => roster.cadres.id),
      /** The unit it belongs to: what scopes are measured by. */
      unitId: c
        .text('unit_id')
        .notNull()
        .references(() => roster.units.id),
      title: c.text('title').notNull(),
      openedBy: c.text('opened_by').notNull(),
      openedAt: c.instant('opened_at').notNull(),
      version: c.int('version').notNull(),
    },
    (t) => [
      index('files_machine').on(t.machine, t.state, t.enteredAt),
      index('files_cadre').on(t.cadreId),
      index('files_unit').on(t.unitId),
      index('files_opener').on(t.openedBy),
    ],
  );
  const fileEvents = table(
    'file_events',
    {
      id: c.id(),
      fileId: c
        .text('file_id')
        .notNull()
        .references(() => files.id),
      /** The file's version after it. */
      version: c.int('version').notNull(),
      event: c.text('event').notNull(),
      fromState: c.text('from_state').notNull(),
      toState: c.text('to_state').notNull(),
      /** The account, or `clock`, or `link`. */
      actor: c.text('actor').notNull(),
      /** As whom of the fifteen principals. */
      principal: c.text('principal').notNull(),
      /** rec, ver, rev …: pairwise different persons within one file. */
      duty: c.text('duty'),
      countersignedBy: c.text('countersigned_by'),
      /** Somebody entered it from paper for the person concerned. */
      enteredBy: c.text('entered_by'),
      meetingId: c.text('meeting_id'),
      at: c.instant('at').notNull(),
      reason: c.text('reason'),
      /** What the event carried, as its machine's contract has it. */
      data: c.json<Record<string, unknown>>('data').notNull(),
      /** SHA-256 of each piece of evidence that lay in the file. */
      evidenceHashes: c.json<string[]>('evidence_hashes').notNull(),
      /** The policy and time limits in force. */
      ruleVersion: c.text('rule_version').notNull(),
    },
    (t) => [unique('file_events_version').on(t.fileId, t.version), index('file_events_actor').on(t.actor)],
  );
  return { files, fileEvents };
};
export type FileTables = ReturnType<typeof fileTables>;

/** Columns that every row of a file begins with. */
export const ofFile = ({ c }: Kit, { files }: FileTables) => ({
  id: c.id(),
  fileId: c
    .text('file_id')
    .notNull()
    .references(() => files.id),
});
