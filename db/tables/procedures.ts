// The files of due process: one row a file, one row an event, and whatever waits for somebody in between.
import type { Kit } from '../columns.ts';
import type { AccountTables } from './accounts.ts';
import { timeTables } from './procedure-time.ts';
import type { RosterTables } from './roster.ts';

/** `countersign`: a second person must sign too; `paper`: a second person compares what came on paper. */
export type PendingKind = 'countersign' | 'paper';
export type PendingState = 'open' | 'carried' | 'refused' | 'lapsed';
type Before = { roster: RosterTables; accounts: AccountTables };

const fileTables = (kit: Kit, { roster }: Before) => {
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

const peopleTables = (kit: Kit, { accounts }: Before, before: FileTables) => {
  const { c, table, index } = kit;
  const assignments = table(
    'file_assignments',
    {
      ...ofFile(kit, before),
      accountId: c
        .text('account_id')
        .notNull()
        .references(() => accounts.accounts.id),
      /** As which principal: hr, inspector, panel, appeal_body … */
      principal: c.text('principal').notNull(),
      assignedBy: c.text('assigned_by').notNull(),
      assignedAt: c.instant('assigned_at').notNull(),
      reason: c.text('reason').notNull(),
      /** The account this one stands in for. */
      replaces: c.text('replaces'),
      endedAt: c.instant('ended_at'),
      endedBy: c.text('ended_by'),
      version: c.int('version').notNull(),
    },
    (t) => [index('file_assignments_file').on(t.fileId), index('file_assignments_account').on(t.accountId)],
  );
  const denials = table(
    'denials',
    {
      id: c.id(),
      at: c.instant('at').notNull(),
      accountId: c.text('account_id').notNull(),
      fileId: c.text('file_id').references(() => before.files.id),
      event: c.text('event').notNull(),
      /** The guard that refused: relation, duty … */
      because: c.text('because').notNull(),
    },
    (t) => [index('denials_file').on(t.fileId), index('denials_account').on(t.accountId, t.at)],
  );
  const pendingEvents = table(
    'pending_events',
    {
      ...ofFile(kit, before),
      kind: c.text<PendingKind>('kind').notNull(),
      event: c.text('event').notNull(),
      /** The file's version it was proposed on; it lapses when the file moves on. */
      fileVersion: c.int('file_version').notNull(),
      reason: c.text('reason').notNull(),
      data: c.json<Record<string, unknown>>('data').notNull(),
      /** The scan of what came on paper. */
      evidenceId: c.text('evidence_id'),
      /** The day it came in on paper. */
      receivedOn: c.day('received_on'),
      proposedBy: c.text('proposed_by').notNull(),
      proposedAt: c.instant('proposed_at').notNull(),
      /** As which principal the first person acted. */
      principal: c.text('principal').notNull(),
      state: c.text<PendingState>('state').notNull(),
      decidedBy: c.text('decided_by'),
      decidedAt: c.instant('decided_at'),
      version: c.int('version').notNull(),
    },
    (t) => [index('pending_events_file').on(t.fileId, t.state)],
  );
  return { assignments, denials, pendingEvents };
};

const evidenceTables = (kit: Kit, before: FileTables) => {
  const { c, table, index } = kit;
  const evidence = table(
    'evidence',
    {
      ...ofFile(kit, before),
      name: c.text('name').notNull(),
      mediaType: c.text('media_type').notNull(),
      bytes: c.int('bytes').notNull(),
      sha256: c.text('sha256').notNull(),
      addedBy: c.text('added_by').notNull(),
      addedAt: c.instant('added_at').notNull(),
    },
    (t) => [index('evidence_file').on(t.fileId)],
  );
  /** Apart from what lists read: the content, sealed, base64 inside. */
  const evidenceContents = table('evidence_contents', {
    evidenceId: c.id('evidence_id').references(() => evidence.id),
    sealed: c.text('sealed').notNull(),
  });
  return { evidence, evidenceContents };
};

export const procedureTables = (kit: Kit, before: Before) => {
  const files = fileTables(kit, before);
  return {
    ...files,
    ...peopleTables(kit, before, files),
    ...timeTables(kit, files),
    ...evidenceTables(kit, files),
  };
};
export type ProcedureTables = ReturnType<typeof procedureTables>;
