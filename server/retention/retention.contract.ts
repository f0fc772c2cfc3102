import { z } from 'zod';
import { Bilingual } from '../http/shared.contract.ts';

export const RetentionView = z.strictObject({
  id: z.string(),
  record: Bilingual,
  months: z.int().nullable(),
  from: Bilingual,
  basis: z.enum(['stated', 'delegated', 'default']),
  certainty: z.enum(['official', 'secondary', 'unread']),
  cite: Bilingual,
});
export const RetentionList = z.strictObject({ items: z.array(RetentionView), afterwards: Bilingual });
