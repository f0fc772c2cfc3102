// Collective decisions: one meeting, many files, one act.
import type { Kit } from '../columns.ts';
import type { AccountTables } from './accounts.ts';
import type { ProcedureTables } from './procedures.ts';

export type MeetingBody = 'board' | 'panel' | 'appeal_body';
export type MeetingState = 'planned' | 'recorded' | 'confirmed' | 'cancelled';

/** Why a member is outside the base of a file: found in the records, or declared at the meeting. */
export type RecusedBecause = 'subject' | 'related' | 'formerUnit' | 'otherDuty' | 'declared';
export interface Recusal {
  readonly accountId: string;
  readonly because: RecusedBecause;
  /** What was declared; null where the records say it. */
  readonly detail: string | null;
}

export const meetingTables = (kit: Kit, before: { accounts: AccountTables; procedures: ProcedureTables }) => {
  const { c, table, index, unique } = kit;
  const meetings = table(
    'meetings',
    {
      id: c.id(),
      body: c.text<MeetingBody>('body').notNull(),
      title: c.text('title').notNull(),
      heldOn: c.day('held_on').notNull(),
      state: c.text<MeetingState>('state').notNull(),
      minutes: c.text('minutes'),
      plannedBy: c.text('planned_by').notNull(),
      plannedAt: c.instant('planned_at').notNull(),
      recordedBy: c.text('recorded_by'),
      recordedAt: c.instant('recorded_at'),
      confirmedBy: c.text('confirmed_by'),
      confirmedAt: c.instant('confirmed_at'),
      cancelledBy: c.text('cancelled_by'),
      cancelledAt: c.instant('cancelled_at'),
      cancelReason: c.text('cancel_reason'),
      version: c.int('version').notNull(),
    },
    (t) => [index('meetings_body').on(t.body, t.heldOn)],
  );
  const meeting = () => ({
    id: c.id(),
    meetingId: c
      .text('meeting_id')
      .notNull()
      .references(() => meetings.id),
  });
  const meetingMembers = table(
    'meeting_members',
    {
      ...meeting(),
      accountId: c
        .text('account_id')
        .notNull()
        .references(() => before.accounts.accounts.id),
      isPresent: c.bool('is_present').notNull(),
    },
    (t) => [unique('meeting_members_account').on(t.meetingId, t.accountId)],
  );
  const meetingItems = table(
    'meeting_items',
    {
      ...meeting(),
      position: c.int('position').notNull(),
      fileId: c
        .text('file_id')
        .notNull()
        .references(() => before.procedures.files.id),
      /** The file's version it is decided on: if it moved on meanwhile, nothing of the meeting fires. */
      fileVersion: c.int('file_version').notNull(),
      /** Chosen when the votes are recorded. */
      event: c.text('event'),
      data: c.json<Record<string, unknown>>('data'),
      reason: c.text('reason'),
      votesFor: c.int('votes_for'),
      votesAgainst: c.int('votes_against'),
      votesAbstained: c.int('votes_abstained'),
      /** Accounts that may sit on this file; of a panel or an appeal body that differs from file to file. */
      entitled: c.json<string[]>('entitled'),
      /** Those among them outside its base. */
      recused: c.json<Recusal[]>('recused'),
      version: c.int('version').notNull(),
    },
    (t) => [
      unique('meeting_items_file').on(t.meetingId, t.fileId),
      index('meeting_items_of_file').on(t.fileId),
    ],
  );
  return { meetings, meetingMembers, meetingItems };
};
