import { APPRAISAL_KINDS, BANDS, DIMENSIONS, GRADES, isDay, VOCABULARIES } from '../../scoring/index.ts';
import { z } from 'zod';
import { Bilingual, DayText, Id, JobView, pageOf, PageQuery, Reason } from '../http/shared.contract.ts';
import { YearStep } from './archive.contract.ts';

const Band = z.enum(BANDS);
const Grade = z.enum(GRADES);
const GradeReason = z.enum(['band', 'ceiling', 'forced', 'quota', 'tie', 'decided', 'incomplete']);
const Hundredths = z.int();

export const YearParams = z.strictObject({ year: z.coerce.number().int().min(1949).max(2100) });
export const YearView = z.strictObject({
  year: z.int(),
  periodFrom: DayText,
  periodTo: DayText,
  asOf: DayText,
  vocabulary: z.enum(VOCABULARIES),
  kind: z.enum(APPRAISAL_KINDS),
  state: z.enum(['open', 'archived']),
  version: z.int(),
});
export const YearList = z.strictObject({ items: z.array(YearView) });
/** Three fields; pools and enrolments follow from the roster (and last year's pools where there are any). */
export const OpenYear = z.strictObject({
  year: z.int().min(2018).max(2100),
  asOf: DayText.refine(isDay, { error: '存在的日期 YYYY-MM-DD | a day YYYY-MM-DD that exists' }),
  vocabulary: z.enum(VOCABULARIES),
});

const Tie = z.strictObject({
  total: Hundredths,
  placesLeft: z.int(),
  cadres: z.array(z.strictObject({ id: Id, name: z.string(), unitName: z.string(), decided: z.boolean() })),
});
const PoolView = z.strictObject({
  id: Id,
  name: z.string(),
  version: z.int(),
  size: z.int(),
  places: z.int(),
  extraPlaces: z.int(),
  granted: z.int(),
  isOutstanding: z.boolean(),
  mergedNames: z.array(z.string()),
  ties: Tie.nullable(),
  decision: z.strictObject({ reason: z.string(), decidedBy: z.string(), decidedAt: z.int() }).nullable(),
});

/** The year at a glance: four numbers, counts to filter by, what is missing, the quota with its open questions. */
export const YearSummary = z.strictObject({
  year: YearView,
  enrolled: z.int(),
  run: z
    .strictObject({
      id: Id,
      ranAt: z.int(),
      ranBy: z.string(),
      policyVersion: z.string(),
      resultHash: z.string(),
      /** Facts confirmed since the run: its figures are no longer the newest. */
      isStale: z.boolean(),
    })
    .nullable(),
  numbers: z.strictObject({
    excellent: z.int(),
    places: z.int(),
    withTotal: z.int(),
    undecided: z.int(),
    rotationDue: z.int(),
    reviews: z.int(),
  }),
  grades: z.array(z.strictObject({ grade: Grade.nullable(), label: Bilingual, count: z.int() })),
  units: z.array(z.strictObject({ id: Id, name: z.string(), count: z.int() })),
  pools: z.array(PoolView),
  reserve: z.int(),
  reserveLeft: z.int(),
  batchesAwaiting: z.int(),
  course: z.array(YearStep),
  /** What this viewer may do here. */
  actions: z.array(z.enum(['open', 'run', 'decideTie', 'allotReserve', 'archive'])),
});

export const ResultQuery = PageQuery.extend({
  q: z.string().max(60).optional(),
  unit: Id.optional(),
  grade: z.union([Grade, z.literal('none')]).optional(),
  sort: z.enum(['total', '-total', 'name', '-name']).default('-total'),
});
export const ResultListItem = z.strictObject({
  cadreId: Id,
  staffNo: z.string(),
  name: z.string(),
  unitName: z.string(),
  postTitle: z.string(),
  rank: z.string().nullable(),
  total: Hundredths.nullable(),
  credits: Hundredths,
  deductions: Hundredths,
  grade: Grade.nullable(),
  gradeLabel: Bilingual,
  reason: GradeReason,
  reviewCount: z.int(),
  rotation: z.enum(['due', 'soon', 'notDue', 'exempt']).nullable(),
});
export const ResultPage = pageOf(ResultListItem).extend({ total: z.int() });
export const ResultParams = YearParams.extend({ cadreId: Id });

