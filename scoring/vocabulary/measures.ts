import { codesOf, type Label } from './label.ts';

/** The parts that the base of the annual score is made of. */
export const measures = {
  democratic: { zh: '民主测评', en: 'democratic evaluation' },
  leadership: { zh: '领导评价', en: 'evaluation by leaders' },
  objectives: { zh: '目标任务', en: 'objectives' },
  unit: { zh: '单位考核', en: 'result of the unit' },
  partyBuilding: { zh: '党建考核', en: 'party building' },
} as const satisfies Record<string, Label>;
export type Measure = keyof typeof measures;
export const MEASURES = codesOf(measures);

/** Who is measured by what: members of a team, and its principal (党政一把手). */
export const templates = {
  member: { zh: '班子成员', en: 'team member', measures: ['democratic', 'leadership', 'objectives'] },
  principal: {
    zh: '党政一把手',
    en: 'principal',
    measures: ['democratic', 'leadership', 'objectives', 'unit', 'partyBuilding'],
  },
} as const satisfies Record<string, Label & { measures: readonly Measure[] }>;
export type Template = keyof typeof templates;
export const TEMPLATES = codesOf(templates);

/** Grades of a unit in its own evaluation. */
export const unitGrades = {
  excellent: { zh: '优秀', en: 'excellent' },
  good: { zh: '良好', en: 'good' },
  average: { zh: '一般', en: 'average' },
  poor: { zh: '较差', en: 'poor' },
} as const satisfies Record<string, Label>;
export type UnitGrade = keyof typeof unitGrades;
export const UNIT_GRADES = codesOf(unitGrades);

/** Grades of a unit's party building. */
export const partyBuildingGrades = {
  good: { zh: '好', en: 'good' },
  fair: { zh: '一般', en: 'fair' },
  poor: { zh: '差', en: 'poor' },
} as const satisfies Record<string, Label>;
export type PartyBuildingGrade = keyof typeof partyBuildingGrades;
export const PARTY_BUILDING_GRADES = codesOf(partyBuildingGrades);

/** Kinds of appraisal. */
export const appraisalKinds = {
  annual: { zh: '年度考核', en: 'annual' },
  quarterly: { zh: '平时考核', en: 'quarterly' },
  special: { zh: '专项考核', en: 'special' },
  term: { zh: '任期考核', en: 'term' },
} as const satisfies Record<string, Label>;
export type AppraisalKind = keyof typeof appraisalKinds;
export const APPRAISAL_KINDS = codesOf(appraisalKinds);

/** Kinds of unit; a career in one kind only is a single experience. */
export const unitKinds = {
  administration: { zh: '机关部门', en: 'administration' },
  party: { zh: '党群部门', en: 'party office' },
  college: { zh: '学院', en: 'college' },
  hospital: { zh: '附属医院', en: 'hospital' },
  service: { zh: '直属与服务单位', en: 'service unit' },
} as const satisfies Record<string, Label>;
export type UnitKind = keyof typeof unitKinds;
export const UNIT_KINDS = codesOf(unitKinds);
