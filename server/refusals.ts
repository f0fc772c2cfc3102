import { refusal, type Refusal } from '../scoring/index.ts';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** A JSON pointer (RFC 6901) from a path. */
export const pointerOf = (path: Path): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const TYPES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  string: ['文字', 'a text'],
  number: ['数字', 'a number'],
  int: ['整数', 'an integer'],
  boolean: ['true 或 false', 'true or false'],
  array: ['列表', 'a list'],
  object: ['对象', 'an object'],
};

/** What was expected where an issue stands, in both languages. */
function expected(issue: Issue): readonly [zh: string, en: string] {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? [issue.expected, issue.expected];
    case 'invalid_value':
      return [` ${issue.values.join('、')} 之一`, `one of ${issue.values.join(', ')}`];
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? [`长度不少于 ${issue.minimum}`, `at least ${issue.minimum} long`]
        : [`不小于 ${issue.minimum} 的数`, `a number not below ${issue.minimum}`];
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? [`长度不超过 ${issue.maximum}`, `at most ${issue.maximum} long`]
        : [`不大于 ${issue.maximum} 的数`, `a number not above ${issue.maximum}`];
    case 'invalid_union':
      return ['一个已知的种类', 'a known kind'];
    default: {
      // Messages of our own contracts are written “中文 | English”.
      const [zh = issue.message, en = zh] = issue.message.split(' | ');
      return [zh, en];
    }
  }
}

function fromIssue(issue: Issue): Refusal[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      refusal(
        pointerOf([...issue.path, key]),
        '空缺（没有这个字段，请删去）',
        'nothing: there is no such field',
      ),
    );
  const [zh, en] = expected(issue);
  return [refusal(pointerOf(issue.path), zh, en)];
}

/** Every place where an input is not of the shape its contract wants. */
export const refusalsFrom = (error: z.ZodError): Refusal[] => error.issues.flatMap(fromIssue);

/** Takes out of a copy of `raw` every part that an issue stands at, so that the rest can be looked at further. */
export function withoutRefused(raw: unknown, error: z.ZodError): unknown {
  const copy: unknown = structuredClone(raw);
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) erase(copy, [...issue.path, key]);
    // Where the kind is unknown nothing else of the object was looked at.
    else erase(copy, issue.code === 'invalid_union' ? issue.path.slice(0, -1) : issue.path);
  }
  return copy;
}

function erase(root: unknown, path: Path): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
      root,
    );
  const key = path.at(-1);
  if (typeof parent !== 'object' || parent === null || key === undefined) return;
  if (Array.isArray(parent)) parent[Number(key)] = undefined;
  else Reflect.deleteProperty(parent, key);
}
