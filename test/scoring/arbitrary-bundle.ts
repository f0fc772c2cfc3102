// Arbitrary valid bundles that press on the edges: few days, few values, shared facts, repeats, ties, constraints.
import fc from 'fast-check';
import {
  assess,
  type BehaviourCode,
  behaviours,
  type Bundle,
  type Cadre,
  type Constraint,
  contradictionsIn,
  type Inaction,
  type Initiative,
  type Pool,
  type Quality,
  type Unit,
} from '../../scoring/index.ts';

export type ConductRecord = Inaction | Initiative;

const one = fc.constantFrom;
const days2026 = one('2026-01-01', '2026-02-28', '2026-03-31', '2026-06-30', '2026-07-01', '2026-12-31');
const anyDay = fc.oneof(days2026, one('2023-12-31', '2024-06-30', '2024-07-01', '2025-12-31', '2027-01-01'));

interface Fact {
  readonly factId: string | null;
  readonly day: fc.Arbitrary<string>;
}

/** Facts of one's own on any day, and shared ones whose records all count in one year. */
const OWN: Fact = { factId: null, day: anyDay };
const SHARED: Fact = { factId: 't1', day: days2026 };
const LAST_YEARS: Fact = { factId: 't0', day: one('2025-03-01', '2025-12-31') };

const inactionOf = ({ factId, day }: Fact, ...codes: readonly BehaviourCode[]): fc.Arbitrary<Inaction> =>
  fc
    .record({
      code: one(...codes),
      occurredOn: day,
      notifiedOn: one(null, '2024-07-01', '2026-01-01', '2026-03-31', '2026-06-30'),
      severity: one('minor', 'minor', 'general', 'serious', 'grave'),
      responsibility: one('direct', 'direct', 'leadership', 'principal', 'supervisory'),
      finding: one('upheld', 'upheld', 'mitigated', 'exempt', 'dismissed', 'open'),
      isProven: one(true, true, true, true, false),
      cause: one(null, 'unable', 'afraid'),
    })
    .map(({ isProven, ...record }) => ({
      ...record,
      id: '',
      kind: 'inaction' as const,
      countsOn: null,
      factId,
      conditions: isProven ? behaviours[record.code].conditions : [],
    }));

const initiativeOf = (factId: string | null, area: 1 | 2, quality: Quality): fc.Arbitrary<Initiative> =>
  fc.record({
    id: fc.constant(''),
    kind: fc.constant('initiative' as const),
    area: fc.constant(area),
    quality: fc.constant(quality),
    occurredOn: days2026,
    countsOn: fc.constant(null),
    level: one('unit', 'school', 'provincial', 'national'),
    role: one('lead', 'lead', 'core', 'participant'),
    finding: one('verified', 'verified', 'verified', 'open', 'dismissed'),
    factId: fc.constant(factId),
  });

/** A record of late last year that counts in this one. */
const carriedOver = inactionOf({ factId: null, day: one('2025-12-31') }, '1.1').map((record) => ({
  ...record,
  countsOn: '2026-03-31',
}));

const conduct: fc.Arbitrary<ConductRecord> = fc.oneof(
  { weight: 4, arbitrary: inactionOf(OWN, '1.1', '1.1', '1.2', '4.9', '4.10', '5.1') },
  { weight: 4, arbitrary: inactionOf(SHARED, '1.1', '1.1', '1.2', '1.4') },
  { weight: 1, arbitrary: inactionOf(LAST_YEARS, '1.1') },
  { weight: 1, arbitrary: carriedOver },
  { weight: 2, arbitrary: initiativeOf(null, 1, 'explore') },
  { weight: 2, arbitrary: initiativeOf(null, 2, 'shoulder') },
  { weight: 1, arbitrary: initiativeOf('t1', 1, 'explore') },
);

const constraintDay = one('2024-01-01', '2025-12-31', '2026-01-01', '2026-07-03', '2026-12-31', '2027-01-01');
const discipline: fc.Arbitrary<Constraint> = fc
  .record({
    taken: one(
      ...([
        ['party', 'warning'],
        ['party', 'seriousWarning'],
        ['party', 'probation'],
        ['administrative', 'majorDemerit'],
        ['administrative', 'warning'],
        ['organisational', 'admonition'],
        ['organisational', 'removal'],
        ['organisational', 'orderedResignation'],
      ] as const),
    ),
    effectiveOn: constraintDay,
    ground: one(null, 'politicalDiscipline', 'integrity', 'accountability', 'work'),
    months: one(null, 12, 24),
  })
  .map(
    ({ taken: [source, measure], ...rest }) =>
      ({ id: '', kind: 'discipline', source, measure, ...rest }) as Constraint,
  );
