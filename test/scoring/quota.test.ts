import { describe, expect, test } from 'vitest';
import type { BundleBuilder } from '../support/builders.ts';
import { aBundle, aCadre, aPool, cadresMeasured, findingsOf } from '../support/builders.ts';

const gradesOf = (bundle: BundleBuilder) =>
  bundle.evaluated().cadres.map(({ grade, reason }) => `${grade}/${reason}`);

const repeat = (count: number, base: number) => Array.from({ length: count }, () => base);

describe('四·考核: 优秀名额按组计算', () => {
  test.each([
    [4, 0],
    [5, 1],
    [9, 1],
    [10, 2],
  ])('四·考核: %i 人的组有 %i 个优秀名额', (size, places) => {
    const [pool] = aBundle()
      .of(...cadresMeasured(...repeat(size, 8000)))
      .evaluated().pools;
    expect(pool).toMatchObject({ id: 'p1', size, places });
  });

  test.each([
    [3, 0],
    [4, 1],
    [8, 2],
  ])('四·考核: 表现突出的组 %i 人有 %i 个优秀名额', (size, places) => {
    const outstanding = aBundle().pooled(aPool('p1', { outstanding: true }));
    const [pool] = outstanding.of(...cadresMeasured(...repeat(size, 8000))).evaluated().pools;
    expect(pool).toMatchObject({ size, places });
  });

  test('四·考核: 候选人不超过名额的，全部保留优秀', () => {
    const bundle = aBundle().of(...cadresMeasured(9300, 9300, ...repeat(8, 8000)));
    const { cadres, pools } = bundle.evaluated();
    expect(cadres.filter(({ grade }) => grade === 'excellent').map(({ reason }) => reason)).toEqual([
      'band',
      'band',
    ]);
    expect(pools[0]).toMatchObject({ granted: ['x01', 'x02'], ties: null });
  });

  test('四·考核: 候选人超过名额的，按分数从高到低，其余改为合格', () => {
    const bundle = aBundle().of(...cadresMeasured(9300, 9500, 9400, ...repeat(7, 8000)));
    expect(gradesOf(bundle).slice(0, 3)).toEqual(['competent/quota', 'excellent/band', 'excellent/band']);
    expect(bundle.evaluated().pools[0]).toMatchObject({ granted: ['x02', 'x03'], ties: null });
  });

  test('四·考核: 一个名额也没有的组，候选人改为合格，没有同分待定', () => {
    const bundle = aBundle().of(...cadresMeasured(9300, 9300));
    expect(gradesOf(bundle)).toEqual(['competent/quota', 'competent/quota']);
    expect(bundle.evaluated().pools[0]).toMatchObject({ granted: [], ties: null });
  });

  test('四·考核: 超过 100 分的按截前的分数排先后', () => {
    const [first, second, ...rest] = cadresMeasured(10_000, 9900, ...repeat(3, 8000));
    const bundle = aBundle().of(first!, second!.withInitiative(1, 'explore'), ...rest);
    expect(gradesOf(bundle).slice(0, 2)).toEqual(['competent/quota', 'excellent/band']);
  });

  test('四·考核: 受上限约束的不占优秀名额', () => {
    const [held, ...rest] = cadresMeasured(9800, 9300, ...repeat(3, 8000));
    const bundle = aBundle().of(held!.withInaction('1.1', { severity: 'serious' }), ...rest);
    expect(gradesOf(bundle).slice(0, 2)).toEqual(['competent/ceiling', 'excellent/band']);
  });

  test('四·考核: 学校另定优秀比例的，从其规定', () => {
    const bundle = aBundle()
      .of(...cadresMeasured(...repeat(10, 8000)))
      .adopting('quota.rate', '2026-12-31', 1000);
    expect(bundle.evaluated().pools[0]!.places).toBe(1);
  });
});

