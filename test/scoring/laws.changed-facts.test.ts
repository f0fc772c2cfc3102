import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  assess,
  type Assessment,
  BANDS,
  type Bundle,
  type Grade,
  type Inaction,
} from '../../scoring/index.ts';
import { addedInaction, addedInitiative, type ConductRecord, undecidedBundle } from './arbitrary-bundle.ts';

/** A bundle with one cadre's conduct changed, and who that is. */
interface Changed {
  readonly bundle: Bundle;
  readonly cadreId: string;
}

function withConduct(
  bundle: Bundle,
  cadreId: string,
  change: (conduct: readonly ConductRecord[]) => readonly ConductRecord[],
): Changed {
  const cadres = bundle.cadres.map((cadre) =>
    cadre.id === cadreId ? { ...cadre, conduct: change(cadre.conduct) } : cadre,
  );
  return { bundle: { ...bundle, cadres }, cadreId };
}

/** The finding of one inaction record that stood as one of `from`, changed; null if there is none. */
function refound(
  bundle: Bundle,
  at: number,
  from: readonly Inaction['finding'][],
  finding: Inaction['finding'],
): Changed | null {
  const places = bundle.cadres.flatMap(({ id, conduct }) =>
    conduct.flatMap((record) =>
      record.kind === 'inaction' && from.includes(record.finding) ? [{ id, record }] : [],
    ),
  );
  const place = places[at % places.length];
  if (!place) return null;
  const { id, record } = place;
  return withConduct(bundle, id, (conduct) =>
    conduct.map((one) => (one === record ? { ...record, finding } : one)),
  );
}

function added(bundle: Bundle, at: number, record: ConductRecord): Changed {
  const { id } = bundle.cadres[at % bundle.cadres.length]!;
  return withConduct(bundle, id, (conduct) => [...conduct, record]);
}

interface Drawn {
  readonly at: number;
  readonly inaction: ConductRecord;
  readonly initiative: ConductRecord;
}
interface Law {
  readonly change: (bundle: Bundle, drawn: Drawn) => Changed | null;
  /** Which of the two may not be lower than the other. */
  readonly mayNotFall: 'after' | 'before';
}

const laws: Readonly<Record<string, Law>> = {
  '免责一条不为记录，本人的总分和等次不会降低': {
    change: (bundle, { at }) => refound(bundle, at, ['upheld', 'mitigated', 'open', 'dismissed'], 'exempt'),
    mayNotFall: 'after',
  },
  '从轻减轻一条成立的记录，本人的总分和等次不会降低': {
    change: (bundle, { at }) => refound(bundle, at, ['upheld'], 'mitigated'),
    mayNotFall: 'after',
  },
  '撤销一条成立或从轻的记录，本人的总分和等次不会降低': {
    change: (bundle, { at }) => refound(bundle, at, ['upheld', 'mitigated'], 'dismissed'),
    mayNotFall: 'after',
  },
  '多一条自成一事的担当记录，本人的总分和等次不会降低': {
    change: (bundle, { at, initiative }) => added(bundle, at, initiative),
    mayNotFall: 'after',
  },
  '多一条成立的不为记录，本人的总分和等次不会升高': {
    change: (bundle, { at, inaction }) => added(bundle, at, inaction),
    mayNotFall: 'before',
  },
};

const standing = (result: Assessment, id: string) => result.cadres.find((cadre) => cadre.id === id)!;
type Standing = ReturnType<typeof standing>;

const heightOf = (grade: Grade | null): number => BANDS.findIndex((band) => band === grade);

/** Not lower in total nor in grade; where there is no total, or other rules set the grade, it is the same. */
function isNotLower(one: Standing, other: Standing): boolean {
  if (one.total === null || other.total === null)
    return one.total === other.total && one.grade === other.grade;
  const heights = [heightOf(one.grade), heightOf(other.grade)] as const;
  if (Math.min(...heights) < 0) return one.total >= other.total && one.grade === other.grade;
  return one.total >= other.total && heights[0] >= heights[1];
}

test('一件事实的认定变轻变重，本人的总分和等次随之', () => {
  const drawn = fc.record({ at: fc.nat(), inaction: addedInaction, initiative: addedInitiative });
  fc.assert(
    fc.property(undecidedBundle, drawn, (bundle, draw) => {
      const before = assess(bundle);
      const broken = Object.entries(laws).filter(([, { change, mayNotFall }]) => {
        const changed = change(bundle, draw);
        if (!changed) return false;
        const [was, is] = [before, assess(changed.bundle)].map((result) => standing(result, changed.cadreId));
        return mayNotFall === 'after' ? !isNotLower(is!, was!) : !isNotLower(was!, is!);
      });
      expect(broken.map(([law]) => law)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
}, 180_000);
