// The case of interfaces.md section 4 as it comes in: what is left out is unanswered or unproven.
import { type Blocker, BLOCKERS, type Mistake, SITUATIONS } from '../../scoring/index.ts';
import { z } from 'zod';

const answer = z
  .boolean()
  .nullish()
  .transform((given) => given ?? null);
const oneOf = <const Code extends string>(codes: readonly Code[]) =>
  z
    .enum(codes)
    .nullish()
    .transform((given) => given ?? null);

const blockers = z.strictObject(
  Object.fromEntries(BLOCKERS.map((blocker) => [blocker, answer])) as Record<Blocker, typeof answer>,
);

const tests = z.strictObject({
  motive: oneOf(['public', 'private']),
  intent: oneOf(['unintentional', 'intentional']),
  nature: oneOf(['error', 'violation']),
});

export const ExemptionCase = z.strictObject({
  situation: z.enum(SITUATIONS),
  tests: tests.nullish().transform((given) => given ?? { motive: null, intent: null, nature: null }),
  withinDisciplineLawPolicy: answer,
  facts: z
    .record(z.string(), z.boolean().nullish())
    .nullish()
    .transform((given): Mistake['facts'] => given ?? {}),
  blockers: blockers
    .nullish()
    .transform((given) => given ?? { knowingViolation: null, privateGain: null, persistedAfterBan: null }),
  seriousConsequence: answer,
}) satisfies z.ZodType<Mistake>;
