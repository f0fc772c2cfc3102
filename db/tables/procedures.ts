// The files of due process: one row a file, one row an event, and whatever waits for somebody in between.
import type { Kit } from '../columns.ts';
import { type BeforeFiles, fileTables, type FileTables, ofFile } from './files.ts';
import { timeTables } from './procedure-time.ts';

/** `countersign`: a second person must sign too; `paper`: a second person compares what came on paper. */
export type PendingKind = 'countersign' | 'paper';
export type PendingState = 'open' | 'carried' | 'refused' | 'lapsed';
const peopleTables = (kit: Kit, { accounts }: BeforeFiles, before: FileTables) => {
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

export const procedureTables = (kit: Kit, before: BeforeFiles) => {
  const files = fileTables(kit, before);
  return {
    ...files,
    ...peopleTables(kit, before, files),
    ...timeTables(kit, files),
    ...evidenceTables(kit, files),
  };
};
export type ProcedureTables = ReturnType<typeof procedureTables>;