const constraint: fc.Arbitrary<Constraint> = fc.oneof(
  { weight: 3, arbitrary: discipline },
  {
    weight: 1,
    arbitrary: one<Constraint>(
      { kind: 'investigation', openedOn: '2026-05-01', closedOn: null },
      { kind: 'investigation', openedOn: '2026-05-01', closedOn: '2027-01-31' },
      { kind: 'leave', type: 'sick', from: '2026-01-01', to: '2026-06-30' },
      { kind: 'leave', type: 'personal', from: '2026-06-01', to: '2026-07-02' },
      { kind: 'recruitProbation', from: '2026-05-01', to: '2026-12-31' },
      { kind: 'refusedAppraisal', year: 2026 },
    ),
  },
);

const appointment = fc.record({
  postId: one('a1', 'a2'),
  unitId: one('u1', 'u2'),
  rank: fc.constant(null),
  from: one('2015-01-01', '2018-12-31', '2019-06-01', '2026-02-01', '2026-08-01'),
  to: one(null, '2026-12-31', '2027-06-30'),
  sensitive: fc.boolean(),
});

/** Values at and around the lines, few enough for ties. */
const value = one(9300, 9300, 9300, 9300, 9000, 8999, 8500, 8499, 9900, 7000, 5900);
const measures = fc.oneof(
  { weight: 5, arbitrary: value.map((all) => ({ democratic: all, leadership: all, objectives: all })) },
  {
    weight: 1,
    arbitrary: fc.record({
      democratic: one(9300, null),
      leadership: one(9000, null),
      objectives: one(8700, null),
    }),
  },
);

const inspectionFinding = fc.record({ id: fc.constant(''), kind: one('style', 'other'), on: days2026 });

/** Mostly nothing, else up to `most`. */
const few = <T>(item: fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: fc.array(item, { maxLength: most }) },
  );

type Facts = Omit<Cadre, 'id' | 'name'>;

const PLAIN = {
  unitId: 'u1',
  pool: 'p1',
  template: 'member',
  partySecretary: false,
  unitGrade: null,
  partyBuildingGrade: null,
  quarters: [],
  voteFindings: [],
  inspectionFindings: [],
  grades: [],
  constraints: [],
  appointments: [],
  cadreSince: null,
  retiresOn: null,
  specialist: false,
} as const satisfies Partial<Cadre>;

/** Somebody for 优秀, likely to tie with others of the kind. */
const candidate: fc.Arbitrary<Facts> = fc
  .record({ measures, conduct: few(conduct, 2), inspectionFindings: few(inspectionFinding, 1) })
  .map((facts) => ({ ...PLAIN, ...facts }));

const anybody: fc.Arbitrary<Facts> = fc.record({
  unitId: one('u1', 'u2'),
  pool: one('p1', 'p1', 'p2', 'p3'),
  template: one('member', 'member', 'principal'),
  partySecretary: one(false, false, true),
  unitGrade: one(null, 'good', 'good', 'poor'),
  partyBuildingGrade: one(null, 'good', 'fair'),
  quarters: one<Cadre['quarters'][]>([], [], [], ['competent', 'basic'], ['basic', 'basic']),
  measures,
  voteFindings: one<Cadre['voteFindings'][]>([], [], [], [], ['fitnessReview']),
  inspectionFindings: few(inspectionFinding, 2),
  grades: one<Cadre['grades'][]>([], [{ year: 2025, grade: 'basic' }]),
  conduct: fc.oneof(fc.array(conduct, { maxLength: 3 }), fc.array(conduct, { minLength: 3, maxLength: 8 })),
  constraints: few(constraint, 3),
  appointments: few(appointment, 3),
  cadreSince: one(null, '2016-12-31'),
  retiresOn: one(null, '2028-01-01'),
  specialist: one(false, false, true),
});

const cadre = fc.oneof({ weight: 3, arbitrary: candidate }, { weight: 2, arbitrary: anybody });

const numbered = <T extends object>(items: readonly T[], prefix: string): T[] =>
  items.map((item, index) => ('id' in item ? { ...item, id: `${prefix}${index}` } : item));

/** A cadre with its id, and with ids for its records that nobody else has. */
const identified = (facts: Facts, id: string): Cadre => ({
  ...facts,
  id,
  name: id,
  conduct: numbered(facts.conduct, `${id}-r`),
  constraints: numbered(facts.constraints, 'd'),
  inspectionFindings: numbered(facts.inspectionFindings, 'f'),
  measures:
    facts.template === 'principal' ? { ...facts.measures, unit: 9300, partyBuilding: 9300 } : facts.measures,
});

