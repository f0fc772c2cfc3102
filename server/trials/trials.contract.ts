// 试算: what a person's result would be if some findings were others. Answered, never kept.
import { BANDS, GRADES } from '../../scoring/index.ts';
import { z } from 'zod';
import { Bilingual, DayText, Id } from '../http/shared.contract.ts';

const Hundredths = z.int();
const Year = z.int().min(1949).max(2100);
/** What a record may be tried as; which of them depends on its ledger. */
const Finding = z.enum(['upheld', 'mitigated', 'exempt', 'verified', 'dismissed']);

export const TrialQuery = z.strictObject({
  year: z.coerce.number().int().min(1949).max(2100),
  cadreId: Id,
});
const TrialRecord = z.strictObject({
  id: Id,
  ledger: z.enum(['inaction', 'initiative']),
  title: Bilingual,
  occurredOn: DayText,
  /** Whether it counts in this year; an earlier one may still weigh on a later one. */
  countsHere: z.boolean(),
  documentNo: z.string().nullable(),
  summary: z.string(),
  findingLabel: Bilingual,
  /** As it stands; null while it is open. */
  finding: Finding.nullable(),
  choices: z.array(z.strictObject({ finding: Finding, label: Bilingual })),
});
export const TrialRecords = z.strictObject({
  year: Year,
  cadreId: Id,
  name: z.string(),
  unitName: z.string(),
  records: z.array(TrialRecord),
});

const MOST_CHANGES = 100;
export const TryFindings = z.strictObject({
  year: Year,
  cadreId: Id,
  changes: z
    .array(z.strictObject({ recordId: Id, finding: Finding }))
    .min(1)
    .max(MOST_CHANGES),
});

const Said = z.strictObject({ clause: z.string(), because: Bilingual });
const Side = z.strictObject({
  base: Hundredths.nullable(),
  credits: Hundredths,
  deductions: Hundredths,
  total: Hundredths.nullable(),
  band: z.enum(BANDS).nullable(),
  bandLabel: Bilingual.nullable(),
  ceiling: z.enum(BANDS).nullable(),
  ceilingLabel: Bilingual.nullable(),
  grade: z.enum(GRADES).nullable(),
  gradeLabel: Bilingual,
  reasonLabel: Bilingual,
  /** Among those of the pool with a base, by what base and records come to before it is held within 0 and 100. */
  position: z.strictObject({ place: z.int(), of: z.int() }).nullable(),
  reviews: z.array(Said.extend({ label: Bilingual })),
});
const LineSide = z.strictObject({ points: Hundredths, because: Bilingual });
export const TrialView = z.strictObject({
  year: Year,
  cadreId: Id,
  asOf: DayText,
  policyVersion: z.string(),
  /** Places for 优秀 in the person's pool. */
  pool: z.strictObject({ name: z.string(), places: z.int() }),
  before: Side,
  after: Side,
  /** Steps that the trial changes, adds or takes away. */
  lines: z.array(
    z.strictObject({
      recordId: Id.nullable(),
      clause: z.string(),
      before: LineSide.nullable(),
      after: LineSide.nullable(),
    }),
  ),
  findings: z.strictObject({ gone: z.array(Said), come: z.array(Said) }),
});
