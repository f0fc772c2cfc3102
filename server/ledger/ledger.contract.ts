import { z } from 'zod';
import { LineView } from '../appraisals/appraisals.contract.ts';
import { Bilingual, DayText, Id } from '../http/shared.contract.ts';

const Points = z.int();
const Side = z.strictObject({
  /** Records that weigh. */
  count: z.int(),
  /** Hundredths of a point before caps: credits positive, deductions negative. */
  points: Points,
});
/** One of the six areas: what was taken on, and what was left undone (三(一)–三(六)). */
export const AreaView = z.strictObject({
  area: z.int().min(1).max(6),
  label: Bilingual,
  clause: z.string(),
  initiative: Side,
  inaction: Side,
});
/** A line behind the figures, with its clause, parameters and evidence. */
const RecordLine = LineView.extend({
  ledger: z.enum(['inaction', 'initiative']),
  label: Bilingual,
  occurredOn: DayText.nullable(),
});
const PersonLine = z.strictObject({
  cadreId: Id,
  name: z.string(),
  staffNo: z.string(),
  unitName: z.string(),
  credits: Points,
  deductions: Points,
});

export const LedgerQuery = z.strictObject({
  year: z.coerce.number().int().min(1949).max(2100),
  unit: Id.optional(),
});
export const PersonLedgerParams = z.strictObject({ cadreId: Id });
export const PersonLedgerQuery = LedgerQuery.pick({ year: true });

const Common = {
  year: z.int(),
  /** When the figures were computed; null = the year was not run yet, and everything is empty. */
  ranAt: z.int().nullable(),
  areas: z.array(AreaView),
  /** What the caps cut, as lines of their own. */
  capped: z.strictObject({ initiative: Points, inaction: Points }),
  credits: Points,
  deductions: Points,
  balance: Points,
};
export const UnitLedger = z.strictObject({
  ...Common,
  unit: z.strictObject({ id: Id, name: z.string() }).nullable(),
  units: z.array(z.strictObject({ id: Id, name: z.string() })),
  cadreCount: z.int(),
  /** Those with any record that weighs. */
  people: z.array(PersonLine),
});
export const PersonLedger = z.strictObject({
  ...Common,
  person: z.strictObject({ cadreId: Id, name: z.string(), staffNo: z.string(), unitName: z.string() }),
  records: z.array(RecordLine),
});
