// 澄清书 read out of an inaction file that was overturned.
import { inactionOf } from '../../db/queries/conduct-files.ts';
import type { Row } from '../../db/tables/index.ts';
import { areaOfBehaviour, clauseOfArea } from '../../scoring/index.ts';
import type { Clarification } from './clarification.ts';
import { type FileOpened, personOn, type Reading } from './file-opened.ts';

const OVERTURNS = ['revoke', 'overturn', 'correct'] as const;
type How = (typeof OVERTURNS)[number];
const isHow = (event: string): event is How => (OVERTURNS as readonly string[]).includes(event);

/** The step that overturned the record, if it stands overturned. */
export const overturningStep = ({ kind, file, events }: FileOpened): Row<'fileEvents'> | undefined =>
  kind.machine.name === 'inaction' && file.state === 'overturned'
    ? events.findLast(({ event }) => isHow(event))
    : undefined;

export async function readClarification(
  reading: Reading,
  { file }: FileOpened,
  step: Row<'fileEvents'>,
): Promise<Clarification> {
  const { db, tables, dayOf, school } = reading;
  const { code, occurredOn } = (await inactionOf(db, tables, file.id))!;
  const on = dayOf(step.at);
  return {
    ...{ school, fileId: file.id, person: await personOn(reading, file, on) },
    record: { code, clause: clauseOfArea(areaOfBehaviour(code)), occurredOn },
    decision: { how: step.event as How, on },
  };
}
