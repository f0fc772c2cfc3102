// Programs that must not compile; `tsc -p .` reads this file, types.test.ts counts its refusals.
import {
  dated,
  inWords,
  ours,
  type Parameter,
  stated,
  type Clause,
  type Override,
} from '../../scoring/index.ts';

/** A value without citation. */
export const uncited: Parameter = {
  title: { zh: '某数', en: 'a number' },
  unit: 'count',
  // @ts-expect-error A value must say where it comes from.
  values: [{ from: '2017-05-02', value: 1, basis: 'default' }],
};

// @ts-expect-error A value of ours names the clause it serves.
export const unclaimed = dated(['某数', 'a number'], 'count', ours(1));

// @ts-expect-error A stated value names its text.
export const unstated = dated(['某数', 'a number'], 'count', stated(1, '2019-03-03'));

// @ts-expect-error A clause that the opinion does not have.
export const invented: Clause = '五·其他';

// @ts-expect-error An instrument that nobody listed.
export const unlisted: Clause = 'some-circular-2025#3';

// @ts-expect-error A school's own value names the school's document.
export const undocumented: Override = { parameter: 'quota.rate', from: '2026-01-01', value: 1 };

// @ts-expect-error A parameter that does not exist.
export const unknown: Override = { parameter: 'quota.most', from: '2026-01-01', value: 1, cite: '校发' };

/** A reason lacks one of its figures. */
// @ts-expect-error A sentence has all its figures.
export const half = inWords(['clamp', 10_200]);
