import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  assess,
  type Assessment,
  BANDS,
  type Bundle,
  builtInBook,
  type CadreResult,
  type Clause,
  clauses,
  contradictionsIn,
  type Grade,
  inForceOn,
  instruments,
  isParameter,
  lowerOf,
  overDecided,
  rootOf,
  sum,
  withOverrides,
} from '../../scoring/index.ts';
import { anyBundle } from './arbitrary-bundle.ts';

type Packed = CadreResult;
type Law = (result: Assessment, bundle: Bundle) => boolean;

const ofCadres =
  (holds: (cadre: Packed, bundle: Bundle) => boolean): Law =>
  (result, bundle) =>
    result.cadres.every((cadre) => holds(cadre, bundle));

const pointsOf = ({ lines }: Packed, ledger: string): number =>
  sum(lines.filter(({ rule }) => rule.startsWith(ledger)).map(({ points }) => points));

const isBand = (grade: Grade | null): grade is (typeof BANDS)[number] => BANDS.some((band) => band === grade);

const isKnown = (clause: Clause): boolean => {
  const [instrument, article] = clause.split('#');
  return Object.hasOwn(clauses, clause) || (Object.hasOwn(instruments, instrument!) && Number(article) > 0);
};

/** Root pools with their cadres, counted here once more. */
function quotaHolds(result: Assessment, { pools, cadres, kind, policy }: Bundle): boolean {
  if (kind !== 'annual') return result.pools.length === 0 && result.reserve === 0;
  const rate = policy.overrides[0]?.value ?? 2000;
  const roots = new Map(pools.map((pool) => [pool.id, rootOf(pool)]));
  const shares = result.pools.map(({ id, size, places, granted }) => {
    const pool = pools.find((given) => given.id === id)!;
    const members = cadres.filter((cadre) => roots.get(cadre.pool) === id).map((cadre) => cadre.id);
    const excellent = result.cadres.filter(
      (cadre) => members.includes(cadre.id) && cadre.grade === 'excellent',
    );
    const share = size * (pool.outstanding ? 2500 : rate);
    const isExact =
      size === members.length &&
      places === Math.floor(share / 10_000) + pool.extraPlaces &&
      excellent.length <= places &&
      excellent.map((cadre) => cadre.id).join() === granted.join();
    return isExact ? share : Number.NaN;
  });
  const all = Math.floor(sum(shares) / 10_000);
  const extra = sum(pools.map((pool) => pool.extraPlaces));
  const given = sum(result.pools.map(({ places }) => places));
  return result.reserve === all - (given - extra) && given <= all;
}

const laws: Readonly<Record<string, Law>> = {
  各行之和恰好等于总分: ofCadres(({ base, total, lines }) =>
    total === null
      ? lines.every(({ rule }) => rule !== 'clamp')
      : base! + sum(lines.map(({ points }) => points)) === total && total >= 0 && total <= 10_000,
  ),
  '扣分、加分与各自的行相符': ofCadres(
    (cadre) =>
      cadre.deductions + pointsOf(cadre, 'inaction') === 0 &&
      cadre.credits === pointsOf(cadre, 'initiative') &&
      cadre.balance === cadre.credits - cadre.deductions &&
      cadre.deductions >= 0 &&
      cadre.deductions <= 2000 &&
      cadre.credits >= 0 &&
      cadre.credits <= 1000,
  ),
  考核期内的每条记录恰有一行: ofCadres(({ id, lines }, { cadres, period }) => {
    const counting = cadres
      .find((cadre) => cadre.id === id)!
      .conduct.filter((record) => {
        const day = record.countsOn ?? record.occurredOn;
        return period.from <= day && day <= period.to;
      })
      .map((record) => record.id);
    const told = lines.flatMap(({ recordId }) => recordId ?? []);
    return counting.toSorted().join() === told.toSorted().join();
  }),
  '不论加多少分，等次不超过上限': ofCadres(
    ({ grade, ceiling }) => ceiling === null || !isBand(grade) || lowerOf(grade, ceiling) === grade,
  ),
  等次不超过得分: ofCadres(
    ({ grade, band }) => !isBand(grade) || band === null || lowerOf(grade, band) === grade,
  ),
  优秀不超过名额: quotaHolds,
  每一行都引用条款和现行参数: ofCadres(({ lines }, { period, policy }) => {
    const book = withOverrides(builtInBook, policy.overrides);
    return lines.every(
      ({ clause, parameters }) =>
        isKnown(clause) &&
        parameters.length > 0 &&
        parameters.every((id) => isParameter(id) && inForceOn(book.parameters[id], period.to) !== undefined),
    );
  }),
  每一条提示和研判都引用条款: ofCadres(({ findings, reviews }) =>
    [...findings, ...reviews].every(({ clause }) => isKnown(clause)),
  ),
};

test('任意一份有效数据的结果都守这些定律', () => {
  fc.assert(
    fc.property(anyBundle, (bundle) => {
      const result = assess(bundle);
      const broken = Object.entries(laws).filter(([, holds]) => !holds(result, bundle));
      expect(broken.map(([law]) => law)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
}, 180_000);

test('随意造出的数据都是有效的，而且触及各种情形', () => {
  const bundles = fc.sample(anyBundle, { numRuns: 400, seed: 7 });
  expect(bundles.flatMap((bundle) => [...contradictionsIn(bundle), ...overDecided(bundle)])).toEqual([]);
  const seen = new Set<string>();
  for (const bundle of bundles)
    for (const { reason, lines, reviews, findings } of assess(bundle).cadres) {
      seen.add(reason);
      for (const line of lines) seen.add(line.reason);
      for (const { trigger } of reviews) seen.add(trigger);
      for (const { rule } of findings) seen.add(rule);
      if (lines.some(({ parameters }) => parameters.includes('inaction.repeat.step'))) seen.add('repeat');
    }
  const wanted = [
    ...['band', 'ceiling', 'forced', 'quota', 'tie', 'decided', 'incomplete'],
    ...['counts', 'mitigated', 'open', 'dismissed', 'conditionUnproven', 'exempt', 'sameFact', 'diminished'],
    ...['cap', 'clamp', 'discipline', 'integrity', 'inaction', 'ability', 'style', 'repeat', 'decidedStale'],
  ];
  expect(wanted.filter((edge) => !seen.has(edge))).toEqual([]);
});
