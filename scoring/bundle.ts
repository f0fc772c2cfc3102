// The facts that one evaluation stands on, every field settled: absent means false, zero, null or empty (interfaces.md section 2).
import type { Day } from './day.ts';
import type { Override } from './policy/book.ts';
import type { Area } from './vocabulary/areas.ts';
import type { VoteFinding } from './vocabulary/ballots.ts';
import type { BehaviourCode, Condition } from './vocabulary/behaviours.ts';
import type {
  Cause,
  InactionFinding,
  InitiativeFinding,
  InitiativeRole,
  Level,
  Quality,
  Responsibility,
  Severity,
} from './vocabulary/conduct.ts';
import type {
  AdministrativeMeasure,
  Ground,
  LeaveType,
  OrganisationalMeasure,
  PartyMeasure,
} from './vocabulary/constraints.ts';
import type { Band, Grade, Vocabulary } from './vocabulary/grades.ts';
import type {
  AppraisalKind,
  Measure,
  PartyBuildingGrade,
  Template,
  UnitGrade,
  UnitKind,
} from './vocabulary/measures.ts';
import type { Rank } from './vocabulary/ranks.ts';

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export interface Pool {
  readonly id: string;
  readonly name: string;
  readonly outstanding: boolean;
  readonly mergeInto: string | null;
  readonly extraPlaces: number;
  /** Cadres that people chose out of a tie. */
  readonly decided: readonly string[];
}

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
}

interface ConductRecord {
  readonly id: string;
  readonly occurredOn: Day;
  /** The day in whose period the record counts, where it is not the day it occurred. */
  readonly countsOn: Day | null;
  /** Records of one fact count once; null is a fact of its own. */
  readonly factId: string | null;
}

export interface Inaction extends ConductRecord {
  readonly kind: 'inaction';
  readonly code: BehaviourCode;
  readonly notifiedOn: Day | null;
  readonly severity: Severity;
  readonly responsibility: Responsibility;
  readonly finding: InactionFinding;
  readonly conditions: readonly Condition[];
  readonly cause: Cause | null;
}

export interface Initiative extends ConductRecord {
  readonly kind: 'initiative';
  readonly area: Area;
  readonly quality: Quality;
  readonly level: Level;
  readonly role: InitiativeRole;
  readonly finding: InitiativeFinding;
}

export type Discipline = {
  readonly id: string;
  readonly kind: 'discipline';
  readonly effectiveOn: Day;
  readonly ground: Ground | null;
  /** Length of a probation, 12 or 24. */
  readonly months: number | null;
} & (
  | { readonly source: 'party'; readonly measure: PartyMeasure }
  | { readonly source: 'administrative'; readonly measure: AdministrativeMeasure }
  | { readonly source: 'organisational'; readonly measure: OrganisationalMeasure }
);

export interface Investigation {
  readonly kind: 'investigation';
  readonly openedOn: Day;
  readonly closedOn: Day | null;
}

export interface Leave {
  readonly kind: 'leave';
  readonly type: LeaveType;
  readonly from: Day;
  readonly to: Day;
}

export interface RecruitProbation {
  readonly kind: 'recruitProbation';
  readonly from: Day;
  readonly to: Day;
}

export interface RefusedAppraisal {
  readonly kind: 'refusedAppraisal';
  readonly year: number;
}

export type Constraint = Discipline | Investigation | Leave | RecruitProbation | RefusedAppraisal;

/** One stay in a post as the office recorded it; `to` is the last day in the post. */
export interface Appointment {
  readonly postId: string;
  readonly unitId: string;
  readonly rank: Rank | null;
  readonly from: Day;
  readonly to: Day | null;
  readonly sensitive: boolean;
}

export interface YearGrade {
  readonly year: number;
  readonly grade: Grade;
}

export interface Cadre {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly pool: string;
  readonly template: Template;
  readonly partySecretary: boolean;
  readonly unitGrade: UnitGrade | null;
  readonly partyBuildingGrade: PartyBuildingGrade | null;
  readonly quarters: readonly Band[];
  /** Hundredths of a point, 0…10000; null or absent is missing, never zero. */
  readonly measures: Readonly<Partial<Record<Measure, number | null | undefined>>>;
  readonly voteFindings: readonly VoteFinding[];
  readonly inspectionFindings: readonly { readonly id: string; readonly kind: string; readonly on: Day }[];
  readonly grades: readonly YearGrade[];
  readonly conduct: readonly (Inaction | Initiative)[];
  readonly constraints: readonly Constraint[];
  readonly appointments: readonly Appointment[];
  readonly cadreSince: Day | null;
  readonly retiresOn: Day | null;
  readonly specialist: boolean;
}

export interface Bundle {
  readonly asOf: Day;
  readonly kind: AppraisalKind;
  readonly period: Period;
  readonly vocabulary: Vocabulary;
  readonly pools: readonly Pool[];
  readonly units: readonly Unit[];
  readonly cadres: readonly Cadre[];
  readonly policy: { readonly overrides: readonly Override[] };
}
