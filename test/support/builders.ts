// Facts for tests: say what matters, the rest is ordinary. An ordinary cadre is a member with a base of 92 points.
import {
  type Appointment,
  type Area,
  type BehaviourCode,
  behaviours,
  type Bundle,
  type Cadre,
  type CadreResult,
  type Constraint,
  type Day,
  type Discipline,
  evaluate,
  type Inaction,
  type Initiative,
  type Label,
  type LeaveType,
  type Measure,
  type Override,
  type ParameterId,
  type Pool,
  type Quality,
  type Result,
  templates,
  type Unit,
  type Grade,
} from '../../scoring/index.ts';

/** The period of every ordinary bundle. */
export const YEAR = { from: '2026-01-01', to: '2026-12-31' } as const;

const ORDINARY_BASE = 9200;

type Source = Discipline['source'];
type MeasureOf<From extends Source> = Extract<Discipline, { source: From }>['measure'];

/** Facts of one cadre, said one after another; every step is a new builder. */
export class CadreBuilder {
  readonly facts: Cadre;
  constructor(facts: Cadre) {
    this.facts = facts;
  }

  with(more: Partial<Cadre>): CadreBuilder {
    return new CadreBuilder({ ...this.facts, ...more });
  }

  /** Every measure of the template at the same value, so that the base is that value. */
  measured(value: number | null): CadreBuilder {
    const all = templates[this.facts.template].measures.map((measure) => [measure, value]);
    return this.with({ measures: Object.fromEntries(all) as Cadre['measures'] });
  }

  butMeasured(measure: Measure, value: number | null): CadreBuilder {
    return this.with({ measures: { ...this.facts.measures, [measure]: value } });
  }

  asPrincipal(): CadreBuilder {
    return this.with({ template: 'principal' }).measured(ORDINARY_BASE);
  }

  inUnit(unitId: string): CadreBuilder {
    return this.with({ unitId });
  }

  inPool(pool: string): CadreBuilder {
    return this.with({ pool });
  }

  withInaction(code: BehaviourCode, more: Partial<Omit<Inaction, 'kind' | 'code'>> = {}): CadreBuilder {
    const record: Inaction = {
      id: this.#nextRecord(),
      kind: 'inaction',
      code,
      occurredOn: '2026-05-10',
      countsOn: null,
      notifiedOn: null,
      severity: 'general',
      responsibility: 'direct',
      finding: 'upheld',
      conditions: behaviours[code].conditions,
      cause: null,
      factId: null,
      ...more,
    };
    return this.with({ conduct: [...this.facts.conduct, record] });
  }

  withInitiative(
    area: Area,
    quality: Quality,
    more: Partial<Omit<Initiative, 'kind' | 'area' | 'quality'>> = {},
  ): CadreBuilder {
    const record: Initiative = {
      id: this.#nextRecord(),
      kind: 'initiative',
      area,
      quality,
      occurredOn: '2026-04-10',
      countsOn: null,
      level: 'school',
      role: 'lead',
      finding: 'verified',
      factId: null,
      ...more,
    };
    return this.with({ conduct: [...this.facts.conduct, record] });
  }

  /** Credits that would lift anybody: national, as the lead, in every area. */
  withOutstandingInitiative(): CadreBuilder {
    return ([1, 2, 3, 4, 5, 6] as const).reduce<CadreBuilder>(
      (cadre, area) => cadre.withInitiative(area, 'shoulder', { level: 'national' }),
      this,
    );
  }

  disciplined<From extends Source>(
    source: From,
    measure: MeasureOf<From>,
    effectiveOn: Day,
    more: Partial<Pick<Discipline, 'id' | 'ground' | 'months'>> = {},
  ): CadreBuilder {
    const id = `d${this.facts.constraints.length + 1}`;
    const facts = { id, kind: 'discipline', source, measure, effectiveOn, ground: null, months: null };
    return this.constrained({ ...facts, ...more } as Discipline);
  }

  investigated(openedOn: Day, closedOn: Day | null = null): CadreBuilder {
    return this.constrained({ kind: 'investigation', openedOn, closedOn });
  }

  onLeave(type: LeaveType, from: Day, to: Day): CadreBuilder {
    return this.constrained({ kind: 'leave', type, from, to });
  }

  onRecruitProbation(from: Day, to: Day): CadreBuilder {
    return this.constrained({ kind: 'recruitProbation', from, to });
  }

  refusedAppraisal(year: number): CadreBuilder {
    return this.constrained({ kind: 'refusedAppraisal', year });
  }

  inPostSince(from: Day, more: Partial<Appointment> = {}): CadreBuilder {
    return this.inPost(from, null, more);
  }

  inPost(from: Day, to: Day | null, more: Partial<Appointment> = {}): CadreBuilder {
    const post = { postId: 'a1', unitId: this.facts.unitId, rank: null, from, to, sensitive: false };
    return this.with({ appointments: [...this.facts.appointments, { ...post, ...more }] });
  }

  graded(year: number, grade: Grade): CadreBuilder {
    return this.with({ grades: [...this.facts.grades, { year, grade }] });
  }

