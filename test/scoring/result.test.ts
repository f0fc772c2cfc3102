import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { assess, cadreInWords, canonicalJson, evaluate, resultInWords, sha256 } from '../../scoring/index.ts';
import { aBundle, aCadre, aPool } from '../support/builders.ts';

const bundle = aBundle()
  .pooled(aPool('p2'), aPool('p1'))
  .of(
    aCadre('c2')
      .withInaction('1.1', { severity: 'grave', occurredOn: '2026-09-01' })
      .withInitiative(1, 'explore', { occurredOn: '2026-01-01', level: 'national' })
      .withInitiative(1, 'deliver', { occurredOn: '2026-01-02', level: 'national' })
      .withInaction('1.2', { occurredOn: '2026-02-01' })
      .measured(100)
      .disciplined('party', 'warning', '2026-03-01')
      .inPostSince('2010-01-01'),
    aCadre('c10').inPool('p2'),
  );

describe('四·考核: 结果的样子', () => {
  test('四·考核: 只有约定的各项，人员和名额组按编号列出', () => {
    const result = bundle.evaluated();
    expect(Object.keys(result)).toEqual(['asOf', 'period', 'policy', 'cadres', 'pools', 'reserve', 'hash']);
    expect(result.cadres.map(({ id }) => id)).toEqual(['c10', 'c2']);
    expect(result.pools.map(({ id }) => id)).toEqual(['p1', 'p2']);
    expect(Object.keys(result.cadres[1]!)).toEqual([
      ...['id', 'base', 'balance', 'credits', 'deductions', 'total', 'band', 'ceiling', 'grade', 'reason'],
      ...['lines', 'findings', 'reviews', 'rotation', 'effectPeriods'],
    ]);
  });

  test('四·考核: 先列不为及其上限，再列担当及其上限，最后是截分', () => {
    const { lines } = bundle.resultOf('c2');
    expect(lines.map(({ rule, recordId }) => `${rule} ${recordId ?? ''}`.trim())).toEqual([
      'inaction c2-r4',
      'inaction c2-r1',
      'inaction.cap.area',
      'initiative c2-r2',
      'initiative c2-r3',
      'initiative.cap.area',
      'clamp',
    ]);
  });

  test('四·考核: 每一条理由都有中文和英文', () => {
    const result = bundle.evaluated();
    const reasons = result.cadres.flatMap((cadre) => [
      ...cadre.lines.map((line) => line.because),
      ...cadre.findings.map((finding) => finding.because),
      ...cadre.reviews.map((review) => review.because),
      ...cadre.rotation.posts.map((post) => post.because),
      ...cadre.effectPeriods.map((period) => period.because),
    ]);
    expect(reasons.length).toBeGreaterThan(15);
    expect(
      reasons.filter(({ zh, en }) => !/[\u4E00-\u9FFF]/.test(zh) || /undefined|NaN|null/.test(zh + en)),
    ).toEqual([]);
  });

  test('四·考核: 摘要是其余各项规范文本的 SHA-256', () => {
    const { hash, ...rest } = bundle.evaluated();
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sorted)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.keys(value)
                .sort()
                .map((key) => [key, sorted((value as Record<string, unknown>)[key])]),
            )
          : value;
    const text = JSON.stringify(sorted(rest));
    expect(hash).toBe(createHash('sha256').update(text).digest('hex'));
  });

  test('四·考核: 同样的数据得出同样的字节，打包保存再还原也一样', () => {
    const first = JSON.stringify(evaluate(bundle.facts));
    expect(JSON.stringify(evaluate(structuredClone(bundle.facts)))).toBe(first);
    const kept = JSON.parse(JSON.stringify(assess(bundle.facts))) as ReturnType<typeof assess>;
    expect(JSON.stringify(resultInWords(kept))).toBe(first);
    expect(cadreInWords(kept.cadres[0]!)).toEqual(evaluate(bundle.facts).cadres[0]);
  });

  test('四·考核: 没有人的考核也有结果', () => {
    expect(aBundle().evaluated()).toMatchObject({ cadres: [], reserve: 0, pools: [{ id: 'p1', size: 0 }] });
  });

  test('四·考核: 计算不改动交来的数据', () => {
    const before = structuredClone(bundle.facts);
    evaluate(bundle.facts);
    expect(bundle.facts).toEqual(before);
  });
});

describe('规范文本与摘要', () => {
  test('键按字符先后排列，没有空白，没有值的键不写', () => {
    expect(canonicalJson({ b: [1, { d: null, c: undefined }], a: '中"文' })).toBe(
      '{"a":"中\\"文","b":[1,{"d":null}]}',
    );
  });

  test.each([0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 1000])('长 %i 的文字与系统算出的摘要一致', (length) => {
    const text = '担'.repeat(length % 7) + 'a'.repeat(length);
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
  });
});
