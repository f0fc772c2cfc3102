// The qualification case of interfaces.md section 5: a cadre of the evaluation bundle with a career beside it.
import { QUALIFICATION_RULES, RANKS } from '../../scoring/index.ts';
import { z } from 'zod';
import { cadreShape, day, text } from '../appraisals/bundle.contract.ts';

const heldPost = z
  .strictObject({
    rank: z.enum(RANKS),
    chief: z.boolean(),
    from: day,
    to: day.nullish().transform((given) => given ?? null),
  })
  .refine(({ from, to }) => to === null || from <= to, {
    error: '不早于 from 的日期 | a day not before from',
    path: ['to'],
  });

const { id, name, appointments: _, grades, constraints, ...others } = cadreShape;

const candidate = z.strictObject({
  ...z.strictObject({ id, name, ...others }).partial().shape,
  grades,
  constraints,
  serviceSince: day.nullish().transform((given) => given ?? null),
  grassrootsMonths: z
    .int()
    .min(0)
    .max(1200)
    .nullish()
    .transform((given) => given ?? null),
  training: z
    .enum(['done', 'planned', 'none'])
    .nullish()
    .transform((given) => given ?? null),
  posts: z
    .array(heldPost)
    .nullish()
    .transform((given) => given ?? null),
});

export const QualificationCase = z.strictObject({
  asOf: day,
  target: z.strictObject({ rank: z.enum(RANKS), chief: z.boolean() }),
  cadre: candidate,
  waivers: z
    .array(z.strictObject({ rule: z.enum(QUALIFICATION_RULES), document: text }))
    .nullish()
    .transform((given) => given ?? []),
});
