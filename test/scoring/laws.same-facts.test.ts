import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  assess,
  type Assessment,
  behaviours,
  type Bundle,
  type Cadre,
  type Line,
  type Override,
} from '../../scoring/index.ts';
import { anyBundle, arbitraryCadres, type ConductRecord } from './arbitrary-bundle.ts';

interface Drawn {
  readonly numbers: readonly number[];
  readonly later: readonly Override[];
  readonly others: readonly Cadre[];
}
type Law = (bundle: Bundle, told: Assessment, drawn: Drawn) => boolean;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A permutation drawn from numbers. */
const mixed = <T>(items: readonly T[], numbers: readonly number[]): T[] =>
  items
    .map((item, index) => ({ item, key: (numbers[index % numbers.length]! * (index + 1)) % 97 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

const isOrderFree: Law = (bundle, told, { numbers }) => {
  const mix = <T>(items: readonly T[]): T[] => mixed(items, numbers);
  const cadres = bundle.cadres.map((cadre) => ({
    ...cadre,
    conduct: mix(cadre.conduct),
    constraints: mix(cadre.constraints),
    appointments: mix(cadre.appointments),
    inspectionFindings: mix(cadre.inspectionFindings),
    voteFindings: mix(cadre.voteFindings),
    grades: mix(cadre.grades),
  }));
  const pools = mix(bundle.pools.map((pool) => ({ ...pool, decided: mix(pool.decided) })));
  return isSame(assess({ ...bundle, cadres: mix(cadres), pools, units: mix(bundle.units) }), told);
};

const isNameless: Law = (bundle, told) => {
  const ids = bundle.cadres.map(({ id }) => id).sort();
  const renamed = new Map(ids.map((id, index) => [id, `人员-${100 + index}`]));
  const rename = (id: string): string => renamed.get(id) ?? id;
  const other = assess({
    ...bundle,
    cadres: bundle.cadres.map((cadre) => ({ ...cadre, id: rename(cadre.id), name: '某' })),
    pools: bundle.pools.map((pool) => ({ ...pool, decided: pool.decided.map(rename) })),
  });
  const expected = {
    ...told,
    cadres: told.cadres.map((cadre) => ({ ...cadre, id: rename(cadre.id) })),
    pools: told.pools.map((pool) => ({
      ...pool,
      granted: pool.granted.map(rename),
      ties: pool.ties && { ...pool.ties, cadreIds: pool.ties.cadreIds.map(rename) },
    })),
  };
  return isSame(other, expected);
};

/** Facts that an exempt record, its conditions proven, frees: by the fact's id or the record's own. */
const freedFacts = (conduct: readonly ConductRecord[]): ReadonlySet<string> =>
  new Set(
    conduct.flatMap((record) =>
      record.kind === 'inaction' &&
      record.finding === 'exempt' &&
      behaviours[record.code].conditions.every((condition) => record.conditions.includes(condition))
        ? [record.factId ?? record.id]
        : [],
    ),
  );

const isForgiven: Law = (bundle, told) => {
  const freed = new Set<string>();
  const cadres = bundle.cadres.map((cadre) => {
    const facts = freedFacts(cadre.conduct);
    const isFreed = (record: ConductRecord) =>
      record.kind === 'inaction' && facts.has(record.factId ?? record.id);
    for (const record of cadre.conduct) if (isFreed(record)) freed.add(record.id);
    return { ...cadre, conduct: cadre.conduct.filter((record) => !isFreed(record)) };
  });
  const isOfFreed = ({ recordId }: Line) => recordId !== undefined && freed.has(recordId);
  const freedLines = told.cadres.flatMap(({ lines }) => lines.filter(isOfFreed));
  const silent = told.cadres.map((cadre) => ({
    ...cadre,
    lines: cadre.lines.filter((line) => !isOfFreed(line)),
  }));
  return (
    freedLines.every(({ points, reason }) => points === 0 && reason === 'exempt') &&
    isSame(assess({ ...bundle, cadres }), { ...told, cadres: silent })
  );
};

const isPast: Law = (bundle, told, { later }) => {
  const overrides = [...later, ...bundle.policy.overrides];
  return isSame(assess({ ...bundle, policy: { overrides } }), told);
};

const isOwn: Law = (bundle, told, { others, numbers }) => {
  const own = bundle.cadres[numbers[0]! % bundle.cadres.length]!;
  const of = ({ cadres }: Assessment) => {
    const { total, band, ceiling, base, balance, lines, reviews } = cadres.find(({ id }) => id === own.id)!;
    return { total, band, ceiling, base, balance, lines, reviews };
  };
  return isSame(of(assess({ ...bundle, cadres: [...others, own] })), of(told));
};

const AREAS = [1, 2, 3, 4, 5, 6] as const;
const lifting = (cadre: Cadre): Cadre => ({
  ...cadre,
  conduct: [
    ...cadre.conduct,
    ...AREAS.map((area) => ({
      id: `${cadre.id}-lift${area}`,
      kind: 'initiative' as const,
      area,
      quality: 'shoulder' as const,
      occurredOn: '2026-05-05',
      countsOn: null,
      level: 'national' as const,
      role: 'lead' as const,
      finding: 'verified' as const,
      factId: null,
    })),
  ],
});

/** A grave fact of one's own in the year: whatever else, at most 基本合格. */
const hasGrave = ({ conduct }: Cadre, { period }: Bundle): boolean =>
  conduct.some(
    (record) =>
      record.kind === 'inaction' &&
      record.severity === 'grave' &&
      record.finding === 'upheld' &&
      record.responsibility === 'direct' &&
      record.occurredOn >= period.from &&
      record.occurredOn <= period.to &&
      (record.countsOn ?? period.to) <= period.to &&
      behaviours[record.code].conditions.every((needed) => record.conditions.includes(needed)) &&
      !freedFacts(conduct).has(record.factId ?? record.id),
  );

const isHeld: Law = (bundle) => {
  const raised = assess({ ...bundle, cadres: bundle.cadres.map(lifting) }).cadres;
  return raised.every(({ id, grade, ceiling }) => {
    if (
      ceiling !== 'basic' &&
      hasGrave(
        bundle.cadres.find((cadre) => cadre.id === id)!,
        bundle,
      )
    )
      return false;
    return !(ceiling !== null && grade === 'excellent') && !(ceiling === 'basic' && grade === 'competent');
  });
};

const laws: Readonly<Record<string, Law>> = {
  数据的先后次序不影响结果的一个字节: isOrderFree,
  '给人员改名（先后不变），别的一个字节也不变': isNameless,
  '免责的事实如同没有记录过：总分、等次、先后、名额、研判和提示都一样': isForgiven,
  以后才生效的参数不改变过去考核的一个字节: isPast,
  '别人的事实不改变任何人的总分、得分等次和上限': isOwn,
  '添上再多的担当，等次也越不过上限': isHeld,
};

const parameter = fc.constantFrom(
  'inaction.severity.general' as const,
  'annual.band.excellent' as const,
  'quota.rate' as const,
  'rotation.limit' as const,
  'effect.party.warning' as const,
  'ceiling.base' as const,
);
const drawn: fc.Arbitrary<Drawn> = fc.record({
  numbers: fc.array(fc.nat(10_000), { minLength: 4, maxLength: 8 }),
  later: fc.array(
    fc.record({
      parameter,
      from: fc.constantFrom('2027-02-01', '2030-01-01'),
      value: fc.constantFrom(0, 1, 9999),
      cite: fc.constant('校发〔2027〕1号'),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  others: arbitraryCadres('d', 3),
});

test('同样的事实，同样的结果', () => {
  fc.assert(
    fc.property(anyBundle, drawn, (bundle, draw) => {
      const told = assess(bundle);
      const broken = Object.entries(laws).filter(([, holds]) => !holds(bundle, told, draw));
      expect(broken.map(([law]) => law)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
}, 180_000);