/** Facts of cadres with ids beginning with a letter. */
export const arbitraryCadres = (letter: string, most = 6): fc.Arbitrary<Cadre[]> =>
  fc
    .array(cadre, { minLength: 1, maxLength: most })
    .map((all) => all.map((facts, index) => identified(facts, `${letter}${index}`)));

const UNITS: readonly Unit[] = [
  { id: 'u1', name: '教务处', kind: 'administration' },
  { id: 'u2', name: '物理学院', kind: 'college' },
];

const poolsOf = (outstanding: boolean, isMerged: boolean, extraPlaces: number): Pool[] => {
  const plain = { name: '', outstanding: false, mergeInto: null, extraPlaces: 0, decided: [] };
  return [
    { ...plain, id: 'p1', outstanding, extraPlaces },
    { ...plain, id: 'p2' },
    { ...plain, id: 'p3', mergeInto: isMerged ? 'p1' : null },
  ];
};

const YEARS = one<Pick<Bundle, 'kind' | 'period'>[]>(
  ...Array.from({ length: 4 }, () => ({
    kind: 'annual' as const,
    period: { from: '2026-01-01', to: '2026-12-31' },
  })),
  { kind: 'quarterly', period: { from: '2026-01-01', to: '2026-06-30' } },
  { kind: 'term', period: { from: '2024-01-01', to: '2026-12-31' } },
);

/** Any valid bundle in which nobody has decided a tie. */
export const undecidedBundle: fc.Arbitrary<Bundle> = fc
  .record({
    when: YEARS,
    asOf: one('2026-12-31', '2026-12-31', '2027-01-31'),
    vocabulary: one('civilServant' as const, 'publicInstitution' as const),
    cadres: arbitraryCadres('c'),
    outstanding: fc.boolean(),
    isMerged: fc.boolean(),
    extraPlaces: one(0, 0, 1),
    rate: one(null, null, null, 4000, 6000),
  })
  .map(({ when, outstanding, isMerged, extraPlaces, rate, ...rest }) => {
    const overrides =
      rate === null
        ? []
        : [{ parameter: 'quota.rate' as const, from: '2026-01-01', value: rate, cite: '校发〔2026〕1号' }];
    const bundle = { ...rest, ...when, units: UNITS, policy: { overrides } };
    const given = { ...bundle, pools: poolsOf(outstanding, isMerged, extraPlaces) };
    const isTooMuch = extraPlaces > 0 && contradictionsIn(given).length > 0;
    return isTooMuch ? { ...bundle, pools: poolsOf(outstanding, isMerged, 0) } : given;
  });

/** People decide ties: the last of the tied get the places left, or one too few; one decision is stale. */
function decided(bundle: Bundle, isOneShort: boolean): Bundle {
  const tieOf = new Map(assess(bundle).pools.map(({ id, ties }) => [id, ties]));
  const pools = bundle.pools.map((pool) => {
    const ties = tieOf.get(pool.id);
    if (!ties) return pool;
    const chosen = ties.cadreIds.slice(-ties.placesLeft).slice(isOneShort ? 1 : 0);
    const stale = bundle.cadres.find(({ id }) => !ties.cadreIds.includes(id))?.id ?? 'gone';
    return { ...pool, decided: [...chosen, stale] };
  });
  return { ...bundle, pools };
}

/** Any valid bundle. */
export const anyBundle: fc.Arbitrary<Bundle> = fc
  .tuple(undecidedBundle, one('nobody', 'nobody', 'all', 'some'))
  .map(([bundle, who]) => (who === 'nobody' ? bundle : decided(bundle, who === 'some')));

const ADDED = { id: 'added' } as const;

/** One more upheld inaction: a fact of its own or another record of a fact that there may be. */
export const addedInaction: fc.Arbitrary<ConductRecord> = fc
  .oneof(inactionOf(OWN, '1.1', '1.2', '5.1'), inactionOf(SHARED, '1.1', '1.2', '1.4'), carriedOver)
  .map((record) => ({ ...record, ...ADDED, finding: 'upheld' }));

/** One more verified initiative that is a fact of its own. */
export const addedInitiative: fc.Arbitrary<ConductRecord> = fc
  .oneof(initiativeOf(null, 1, 'explore'), initiativeOf(null, 2, 'shoulder'))
  .map((record) => ({ ...record, ...ADDED, finding: 'verified' }));