describe('四·考核: 名额线上同分的由人研究决定', () => {
  const tied = cadresMeasured(9500, 9300, 9300, 9300, ...repeat(11, 8000));

  test('四·考核: 同分者均不由程序确定，列明分数、人选和余下名额', () => {
    const bundle = aBundle().of(...tied);
    expect(gradesOf(bundle).slice(0, 4)).toEqual([
      'excellent/band',
      'competent/tie',
      'competent/tie',
      'competent/tie',
    ]);
    const ties = { total: 9300, cadreIds: ['x02', 'x03', 'x04'], placesLeft: 2 };
    expect(bundle.evaluated().pools[0]).toMatchObject({ places: 3, granted: ['x01'], ties });
  });

  test('四·考核: 名额恰好容下同分者的，不算同分待定', () => {
    const bundle = aBundle().of(...cadresMeasured(9500, 9300, 9300, ...repeat(12, 8000)));
    expect(bundle.evaluated().pools[0]).toMatchObject({ granted: ['x01', 'x02', 'x03'], ties: null });
  });

  test('四·考核: 同分之下的候选人因名额所限改为合格', () => {
    const bundle = aBundle().of(...cadresMeasured(9500, 9300, 9300, 9100, ...repeat(7, 8000)));
    expect(gradesOf(bundle)[3]).toBe('competent/quota');
  });

  test('四·考核: 研究决定的人选评为优秀，其余仍为同分待定，同分情况照旧列明', () => {
    const bundle = aBundle()
      .pooled(aPool('p1', { decided: ['x04', 'x02'] }))
      .of(...tied);
    expect(gradesOf(bundle).slice(0, 4)).toEqual([
      'excellent/band',
      'excellent/decided',
      'competent/tie',
      'excellent/decided',
    ]);
    const [pool] = bundle.evaluated().pools;
    expect(pool).toMatchObject({ granted: ['x01', 'x02', 'x04'], ties: { placesLeft: 2 } });
  });

  test('四·考核: 决定所列的人已不在同分之列的，不采用并提示', () => {
    const bundle = aBundle()
      .pooled(aPool('p1', { decided: ['x01', 'x05', 'x02', 'x05'] }))
      .of(...tied);
    const { cadres } = bundle.evaluated();
    const stale = cadres.filter((cadre) => findingsOf(cadre, 'decidedStale').length > 0);
    expect(stale.map(({ id }) => id)).toEqual(['x01', 'x05']);
    expect(findingsOf(stale[1]!, 'decidedStale')).toHaveLength(1);
    expect(findingsOf(stale[0]!, 'decidedStale')[0]!.zh).toContain('p1');
    expect(cadres.filter(({ reason }) => reason === 'decided').map(({ id }) => id)).toEqual(['x02']);
  });
});

describe('四·考核: 名额组的合并与机动名额', () => {
  const split = (more: Parameters<typeof aPool>[1] = {}) =>
    aBundle()
      .pooled(aPool('q2', { mergeInto: 'q1' }), aPool('q1', more))
      .of(
        ...cadresMeasured(9300, 8000, 8000).map((cadre) => cadre.inPool('q1')),
        aCadre('y1').inPool('q2').measured(9400),
        aCadre('y2').inPool('q2').measured(8000),
      );

  test('四·考核: 并入他组的，人数和候选人都在他组计算，只列并入后的组', () => {
    const { pools } = split().evaluated();
    expect(pools).toMatchObject([{ id: 'q1', size: 5, places: 1, granted: ['y1'] }]);
  });

  test('四·考核: 并入表现突出的组，按突出组的比例', () => {
    const { pools } = split({ outstanding: true }).evaluated();
    expect(pools).toMatchObject([{ size: 5, places: 1 }]);
  });

  test('四·考核: 各组零头合计为机动名额，分给某组即增加其名额', () => {
    const halves = (extraPlaces: number) =>
      aBundle()
        .pooled(aPool('p2'), aPool('p1', { extraPlaces }), aPool('p3'))
        .of(
          ...cadresMeasured(9500, 9300, 8000, 8000, 8000, 8000, 8000),
          ...cadresMeasured(...repeat(3, 8000)).map((cadre) =>
            aCadre(`q${cadre.facts.id}`).inPool('p2').measured(8000),
          ),
        )
        .evaluated();
    const before = halves(0);
    expect(before.reserve).toBe(1);
    expect(before.pools.map(({ id, size, places }) => ({ id, size, places }))).toEqual([
      { id: 'p1', size: 7, places: 1 },
      { id: 'p2', size: 3, places: 0 },
      { id: 'p3', size: 0, places: 0 },
    ]);
    const after = halves(1);
    expect(after.pools[0]).toMatchObject({ places: 2, granted: ['x01', 'x02'] });
    expect(after.reserve).toBe(1);
  });

  test.each(['quarterly', 'special', 'term'] as const)('四·考核: 优秀名额只用于年度考核，%s 不设', (kind) => {
    const { cadres, pools, reserve } = aBundle()
      .with({ kind })
      .of(...cadresMeasured(9300, 9300, ...repeat(4, 8000)))
      .evaluated();
    expect({ pools, reserve }).toEqual({ pools: [], reserve: 0 });
    expect(cadres.filter(({ grade }) => grade === 'excellent')).toHaveLength(2);
  });
});
