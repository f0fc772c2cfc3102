import { describe, expect, test } from 'vitest';
import {
  addMonths,
  allParameters,
  builtInBook,
  clauses,
  type DatedValue,
  dayAfter,
  inForceOn,
  type Instrument,
  instruments,
  isDay,
  type Label,
  OPINION_DAY,
  type Parameter,
  parameters,
  policyOn,
  sum,
  timeLimitOn,
} from '../../scoring/index.ts';
import { shifted } from '../support/builders.ts';

type AnyParameter = Parameter<number | Label>;
type AnyValue = DatedValue<number | Label>;

const all = Object.entries<AnyParameter>(allParameters);
const values = all.flatMap(([id, { values }]) => values.map((value) => [id, value] as const));

/** Every quarter from the opinion on, and every day on which something changes with its neighbours. */
function days(): string[] {
  const walked: string[] = [];
  for (let day = OPINION_DAY; day < '2031-01-01'; day = addMonths(day, 3)) walked.push(day);
  for (const [, { from }] of values) walked.push(from, dayAfter(from));
  for (const [, { from }] of values) if (from > OPINION_DAY) walked.push(shifted(from, -1));
  return [...new Set(walked)].sort();
}

/** Values that no later one has replaced by a day. */
const holdingOn = (parameter: AnyParameter, day: string): AnyValue[] => {
  const begun = parameter.values.filter(({ from }) => from <= day);
  return begun.filter(({ from }) => begun.every((other) => other.from <= from));
};

/** The instrument and article that a citation names; null for a clause of the opinion. */
function instrumentOf(cite: string): { instrument: Instrument | undefined; article: string } | null {
  if (!cite.includes('#')) return null;
  const [id, article = ''] = cite.split('#');
  return { instrument: (instruments as Readonly<Record<string, Instrument>>)[id!], article };
}

describe('一: 每一个参数在每一天恰有一个现行值', () => {
  test.each(all)('%s 自意见施行之日起，每一季、每一变更日前后，恰有一个值', (_, parameter) => {
    const wrong = days().filter((day) => {
      const holding = holdingOn(parameter, day);
      return holding.length !== 1 || inForceOn(parameter, day) !== holding[0];
    });
    expect(wrong).toEqual([]);
    expect(inForceOn(parameter, shifted(OPINION_DAY, -1))).toBeUndefined();
  });

  test('一: 一个参数没有两个值从同一天起，先后依次排列', () => {
    const disordered = all.filter(([, { values }]) =>
      values.some(({ from }, index) => index > 0 && from <= values[index - 1]!.from),
    );
    expect(disordered.map(([id]) => id)).toEqual([]);
  });

  test('一: 走过的日子包含意见施行以来的每一季和三部法规的施行日', () => {
    expect(days().length).toBeGreaterThan(55);
    expect(days()).toEqual(expect.arrayContaining(['2019-03-02', '2019-03-03', '2020-06-30', '2020-07-01']));
  });
});

describe('一: 每一个值都有出处', () => {
  test.each(values)('%s 的出处查得到', (_, { cite, from }) => {
    expect(isDay(from)).toBe(true);
    const named = instrumentOf(cite);
    const isArticle = named?.instrument !== undefined && /^[1-9]\d*$/.test(named.article);
    expect(named === null ? Object.hasOwn(clauses, cite) : isArticle).toBe(true);
  });

  test.each(values)('%s 不引用还没有施行的法规', (_, { cite, from }) => {
    const named = instrumentOf(cite);
    expect(from >= (named?.instrument?.inForceOn ?? OPINION_DAY)).toBe(true);
  });

  test('一: 说“文件写明”的，是读过正式文本的法规；引用意见的一律不说文件写明', () => {
    const overstated = values.filter(
      ([, { basis, cite }]) =>
        (basis === 'stated') !== (instrumentOf(cite)?.instrument?.reading === 'official'),
    );
    expect(overstated).toEqual([]);
  });
});

describe('四·督查: 期限', () => {
  test('四·督查: 期限的数和单位一起给出，按当日现行值', () => {
    expect(timeLimitOn('limit.publicNotice', OPINION_DAY)).toEqual({ value: 5, unit: 'workingDays' });
    expect(timeLimitOn('limit.askReview', '2019-06-01')).toEqual({ value: 30, unit: 'days' });
  });
});

describe('四·考核: 参数相互吻合', () => {
  const onPeriodEnd = policyOn(builtInBook, '2026-12-31');
  const family = (prefix: string) =>
    Object.entries(onPeriodEnd).flatMap(([id, value]) => (id.startsWith(prefix) ? [value] : []));

  test.each(['annual.weight.member.', 'annual.weight.principal.', 'ballot.group.', 'ballot.dimension.'])(
    '四·考核: %s 各项权重合计为全部',
    (prefix) => {
      expect(sum(family(prefix))).toBe(10_000);
    },
  );

  test('一: 比例不超过全部，数值都是不小于零的整数，名称有中英文', () => {
    const wrong = Object.entries(parameters).filter(
      ([, { unit, title, values }]) =>
        title.zh === '' ||
        title.en === '' ||
        values.some(
          ({ value }) => !Number.isInteger(value) || value < 0 || (unit === 'basisPoints' && value > 10_000),
        ),
    );
    expect(wrong.map(([id]) => id)).toEqual([]);
  });

  test('四·考核: 越重的不为扣分越多，越高的担当加分越多，越好的等次分数线越高', () => {
    for (const prefix of ['inaction.severity.', 'initiative.level.'])
      expect(family(prefix)).toEqual(family(prefix).toSorted((a, b) => a - b));
    for (const prefix of ['annual.band.', 'initiative.diminishing.', 'ballot.option.'])
      expect(family(prefix)).toEqual(family(prefix).toSorted((a, b) => b - a));
  });
});