/** A parameter that a reason stands on, with the value in force. */
const ParameterUsed = z.strictObject({
  id: z.string(),
  title: Bilingual,
  unit: z.string(),
  value: z.number(),
  from: DayText,
  basis: z.enum(['stated', 'delegated', 'default']),
  cite: z.string(),
});
/** A line of a result with everything it stands on. */
export const LineView = z.strictObject({
  rule: z.string(),
  reason: z.string(),
  clause: z.string(),
  clauseLabel: Bilingual,
  parameters: z.array(ParameterUsed),
  recordId: z.string().nullable(),
  points: Hundredths,
  because: Bilingual,
  evidence: z
    .strictObject({
      documentNo: z.string(),
      summary: z.string(),
      occurredOn: DayText,
      /** The record's own file, for whoever may open it. */
      fileHref: z.string().nullable(),
    })
    .nullable(),
});
const FindingView = z.strictObject({
  rule: z.string(),
  clause: z.string(),
  recordId: z.string().nullable(),
  because: Bilingual,
});

const resultShape = {
  year: z.int(),
  ranAt: z.int(),
  asOf: DayText,
  policyVersion: z.string(),
  name: z.string(),
  staffNo: z.string(),
  unitName: z.string(),
  postTitle: z.string(),
  rank: z.string().nullable(),
  base: Hundredths.nullable(),
  balance: Hundredths,
  credits: Hundredths,
  deductions: Hundredths,
  total: Hundredths.nullable(),
  band: Band.nullable(),
  ceiling: Band.nullable(),
  grade: Grade.nullable(),
  gradeLabel: Bilingual,
  ceilingLabel: Bilingual.nullable(),
  reason: GradeReason,
  reasonLabel: Bilingual,
  measures: z.array(
    z.strictObject({ measure: z.string(), label: Bilingual, value: Hundredths.nullable(), weight: z.int() }),
  ),
  lines: z.array(LineView),
  findings: z.array(FindingView),
  reviews: z.array(
    z.strictObject({ trigger: z.string(), label: Bilingual, clause: z.string(), because: Bilingual }),
  ),
  rotation: z.strictObject({
    posts: z.array(
      z.strictObject({
        postName: z.string(),
        months: z.int(),
        limit: z.int(),
        status: z.enum(['due', 'soon', 'notDue', 'exempt']),
        because: Bilingual,
      }),
    ),
    flags: z.array(z.enum(['tooFrequent', 'singleExperience', 'experienceUnknown'])),
  }),
  effectPeriods: z.array(z.strictObject({ effect: z.string(), until: DayText, because: Bilingual })),
  /** 德能勤绩廉 of this year, and the median of the same rank where at least five have them. */
  dimensions: z.array(
    z.strictObject({
      dimension: z.enum(DIMENSIONS),
      label: Bilingual,
      value: Hundredths,
      rankMedian: Hundredths.nullable(),
    }),
  ),
  timeline: z.array(z.strictObject({ on: DayText, kind: z.string(), label: Bilingual })),
  history: z.array(z.strictObject({ year: z.int(), gradeLabel: Bilingual, total: Hundredths.nullable() })),
};
/** What HR and leaders see of a result. */
export const ResultView = z.strictObject({ cadreId: Id, ...resultShape });
/** What the cadre sees of his or her own. */
export const OwnResultView = z.strictObject(resultShape);
export const OwnYears = z.strictObject({ name: z.string(), years: z.array(z.int()) });

export const RunStarted = z.strictObject({ job: JobView });
export const PoolParams = YearParams.extend({ poolId: Id });
export const DecideTie = z.strictObject({
  cadreIds: z.array(Id).min(1).max(500),
  reason: Reason,
  version: z.int(),
});
export const AllotReserve = z.strictObject({
  extraPlaces: z.int().min(0).max(1000),
  reason: Reason,
  version: z.int(),
});
