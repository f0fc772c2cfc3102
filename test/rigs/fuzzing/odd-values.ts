// Values that programs trip over, and requests made of them after an operation's own description.
import fc, { type Arbitrary } from 'fast-check';
import type { JsonSchema } from './json-schema.ts';

const ODD_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uD800',
  '\uDFFF\uD800',
  '\u202E反向',
  '👩‍👩‍👧‍👦'.repeat(10),
  'e\u0301'.repeat(30),
  '\uFEFF',
  "' or 1=1 --",
  '%',
  '_',
  '\\',
  '=1+1',
  '<script>alert(1)</script>',
  '${7*7}',
  '../../../etc/passwd',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '-1',
  '1e999',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '2026-12-31',
  '99999-01-01',
  'a'.repeat(101),
  '长'.repeat(501),
  'x'.repeat(70_000),
];
const ODD_NUMBERS = [
  0,
  -0,
  -1,
  1,
  0.5,
  1e21,
  -1e21,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53 - 1,
  2 ** 53,
  1949,
  2026,
  2101,
  Number.MAX_VALUE,
];

const deep = (depth: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < depth; i += 1) value = i % 2 === 0 ? [value] : { a: value };
  return value;
};

export const oddText = fc.constantFrom(...ODD_TEXTS);
const oddNumber = fc.constantFrom(...ODD_NUMBERS);
const anything: Arbitrary<unknown> = fc.oneof(
  oddText,
  oddNumber,
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { '': '' }),
  fc.constantFrom(deep(20), deep(500)),
  fc.array(fc.oneof(oddText, oddNumber), { maxLength: 5 }),
  fc.anything({ maxDepth: 2, withNullPrototype: false }),
);

/** Real names of things in the store: whoever guesses ids guesses those. */
export type KnownIds = readonly string[];

const DAY = /\\d\{4\}-\\d\{2\}-\\d\{2\}/u;
const DAYS = ['2026-01-01', '2026-12-31', '2026-02-29', '2024-02-29', '0001-01-01', '9999-12-31'];

function textAsDescribed(
  { minLength = 0, maxLength = 60, pattern }: JsonSchema,
  ids: KnownIds,
): Arbitrary<string> {
  if (pattern !== undefined && DAY.test(pattern)) return fc.constantFrom(...DAYS);
  if (pattern !== undefined) return fc.oneof(safeMatch(pattern), fc.constantFrom(...ids));
  const longest = Math.min(maxLength, 3000);
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...ids) },
    fc.string({ minLength, maxLength: Math.max(minLength, Math.min(longest, 40)), unit: 'grapheme' }),
    fc.constantFrom('字'.repeat(Math.max(1, minLength)), '字'.repeat(longest), '字'.repeat(longest + 1)),
  );
}

function safeMatch(pattern: string): Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'));
  } catch {
    return oddText;
  }
}

function numberAsDescribed({ type, minimum = -1000, maximum = 10_000 }: JsonSchema): Arbitrary<number> {
  const bounds = [minimum, minimum - 1, minimum + 1, maximum, maximum - 1, maximum + 1];
  return type === 'integer' || [type].flat().includes('integer')
    ? fc.oneof(fc.constantFrom(...bounds), fc.integer({ min: 0, max: 5 }), fc.maxSafeInteger())
    : fc.oneof(fc.constantFrom(...bounds), fc.double());
}

/** Mostly as the description has it, so that the request comes far enough to break something. */
export function described(schema: JsonSchema, ids: KnownIds, depth = 0): Arbitrary<unknown> {
  const among = schema.anyOf ?? schema.oneOf;
  if (among) return fc.oneof(...among.map((each) => described(each, ids, depth)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if ('const' in schema) return fc.constant(schema.const);
  const types = [schema.type ?? []].flat();
  if (types.includes('string')) return textAsDescribed(schema, ids);
  if (types.includes('integer') || types.includes('number')) return numberAsDescribed(schema);
  if (types.includes('boolean')) return fc.boolean();
  if (types.includes('array')) return listAsDescribed(schema, ids, depth);
  if (types.includes('object')) return objectAsDescribed(schema, ids, depth);
  return anything;
}

function listAsDescribed(
  { items = {}, minItems = 0, maxItems = 4 }: JsonSchema,
  ids: KnownIds,
  depth: number,
) {
  const most = depth > 2 ? minItems : Math.max(minItems, Math.min(maxItems, 4));
  return fc.array(described(items, ids, depth + 1), { minLength: minItems, maxLength: most });
}

function objectAsDescribed({ properties = {}, required = [] }: JsonSchema, ids: KnownIds, depth: number) {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, each]) => [name, described(each, ids, depth + 1)]),
  );
  return fc.record(fields, {
    requiredKeys: required.filter((name) => name in fields),
    noNullPrototype: true,
  });
}

const EXTRA = [
  'role',
  'state',
  'actor',
  'isAdmin',
  'id',
  'version',
  'constructor',
  'prototype',
  'toString',
  '',
];

/** One thing wrong in what was right: a value, a field more, a field less, or all of it. */
export const spoiled = (right: Arbitrary<unknown>): Arbitrary<unknown> =>
  fc.tuple(right, anything, fc.nat(), fc.constantFrom(...EXTRA)).map(([value, odd, where, extra]) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return odd;
    const names = Object.keys(value);
    const name = names[where % Math.max(1, names.length)];
    const kind = where % 5;
    if (kind === 0 || name === undefined) return { ...value, [extra]: odd };
    if (kind === 1) return Object.fromEntries(Object.entries(value).filter(([each]) => each !== name));
    if (kind === 2) return odd;
    const inner = (value as Record<string, unknown>)[name];
    if (kind === 3 && Array.isArray(inner)) return { ...value, [name]: [...inner, odd, ...inner] };
    return { ...value, [name]: odd };
  });

/** Bodies that are not even JSON, or claim to be something else. */
export const RAW_BODIES: readonly (readonly [type: string, body: string])[] = [
  ['application/json', '{'],
  ['application/json', ''],
  ['application/json', 'null'],
  ['application/json', '[[[[' + '['.repeat(20_000)],
  ['application/json', '{"__proto__":{"isAdmin":true}}'],
  ['application/json', '{"constructor":{"prototype":{"isAdmin":true}}}'],
  ['application/json', '{"version":1,"version":2}'],
  ['application/json', '\uFEFF{}'],
  ['application/json; charset=utf-16', '{}'],
  ['application/json\t; x', '{}'],
  ['application/x-www-form-urlencoded', 'a=1&a[b]=2'],
  ['text/plain', '{}'],
  ['application/xml', '<a/>'],
  ['multipart/form-data', 'no boundary'],
  [
    'multipart/form-data; boundary=x',
    '--x\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nPK\u0003\u0004 no zip\r\n--x--\r\n',
  ],
  [
    'multipart/form-data; boundary=x',
    '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
  ],
  ['multipart/form-data; boundary=x', '--x\r\n'],
  ['', '{}'],
];
