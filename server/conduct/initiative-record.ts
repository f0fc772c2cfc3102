// What an initiative file tells the ledger, by its state (procedures.md section 3).
import { initiativeOf, recordById } from '../../db/queries/conduct-files.ts';
import { changeRow } from '../../db/rows.ts';
import type { InitiativeFinding } from '../../scoring/index.ts';
import type { EffectOf } from '../procedures/file-kind.ts';
import { countsOnAt, countsOnBeside, keepRecord } from './ledger-record.ts';

const FINDINGS: Readonly<Record<string, InitiativeFinding>> = {
  verified: 'verified',
  challenged: 'verified',
  answered: 'verified',
  revocation_served: 'verified',
  appealed_revocation: 'verified',
  verified_closed: 'verified',
  rejected: 'dismissed',
  appealed: 'dismissed',
  dismissed: 'dismissed',
  revoked: 'dismissed',
};

/** A verified record stands until its revocation is decided; whatever is not decided is open. */
export const initiativeFinding = (state: string): InitiativeFinding => FINDINGS[state] ?? 'open';

/** From here on there is something to tell; before, nobody but the recorder has said that it happened. */
const isToldFrom = (state: string): boolean => state === 'checked';

/** Brings the ledger's record in step. */
export async function keepInitiative(work: EffectOf): Promise<void> {
  const { tx, changed, tables, file } = work;
  const said = (await initiativeOf(tx, tables, file.id))!;
  if (said.recordId === null && !isToldFrom(file.state)) return;
  const before = said.recordId === null ? undefined : await recordById(tx, tables, said.recordId);
  const finding = initiativeFinding(file.state);
  const isNewlyVerified = finding === 'verified' && before?.finding !== 'verified';
  const ofFact = { id: said.recordId, ledger: 'initiative', ...said } as const;
  const countsOn = isNewlyVerified
    ? ((await countsOnAt(work, ofFact)) ?? before?.countsOn ?? null)
    : before
      ? before.countsOn
      : await countsOnBeside(work, ofFact);
  const recordId = await keepRecord(work, said.recordId, {
    ...{ cadreId: said.cadreId, ledger: 'initiative', code: null, area: said.area, quality: said.quality },
    ...{ level: said.level, role: said.role, occurredOn: said.occurredOn, countsOn, notifiedOn: null },
    ...{ severity: null, responsibility: null, cause: null, conditions: [], finding },
    ...{ factId: said.factId, documentNo: said.documentNo, summary: said.summary },
  });
  if (said.recordId === null)
    await changeRow(tx, changed, tables.initiativeFiles, { before: said, set: { recordId } });
}
