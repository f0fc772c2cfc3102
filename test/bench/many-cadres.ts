// Cadres with many records each, the same at every run, for the benches.
import {
  AREAS,
  BEHAVIOURS,
  behaviours,
  type Bundle,
  type Cadre,
  type Inaction,
  INITIATIVE_ROLES,
  type Initiative,
  LEVELS,
  QUALITIES,
  RESPONSIBILITIES,
  SEVERITIES,
} from '../../scoring/index.ts';

/** A small generator of whole numbers below a bound; the same seed gives the same school. */
function dice(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % bound;
  };
}

const two = (n: number): string => `${n}`.padStart(2, '0');

export function manyCadres(cadreCount: number, recordsEach: number): Cadre[] {
  const roll = dice(2026);
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)]!;
  const day = () => `2026-${two(1 + roll(12))}-${two(1 + roll(28))}`;
  const inaction = (id: string): Inaction => {
    const code = pick(BEHAVIOURS);
    return {
      id,
      kind: 'inaction',
      code,
      occurredOn: day(),
      countsOn: null,
      notifiedOn: '2026-01-15',
      severity: pick(SEVERITIES),
      responsibility: pick(RESPONSIBILITIES),
      finding: pick(['upheld', 'upheld', 'mitigated', 'exempt', 'open'] as const),
      conditions: behaviours[code].conditions,
      cause: 'unable',
      factId: null,
    };
  };
  const initiative = (id: string): Initiative => ({
    id,
    kind: 'initiative',
    area: pick(AREAS),
    quality: pick(QUALITIES),
    occurredOn: day(),
    countsOn: null,
    level: pick(LEVELS),
    role: pick(INITIATIVE_ROLES),
    finding: 'verified',
    factId: null,
  });
  const records = (cadre: number) =>
    Array.from({ length: recordsEach }, (_, index) =>
      (index % 2 === 0 ? inaction : initiative)(`r${cadre}.${index}`),
    );
  return Array.from({ length: cadreCount }, (_, index) => ({
    id: `c${`${index}`.padStart(7, '0')}`,
    name: `干部${index}`,
    unitId: 'u1',
    pool: 'p1',
    template: 'member',
    partySecretary: false,
    unitGrade: null,
    partyBuildingGrade: null,
    quarters: [],
    measures: { democratic: 7000 + roll(3000), leadership: 8000 + roll(2000), objectives: 9000 },
    voteFindings: [],
    inspectionFindings: [],
    grades: [],
    conduct: records(index),
    constraints: [],
    appointments: [
      { postId: `a${index}`, unitId: 'u1', rank: '正处', from: '2018-03-01', to: null, sensitive: false },
    ],
    cadreSince: '2016-03-01',
    retiresOn: null,
    specialist: false,
  }));
}

export const bundleOf = (cadres: readonly Cadre[]): Bundle => ({
  asOf: '2026-12-31',
  kind: 'annual',
  period: { from: '2026-01-01', to: '2026-12-31' },
  vocabulary: 'publicInstitution',
  pools: [{ id: 'p1', name: '全校', outstanding: false, mergeInto: null, extraPlaces: 0, decided: [] }],
  units: [{ id: 'u1', name: '教务处', kind: 'administration' }],
  cadres,
  policy: { overrides: [] },
});
