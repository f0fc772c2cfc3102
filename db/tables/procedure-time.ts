// What runs against the clock in a file: notices on their way, time limits, alarms.
import type { Kit } from '../columns.ts';
import { type FileTables, ofFile } from './files.ts';

/** `fired`: its moment came and was acted on; `cancelled`: the file moved on before. */
export type ClockState = 'pending' | 'fired' | 'cancelled';

export const timeTables = (kit: Kit, before: FileTables) => {
  const { c, table, index } = kit;
  const deliveries = table(
    'deliveries',
    {
      ...ofFile(kit, before),
      eventId: c
        .text('event_id')
        .notNull()
        .references(() => before.fileEvents.id),
      cadreId: c.text('cadre_id'),
      unitId: c.text('unit_id'),
      /** Null until it is signed for or handed over on paper: clocks run from here. */
      servedAt: c.instant('served_at'),
      signedBy: c.text('signed_by'),
      /** Delivery on paper: day, witness, who recorded it. */
      paperOn: c.day('paper_on'),
      witness: c.text('witness'),
      recordedBy: c.text('recorded_by'),
      createdAt: c.instant('created_at').notNull(),
      version: c.int('version').notNull(),
    },
    (t) => [index('deliveries_file').on(t.fileId), index('deliveries_cadre').on(t.cadreId, t.servedAt)],
  );
  const clocks = table(
    'clocks',
    {
      ...ofFile(kit, before),
      fileVersion: c.int('file_version').notNull(),
      /** An event of the machine by `clock`, or an alarm: `alarm.officer`, `alarm.head`, `alarm.meeting`, `pending.lapse`. */
      kind: c.text('kind').notNull(),
      /** The pending event that lapses. */
      pendingId: c.text('pending_id'),
      /** The first moment it may fire. */
      dueAt: c.instant('due_at').notNull(),
      state: c.text<ClockState>('state').notNull(),
      setAt: c.instant('set_at').notNull(),
      firedAt: c.instant('fired_at'),
      version: c.int('version').notNull(),
    },
    (t) => [index('clocks_due').on(t.state, t.dueAt), index('clocks_file').on(t.fileId, t.state)],
  );
  const alarms = table(
    'alarms',
    {
      id: c.id(),
      /** `officerLate`, `headLate`, `meetingLate`, `clockJumped`, `storeFull`, `storeReadOnly` … */
      kind: c.text('kind').notNull(),
      fileId: c.text('file_id').references(() => before.files.id),
      /** A role; officers of the file come from its assignments and scopes. */
      audience: c.text('audience').notNull(),
      detail: c.json<Record<string, string | number>>('detail').notNull(),
      raisedAt: c.instant('raised_at').notNull(),
      endedAt: c.instant('ended_at'),
      endedBy: c.text('ended_by'),
      version: c.int('version').notNull(),
    },
    (t) => [index('alarms_audience').on(t.audience, t.endedAt), index('alarms_file').on(t.fileId)],
  );
  return { deliveries, clocks, alarms };
};