  inspected(kind: string, on: Day): CadreBuilder {
    const finding = { id: `f${this.facts.inspectionFindings.length + 1}`, kind, on };
    return this.with({ inspectionFindings: [...this.facts.inspectionFindings, finding] });
  }

  constrained(fact: Constraint): CadreBuilder {
    return this.with({ constraints: [...this.facts.constraints, fact] });
  }

  #nextRecord(): string {
    return `${this.facts.id}-r${this.facts.conduct.length + 1}`;
  }
}

/** A member of a team about whom nothing else is known. */
export const aCadre = (id = 'c1'): CadreBuilder =>
  new CadreBuilder({
    id,
    name: `干部${id}`,
    unitId: 'u1',
    pool: 'p1',
    template: 'member',
    partySecretary: false,
    unitGrade: null,
    partyBuildingGrade: null,
    quarters: [],
    measures: {},
    voteFindings: [],
    inspectionFindings: [],
    grades: [],
    conduct: [],
    constraints: [],
    appointments: [],
    cadreSince: null,
    retiresOn: null,
    specialist: false,
  }).measured(ORDINARY_BASE);

/** Several ordinary cadres with ids `x01`, `x02`, …, each with its own base. */
export const cadresMeasured = (...bases: readonly number[]): CadreBuilder[] =>
  bases.map((base, index) => aCadre(`x${`${index + 1}`.padStart(2, '0')}`).measured(base));

export const aPool = (id = 'p1', more: Partial<Pool> = {}): Pool => ({
  id,
  name: '中层干部',
  outstanding: false,
  mergeInto: null,
  extraPlaces: 0,
  decided: [],
  ...more,
});

const UNITS: readonly Unit[] = [
  { id: 'u1', name: '教务处', kind: 'administration' },
  { id: 'u2', name: '物理学院', kind: 'college' },
  { id: 'u3', name: '后勤中心', kind: 'service' },
];

/** The facts of one evaluation of the year 2026. */
export class BundleBuilder {
  readonly facts: Bundle;
  constructor(facts: Bundle) {
    this.facts = facts;
  }

  with(more: Partial<Bundle>): BundleBuilder {
    return new BundleBuilder({ ...this.facts, ...more });
  }

  of(...cadres: readonly CadreBuilder[]): BundleBuilder {
    return this.with({ cadres: [...this.facts.cadres, ...cadres.map(({ facts }) => facts)] });
  }

  asOf(asOf: Day): BundleBuilder {
    return this.with({ asOf });
  }

  during(from: Day, to: Day): BundleBuilder {
    return this.with({ period: { from, to }, asOf: to });
  }

  pooled(...pools: readonly Pool[]): BundleBuilder {
    return this.with({ pools });
  }

  adopting(parameter: ParameterId, from: Day, value: number, cite = '校发〔2026〕1号'): BundleBuilder {
    const override: Override = { parameter, from, value, cite };
    return this.with({ policy: { overrides: [...this.facts.policy.overrides, override] } });
  }

  evaluated(): Result {
    return evaluate(this.facts);
  }

  /** What one of the cadres comes to. */
  resultOf(id = 'c1'): CadreResult<Label> {
    const found = this.evaluated().cadres.find((cadre) => cadre.id === id);
    if (!found) throw new Error(`no cadre ${id} in the bundle`);
    return found;
  }
}

export const aBundle = (): BundleBuilder =>
  new BundleBuilder({
    asOf: YEAR.to,
    kind: 'annual',
    period: YEAR,
    vocabulary: 'publicInstitution',
    pools: [aPool()],
    units: UNITS,
    cadres: [],
    policy: { overrides: [] },
  });

/** A cadre among nine others of the pool, in another unit and not candidates: the quota leaves two places. */
export const amongColleagues = (cadre: CadreBuilder): BundleBuilder => {
  const others = Array.from({ length: 9 }, (_, index) => aCadre(`z${index}`).measured(8000).inUnit('u3'));
  return aBundle().of(cadre, ...others.map((other) => other.inPool(cadre.facts.pool)));
};

/** What a cadre of 2026 comes to where the quota takes nothing away. */
export const resultOf = (cadre: CadreBuilder): CadreResult<Label> =>
  amongColleagues(cadre).resultOf(cadre.facts.id);

/** The day before or after another, for cases that just miss. */
export function shifted(day: Day, days: -1 | 1): Day {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** How often findings of a rule occur, and what they say. */
export const findingsOf = (
  result: { readonly findings: readonly { readonly rule: string; readonly because: Label }[] },
  rule: string,
): Label[] => result.findings.filter((finding) => finding.rule === rule).map(({ because }) => because);

/** The line of a record. */
export function lineOf(result: CadreResult<Label>, recordId: string) {
  const line = result.lines.find((one) => one.recordId === recordId);
  if (!line) throw new Error(`no line of record ${recordId}`);
  return line;
}

/** The points of lines of a rule, in their order. */
export const pointsOf = (result: CadreResult<Label>, rule: string): number[] =>
  result.lines.filter((line) => line.rule === rule).map(({ points }) => points);

/** Of the figures and words that both languages should give, those that one of them leaves out. */
export const unsaid = ({ zh, en }: Label, ...figures: readonly string[]): string[] =>
  figures.filter((figure) => !zh.includes(figure) || !en.includes(figure));
