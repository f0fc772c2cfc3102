// The ledger's own record of a file: what `evaluate` is told, kept in step with the state (procedures.md section 3).
import { recordById, recordsOfFact } from '../../db/queries/conduct-files.ts';
import { yearOf as yearKept } from '../../db/queries/years.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import { type Day, yearOf } from '../../scoring/index.ts';
import type { EffectOf } from '../procedures/file-kind.ts';

type Record_ = Row<'conductRecords'>;
/** What a file says of its record; where it came from and since when it weighs follow from the act. */
export type Said = Omit<
  Record_,
  | 'id'
  | 'batchId'
  | 'recordedAt'
  | 'withdrawnAt'
  | 'confirmedAt'
  | 'confirmedBy'
  | 'supersedesId'
  | 'weighedAt'
>;

const WEIGHS: readonly string[] = ['upheld', 'mitigated', 'verified'];
const weight = (finding: string | undefined): string =>
  finding !== undefined && WEIGHS.includes(finding) ? finding : 'nothing';

/** Whether a result computed before does not hold any more: exempting one record frees the others of its fact. */
async function changesResults({ tx, tables }: EffectOf, said: Said, before: Record_ | undefined) {
  if (weight(before?.finding) !== weight(said.finding)) return true;
  if (before?.finding === said.finding || said.factId === null) return false;
  const { cadreId, ledger, factId } = said;
  const others = await recordsOfFact(tx, tables, { cadreId, ledger, factId });
  const isAbout = [before?.finding, said.finding].includes('exempt');
  return isAbout && others.some(({ id, finding }) => id !== before?.id && weight(finding) !== 'nothing');
}

/** Writes what a file says into the ledger; answers the record's id. */
export async function keepRecord(work: EffectOf, id: string | null, said: Said): Promise<string> {
  const { tx, changed, tables, here, file, event } = work;
  const before = id === null ? undefined : await recordById(tx, tables, id);
  const now = here.now();
  const weighedAt = (await changesResults(work, said, before)) ? now : (before?.weighedAt ?? null);
  if (before) {
    await changeRow(tx, changed, tables.conductRecords, { before, set: { ...said, weighedAt } });
    return before.id;
  }
  const row: Record_ = {
    ...said,
    ...{ id: file.id, batchId: null, withdrawnAt: null, supersedesId: null, weighedAt },
    ...{ recordedAt: file.openedAt, confirmedAt: now, confirmedBy: event.actor },
  };
  await addRows(tx, changed, tables.conductRecords, [row]);
  return row.id;
}

/**
 * The day a record counts on when it becomes final: null = the day it happened. A year archived by then is closed,
 * so that December is not free and nothing counts twice.
 */
export async function countsOnAt({ tx, tables, here }: EffectOf, occurredOn: Day): Promise<Day | null> {
  const year = await yearKept(tx, tables, yearOf(occurredOn));
  return year?.state === 'archived' ? here.dayOf(here.now()) : null;
}
