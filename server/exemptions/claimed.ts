// What was applied for, kept by the application's own event: the investigators write over the situation and the pilot.
import { z } from 'zod';
import { exemptionOf } from '../../db/queries/conduct-files.ts';
import type { Row } from '../../db/tables/index.ts';
import { SITUATIONS } from '../../scoring/index.ts';
import type { FileKind } from '../procedures/file-kind.ts';

const Claimed = z.strictObject({
  claimedSituation: z.enum(SITUATIONS),
  claimedPilotId: z.string().nullable(),
});
type Kept = z.infer<typeof Claimed>;

/** Every application keeps its own; the last one counts. */
export const keepClaim: NonNullable<FileKind['keeps']>[string] = async ({ db, tables, file }) => {
  const { situation, pilotId } = (await exemptionOf(db, tables, file.id))!;
  return { claimedSituation: situation, claimedPilotId: pilotId } satisfies Record<keyof Kept, unknown>;
};

/** What was applied for last; null before that. */
export function claimedIn(
  events: readonly Row<'fileEvents'>[],
): Pick<Row<'exemptions'>, 'situation' | 'pilotId'> | null {
  const last = events.findLast(({ event }) => event === 'submit');
  const read = Claimed.safeParse(last?.data);
  return read.success ? { situation: read.data.claimedSituation, pilotId: read.data.claimedPilotId } : null;
}

/**
 * Until two have signed for the facts nobody has found anything: the person concerned reads his own application then,
 * and not what is being written, nor what was when it ended there.
 */
const BEFORE_SHOWN: readonly string[] = [
  'submitted',
  'declined',
  'investigating',
  'not_accepted',
  'withdrawn',
];

/** Whether what the file says of the facts is what two signed for: an investigation begun anew writes over it. */
export const isSignedFor = ({ state }: Pick<Row<'files'>, 'state'>): boolean => !BEFORE_SHOWN.includes(state);

export const isUnsignedFor = (
  file: Pick<Row<'files'>, 'state' | 'cadreId'>,
  reader: string | null,
): boolean => file.cadreId !== null && file.cadreId === reader && !isSignedFor(file);
