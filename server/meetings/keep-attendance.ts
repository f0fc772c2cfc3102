// Who was present, kept for everybody entitled; recorded again, the rows of before are corrected.
import type { Changed } from '../../db/audit-entry.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Tx } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import type { Seating } from './seating.ts';

interface Within {
  readonly tx: Tx;
  readonly changed: Changed;
  readonly tables: Tables;
  readonly newId: (prefix: string) => string;
}
interface Attendance {
  readonly meetingId: string;
  readonly before: readonly Row<'meetingMembers'>[];
  readonly seating: Seating;
  readonly present: ReadonlySet<string>;
}

export async function keepAttendance(
  { tx, changed, tables, newId }: Within,
  { meetingId, before, seating, present }: Attendance,
): Promise<void> {
  for (const row of before) {
    const isPresent = present.has(row.accountId);
    if (row.isPresent !== isPresent)
      await changeRow(tx, changed, tables.meetingMembers, { before: row, set: { isPresent } });
  }
  const known = new Set(before.map(({ accountId }) => accountId));
  const fresh = [...seating.members.keys()].filter((accountId) => !known.has(accountId));
  if (fresh.length === 0) return;
  await addRows(
    tx,
    changed,
    tables.meetingMembers,
    fresh.map((accountId) => ({
      id: newId('mtm'),
      meetingId,
      accountId,
      isPresent: present.has(accountId),
    })),
  );
}
