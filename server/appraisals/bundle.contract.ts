// The bundle of interfaces.md section 2 as it comes in; parsing settles what may be absent or null.
import {
  ADMINISTRATIVE_MEASURES,
  APPRAISAL_KINDS,
  BANDS,
  BEHAVIOURS,
  type Bundle,
  CAUSES,
  CONDITIONS,
  GRADES,
  GROUNDS,
  INACTION_FINDINGS,
  INITIATIVE_FINDINGS,
  INITIATIVE_ROLES,
  isDay,
  LEAVE_TYPES,
  LEVELS,
  MEASURES,
  ORGANISATIONAL_MEASURES,
  PARTY_BUILDING_GRADES,
  PARTY_MEASURES,
  QUALITIES,
  RANKS,
  RESPONSIBILITIES,
  SEVERITIES,
  TEMPLATES,
  UNIT_GRADES,
  UNIT_KINDS,
  VOCABULARIES,
  VOTE_FINDINGS,
  type ParameterId,
} from '../../scoring/index.ts';
import { z } from 'zod';

export const text = z.string().min(1).max(200);
export const day = z
  .string()
  .refine((given) => isDay(given) && given >= '1949-01-01' && given <= '2100-12-31', {
    error: '存在的日期 YYYY-MM-DD（1949 至 2100） | an existing day YYYY-MM-DD, 1949 to 2100',
  });
const year = z.int().min(1949).max(2100);
const flag = z
  .boolean()
  .nullish()
  .transform((given) => given ?? false);
const hundredths = z.int().min(0).max(10_000);

/** A list that may be left out. */
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((given) => given ?? []);
/** A value that may be left out. */
const optional = <Value extends z.ZodType>(value: Value) =>
  value.nullish().transform((given) => given ?? null);

const pool = z.strictObject({
  id: text,
  name: optional(text).transform((given) => given ?? ''),
  outstanding: flag,
  mergeInto: optional(text),
  extraPlaces: z
    .int()
    .min(0)
    .nullish()
    .transform((given) => given ?? 0),
  decided: list(text),
});

const unit = z.strictObject({ id: text, name: text, kind: z.enum(UNIT_KINDS) });

const inaction = z.strictObject({
  id: text,
  kind: z.literal('inaction'),
  code: z.enum(BEHAVIOURS),
  occurredOn: day,
  countsOn: optional(day),
  notifiedOn: optional(day),
  severity: z.enum(SEVERITIES),
  responsibility: z.enum(RESPONSIBILITIES),
  finding: z.enum(INACTION_FINDINGS),
  conditions: list(z.enum(CONDITIONS)),
  cause: optional(z.enum(CAUSES)),
  factId: optional(text),
});

const initiative = z.strictObject({
  id: text,
  kind: z.literal('initiative'),
  area: z.literal([1, 2, 3, 4, 5, 6]),
  quality: z.enum(QUALITIES),
  occurredOn: day,
  countsOn: optional(day),
  level: z.enum(LEVELS),
  role: z.enum(INITIATIVE_ROLES),
  finding: z.enum(INITIATIVE_FINDINGS),
  factId: optional(text),
});

const disciplined = {
  id: text,
  kind: z.literal('discipline'),
  effectiveOn: day,
  ground: optional(z.enum(GROUNDS)),
};
const months = optional(z.int().min(1).max(1200));
const PROBATION_MONTHS = [12, 24];

const discipline = z.discriminatedUnion('source', [
  z
    .strictObject({ ...disciplined, source: z.literal('party'), measure: z.enum(PARTY_MEASURES), months })
    .refine(
      ({ measure, months: length }) =>
        measure !== 'probation' || length === null || PROBATION_MONTHS.includes(length),
      {
        error: '留党察看 12 或 24 个月 | 12 or 24 months of probation',
        path: ['months'],
      },
    ),
  z.strictObject({
    ...disciplined,
    source: z.literal('administrative'),
    measure: z.enum(ADMINISTRATIVE_MEASURES),
    months,
  }),
  z.strictObject({
    ...disciplined,
    source: z.literal('organisational'),
    measure: z.enum(ORGANISATIONAL_MEASURES),
    months,
  }),
]);

export const constraint = z.discriminatedUnion('kind', [
  discipline,
  z.strictObject({ kind: z.literal('investigation'), openedOn: day, closedOn: optional(day) }),
  z.strictObject({ kind: z.literal('leave'), type: z.enum(LEAVE_TYPES), from: day, to: day }),
  z.strictObject({ kind: z.literal('recruitProbation'), from: day, to: day }),
  z.strictObject({ kind: z.literal('refusedAppraisal'), year }),
]);

const appointment = z.strictObject({
  postId: text,
  unitId: text,
  rank: optional(z.enum(RANKS)),
  from: day,
  to: optional(day),
  sensitive: flag,
});

const measures = z.strictObject(
  Object.fromEntries(MEASURES.map((measure) => [measure, hundredths.nullish()])) as Record<
    (typeof MEASURES)[number],
    z.ZodOptional<z.ZodNullable<typeof hundredths>>
  >,
);

export const yearGrade = z.strictObject({ year, grade: z.enum(GRADES) });

/** The fields of a cadre, named so that other contracts can borrow them. */
export const cadreShape = {
  id: text,
  name: text,
  unitId: text,
  pool: text,
  template: z.enum(TEMPLATES),
  partySecretary: flag,
  unitGrade: optional(z.enum(UNIT_GRADES)),
  partyBuildingGrade: optional(z.enum(PARTY_BUILDING_GRADES)),
  quarters: list(z.enum(BANDS)),
  measures,
  voteFindings: list(z.enum(VOTE_FINDINGS)),
  inspectionFindings: list(z.strictObject({ id: text, kind: text, on: day })),
  grades: list(yearGrade),
  conduct: list(z.discriminatedUnion('kind', [inaction, initiative])),
  constraints: list(constraint),
  appointments: list(appointment),
  cadreSince: optional(day),
  retiresOn: optional(day),
  specialist: flag,
};

const override = z.strictObject({
  parameter: text.transform((given) => given as ParameterId),
  from: day,
  value: z.int().min(0).max(1_000_000),
  cite: text,
});

export const EvaluationBundle = z.strictObject({
  asOf: day,
  kind: z
    .enum(APPRAISAL_KINDS)
    .nullish()
    .transform((given) => given ?? 'annual'),
  period: z.strictObject({ from: day, to: day }),
  vocabulary: z.enum(VOCABULARIES),
  pools: z.array(pool),
  units: z.array(unit),
  cadres: z.array(z.strictObject(cadreShape)),
  policy: z
    .strictObject({ overrides: list(override) })
    .nullish()
    .transform((given) => given ?? { overrides: [] }),
}) satisfies z.ZodType<Bundle>;
