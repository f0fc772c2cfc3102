// Requests to one operation, from its description: mostly right, with one thing wrong, or wrong altogether.
import fc, { type Arbitrary } from 'fast-check';
import type { Question } from '../support/ask.ts';
import type { Operation, Parameter } from '../support/operations.ts';
import { described, type KnownIds, oddText, RAW_BODIES, spoiled } from './odd-values.ts';

/** A request without whoever asks. */
export type Bare = Pick<Question, 'method' | 'path' | 'body'> & {
  readonly headers: Readonly<Record<string, string>>;
};

const KEYS = ['', 'short', 'with space in it', 'k'.repeat(101), 'k'.repeat(100)];
const PATHS = [
  '',
  '.',
  '..',
  '%2e%2e',
  '%00',
  '%2f',
  '%',
  '%zz',
  'a%20b',
  '%F0%9F%98%80',
  '%ED%A0%80',
  'x'.repeat(300),
];

const key = fc.oneof(
  { weight: 12, arbitrary: fc.stringMatching(/^[a-z0-9]{20}$/u) },
  fc.constantFrom(...KEYS),
);

/** A lone half of a surrogate pair cannot be written into a URL. */
const inUrl = (value: unknown): string => encodeURIComponent(String(value).toWellFormed());

function inPath(parameters: readonly Parameter[], path: string, ids: KnownIds): Arbitrary<string> {
  const own = parameters.filter((parameter) => parameter.in === 'path');
  const each = own.map(({ schema }) =>
    fc.oneof(
      { weight: 6, arbitrary: described(schema, ids).map(inUrl) },
      { weight: 2, arbitrary: fc.constantFrom(...ids).map(inUrl) },
      oddText.map((text) => inUrl(text).slice(0, 2000)),
      fc.constantFrom(...PATHS),
    ),
  );
  return fc
    .tuple(...each)
    .map((values) => own.reduce((url, { name }, i) => url.replace(`{${name}}`, () => values[i]!), path));
}

function inQuery(parameters: readonly Parameter[], ids: KnownIds): Arbitrary<string> {
  const own = parameters.filter((parameter) => parameter.in === 'query');
  const right = fc.tuple(
    ...own.map(({ name, schema, required }) => {
      const value = described(schema, ids).map((each) => `${name}=${inUrl(each)}`);
      return required === true
        ? fc.oneof({ weight: 9, arbitrary: value }, fc.constant(''))
        : fc.option(value, { nil: '' });
    }),
  );
  const name = own[0]?.name ?? 'limit';
  const wrong = oddText.map((text) => `${name}=${inUrl(text).slice(0, 3000)}`);
  const tricks = fc.constantFrom(
    `${name}=1&${name}=2`,
    `${name}[a]=1`,
    `${name}[]=1`,
    'unknown=1',
    '__proto__=1',
    '&&=&',
    '%',
  );
  return fc.oneof(
    { weight: 7, arbitrary: right.map((parts) => parts.filter((part) => part !== '').join('&')) },
    { weight: 2, arbitrary: wrong },
    tricks,
  );
}

const asJson = (body: Arbitrary<unknown>): Arbitrary<Pick<Bare, 'body' | 'headers'>> =>
  body.map((value) => ({
    body: Buffer.from(jsonOf(value)),
    headers: { 'content-type': 'application/json' },
  }));

/** Whatever fast-check thought of, as far as JSON can say it. */
function jsonOf(value: unknown): string {
  try {
    return (
      JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? String(each) : each)) ?? 'null'
    );
  } catch {
    return 'null';
  }
}

const rawBody = fc.constantFrom(...RAW_BODIES).map(([type, body]) => ({
  body: Buffer.from(body),
  headers: type === '' ? {} : { 'content-type': type },
}));

function bodies({ method, body }: Operation, ids: KnownIds): Arbitrary<Partial<Bare>> {
  if (method === 'GET') return fc.constant({});
  if (body === null) return fc.oneof(rawBody, fc.constant({}));
  const right = described(body, ids);
  return fc.oneof(
    { weight: 6, arbitrary: asJson(right) },
    { weight: 6, arbitrary: asJson(spoiled(right)) },
    { weight: 1, arbitrary: rawBody },
  );
}

export function requestsTo(operation: Operation, ids: KnownIds): Arbitrary<Bare> {
  const { method, path, parameters } = operation;
  return fc
    .record({
      path: inPath(parameters, path, ids),
      query: inQuery(parameters, ids),
      sent: bodies(operation, ids),
      key,
    })
    .map(({ path, query, sent, key }) => ({
      method,
      path: query === '' ? path : `${path}?${query}`,
      ...(sent.body !== undefined && { body: sent.body }),
      headers: { ...sent.headers, ...(method !== 'GET' && { 'idempotency-key': key }) },
    }));
}
