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

/** What the records of one fact share. */
type OfFact = Pick<Record_, 'cadreId' | 'ledger' | 'factId' | 'occurredOn'> & {
  readonly id: string | null;
  /** The day that a decision taken before the product named itself. */
  readonly countsOn?: Day | null;
};

const othersOf = async ({ tx, tables }: EffectOf, { id, cadreId, ledger, factId }: OfFact) =>
  factId === null
    ? []
    : (await recordsOfFact(tx, tables, { cadreId, ledger, factId })).filter((other) => other.id !== id);

/**
 * The day a record counts on when it becomes final: null = the day it happened. A year archived by then is closed,
 * so that December is not free and nothing counts twice. A fact whose other record weighs already keeps its year; else
 * the fact's other records move along with this one.
 */
export async function countsOnAt(work: EffectOf, record: OfFact): Promise<Day | null> {
  const { tx, changed, tables, here } = work;
  const others = await othersOf(work, record);
  const first = others.find(({ finding }) => weight(finding) !== 'nothing');
  if (first) return dayIn(first, record.occurredOn);
  const named = record.countsOn ?? null;
  const year = await yearKept(tx, tables, yearOf(named ?? record.occurredOn));
  const countsOn = year?.state === 'archived' ? here.dayOf(here.now()) : named;
  for (const before of others)
    if (before.countsOn !== countsOn)
      await changeRow(tx, changed, tables.conductRecords, { before, set: { countsOn } });
  return countsOn;
}

/** The day on which a further record of a fact counts: in the year of the rest. */
export async function countsOnBeside(work: EffectOf, record: OfFact): Promise<Day | null> {
  const [other] = await othersOf(work, record);
  return other ? dayIn(other, record.occurredOn) : null;
}

const dayIn = (other: Record_, occurredOn: Day): Day | null =>
  other.countsOn ?? (yearOf(other.occurredOn) === yearOf(occurredOn) ? null : other.occurredOn);
