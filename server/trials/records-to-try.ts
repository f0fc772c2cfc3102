// The records of a person that a reader may try: those he may know of anyway.
import type { z } from 'zod';
import { filesOfRecords } from '../../db/queries/conduct-files.ts';
import { conductOf } from '../../db/queries/files.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import {
  areas,
  behaviours,
  type InactionFinding,
  inactionFindings,
  type InitiativeFinding,
  initiativeFindings,
  type Label,
  qualities,
} from '../../scoring/index.ts';
import { fileAccess } from '../appraisals/file-access.ts';
import { recordsShown } from '../conduct/records-shown.ts';
import type { Actor } from '../permissions/actor.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import type { TrialRecords } from './trials.contract.ts';

type Record_ = Row<'conductRecords'>;
type Shown = z.infer<typeof TrialRecords>['records'][number];
export type Tried = Shown['choices'][number]['finding'];

interface Asked {
  readonly db: Db;
  readonly tables: Tables;
  readonly actor: Actor;
  readonly kinds: ReadonlyMap<string, FileKind>;
}

const WEIGHS: readonly string[] = ['upheld', 'mitigated', 'verified'];
const CHOICES = {
  inaction: ['upheld', 'mitigated', 'exempt', 'dismissed'],
  initiative: ['verified', 'dismissed'],
} as const satisfies Record<Record_['ledger'], readonly Tried[]>;

export const choicesOf = ({ ledger }: Pick<Record_, 'ledger'>): readonly Tried[] => CHOICES[ledger];

/** Confirmed records up to a day, the latest first; of a file that is not his to open, nothing. */
export async function recordsToTry(
  asked: Asked,
  touched: { readonly cadreId: string; readonly unitId: string },
  until: string,
): Promise<Record_[]> {
  const { db, tables, actor } = asked;
  const records = (await conductOf(db, tables, touched.cadreId)).filter(
    ({ confirmedAt, occurredOn }) => confirmedAt !== null && occurredOn <= until,
  );
  const ids = records.map(({ id }) => id);
  const shown = await recordsShown(asked, touched, ids);
  const fileIds = await filesOfRecords(db, tables, ids);
  const access = fileAccess(actor, touched, shown);
  // What came with an import and weighs is no secret between the person and his officers.
  const isOpenFact = ({ id, ledger, finding }: Record_): boolean =>
    !fileIds.has(id) && WEIGHS.includes(finding) && access[ledger];
  return records.filter((record) => shown.has(record.id) || isOpenFact(record)).toReversed();
}

const findingLabel = ({ ledger }: Record_, finding: string): Label =>
  ledger === 'initiative'
    ? initiativeFindings[finding as InitiativeFinding]
    : inactionFindings[finding as InactionFinding];

const titleOf = ({ ledger, code, area, quality }: Record_): Label => {
  if (ledger === 'inaction') return { zh: behaviours[code!].zh, en: behaviours[code!].en };
  const of = areas[area];
  return { zh: `${qualities[quality!].zh} · ${of.zh}`, en: `${qualities[quality!].en} · ${of.en}` };
};

export function recordShown(record: Record_, period: { from: string; to: string }): Shown {
  const { id, ledger, occurredOn, countsOn, documentNo, summary, finding } = record;
  const countingDay = countsOn ?? occurredOn;
  return {
    ...{ id, ledger, occurredOn, documentNo, summary },
    title: titleOf(record),
    countsHere: countingDay >= period.from && countingDay <= period.to,
    finding: choicesOf(record).find((choice) => choice === finding) ?? null,
    findingLabel: findingLabel(record, finding),
    choices: choicesOf(record).map((choice) => ({ finding: choice, label: findingLabel(record, choice) })),
  };
}
