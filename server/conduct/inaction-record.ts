// What an inaction file tells the ledger, by its state (procedures.md section 3).
import { inactionOf, recordById } from '../../db/queries/conduct-files.ts';
import { changeRow } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import { areaOfBehaviour, type Day, type InactionFinding } from '../../scoring/index.ts';
import type { EffectOf } from '../procedures/file-kind.ts';
import { countsOnAt, countsOnBeside, keepRecord } from './ledger-record.ts';

const FINDINGS: Readonly<Record<string, InactionFinding>> = {
  exempted: 'exempt',
  dismissed: 'dismissed',
  unfounded: 'dismissed',
  overturned: 'dismissed',
  withdrawn: 'dismissed',
};
const FINAL = ['final', 'final_expired'];

/** Only a final record weighs; whatever is not decided is open. */
export function inactionFinding(state: string, { isMitigated }: { isMitigated: boolean }): InactionFinding {
  if (FINAL.includes(state)) return isMitigated ? 'mitigated' : 'upheld';
  return FINDINGS[state] ?? 'open';
}

/** Brings the ledger's record in step; before verification there is nothing to tell. */
export async function keepInaction(work: EffectOf, servedOn?: Day): Promise<void> {
  const { tx, changed, tables, file } = work;
  const said = (await inactionOf(tx, tables, file.id))!;
  if (said.severity === null || said.responsibility === null) return;
  const before = said.recordId === null ? undefined : await recordById(tx, tables, said.recordId);
  // A notice signed for late is no step: the record stays in the year in which it came to count.
  const isNewlyFinal = servedOn === undefined && file.state === 'final' && work.event.fromState !== 'final';
  const ofFact = {
    ...said,
    ...({ id: said.recordId, ledger: 'inaction', countsOn: before?.countsOn ?? null } as const),
  };
  const countsOn = isNewlyFinal
    ? ((await countsOnAt(work, ofFact)) ?? before?.countsOn ?? null)
    : before
      ? before.countsOn
      : await countsOnBeside(work, ofFact);
  const recordId = await keepRecord(work, said.recordId, {
    ...{ cadreId: said.cadreId, ledger: 'inaction', code: said.code, area: areaOfBehaviour(said.code) },
    ...{ quality: null, level: null, role: null, occurredOn: said.occurredOn, countsOn },
    notifiedOn: servedOn ?? before?.notifiedOn ?? null,
    ...{ severity: said.severity, responsibility: said.responsibility, cause: said.cause },
    finding: inactionFinding(file.state, said),
    ...{ conditions: said.conditions, factId: said.factId },
    ...{ documentNo: said.documentNo, summary: said.summary },
  });
  if (said.recordId === null)
    await changeRow(tx, changed, tables.inactionFiles, { before: said, set: { recordId } });
}

/** A past decision keeps the day on which the person was told then. */
export const isToldBefore = (
  { isPast }: Row<'inactionFiles'>,
  record: Row<'conductRecords'> | undefined,
): boolean => isPast && record?.notifiedOn != null;
