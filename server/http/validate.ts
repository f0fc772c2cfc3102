// A request that is not of the shape its contract wants: every place of it, in both languages.
import type { FastifySchemaCompiler } from 'fastify';
import { z } from 'zod';
import { refusalsFrom } from '../refusals.ts';
import { problem, Refused } from './problem.ts';

export const invalidRequest = problem(
  'invalid-request',
  400,
  '提交的内容不符合要求',
  'The request is not valid',
);

export const validate: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (value: unknown) => {
    const result = schema.safeParse(value);
    return result.success ? { value: result.data } : { error: refusedBecauseOf(result.error) };
  };

const refusedBecauseOf = (error: z.ZodError): Refused =>
  new Refused(invalidRequest, {
    places: refusalsFrom(error).map(({ pointer, expected }) => ({
      pointer,
      detail: { zh: `应为${expected.zh}`, en: `Expected ${expected.en}` },
    })),
  });
