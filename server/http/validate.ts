// A request that is not of the shape its contract wants: every place of it, in both languages.
import type { FastifySchemaCompiler } from 'fastify';
import { z } from 'zod';
import { refusalsFrom } from '../refusals.ts';
import { invalidRequest, Refused } from './problem.ts';

export const validate: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (value: unknown) => {
    const result = schema.safeParse(value);
    if (!result.success) return { error: refusedBecauseOf(result.error) };
    return holdsNul(result.data) ? { error: refusedForNul } : { value: result.data };
  };

/** No text has the character U+0000: one engine would keep it, the other refuses it. */
function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inner]) => name.includes('\0') || holdsNul(inner));
}

const refusedForNul = new Refused(invalidRequest, {
  detail: { zh: '文字中不能有空字符（U+0000）', en: 'A text must not hold the character U+0000' },
});

const refusedBecauseOf = (error: z.ZodError): Refused =>
  new Refused(invalidRequest, {
    places: refusalsFrom(error).map(({ pointer, expected }) => ({
      pointer,
      detail: { zh: `应为${expected.zh}`, en: `Expected ${expected.en}` },
    })),
  });
