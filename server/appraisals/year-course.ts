// How a year was archived and reopened, and why.
import type { z } from 'zod';
import { accountLabels } from '../../db/queries/account-labels.ts';
import { meetingById } from '../../db/queries/meetings.ts';
import { eventsOfFile } from '../../db/queries/procedure-files.ts';
import { yearFileOf } from '../../db/queries/year-files.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import type { Label } from '../../scoring/index.ts';
import type { YearStep } from './archive.contract.ts';
import { calledBy } from './pools-shown.ts';

type Step = z.infer<typeof YearStep>;
interface Asked {
  readonly db: Db;
  readonly tables: Tables;
  readonly year: number;
  /** A reason may name somebody: it is for those who read the whole school. */
  readonly isWhole: boolean;
}

const LABELS: Readonly<Record<Step['event'], Label>> = {
  archive: { zh: '归档', en: 'Archived' },
  reopen: { zh: '经党委会会议决定重开', en: 'Reopened by a meeting of the party committee' },
};

/** The latest step first. */
export async function courseOf(asked: Asked): Promise<Step[]> {
  const { db, tables, year, isWhole } = asked;
  const file = await yearFileOf(db, tables, year);
  if (!file) return [];
  const events = await eventsOfFile(db, tables, file.id);
  const labels = await accountLabels(
    db,
    tables,
    events.map(({ actor }) => actor),
  );
  const steps = events.map(async (kept): Promise<Step> => {
    const event = kept.event === 'archive' ? 'archive' : 'reopen';
    return {
      ...{ event, label: LABELS[event], at: kept.at, reason: isWhole ? kept.reason : null },
      by: event === 'archive' ? calledBy(labels.get(kept.actor)) : null,
      meeting: kept.meetingId === null ? null : await meetingShown(asked, kept),
    };
  });
  return (await Promise.all(steps)).toReversed();
}

async function meetingShown(
  { db, tables }: Asked,
  { meetingId }: Row<'fileEvents'>,
): Promise<Step['meeting']> {
  const meeting = await meetingById(db, tables, meetingId!);
  return meeting ? { id: meeting.id, title: meeting.title, heldOn: meeting.heldOn } : null;
}
