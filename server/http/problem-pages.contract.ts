import { z } from 'zod';
import { Bilingual } from './shared.contract.ts';

/** What the address in a problem's `type` leads to. */
export const ProblemPage = z.strictObject({
  name: z.string(),
  status: z.int(),
  title: Bilingual,
  /** What whoever met it can do. */
  cure: Bilingual,
});
export const ProblemPages = z.strictObject({ items: z.array(ProblemPage) });
export const ProblemParams = z.strictObject({ name: z.string().min(1).max(60) });
