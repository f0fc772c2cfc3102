import { codesOf, type Label } from './label.ts';

/** Who took a disciplinary or organisational measure. */
export const disciplineSources = {
  party: { zh: '党纪处分', en: 'party discipline' },
  administrative: { zh: '政务处分', en: 'administrative sanction' },
  organisational: { zh: '组织处理', en: 'organisational measure' },
} as const satisfies Record<string, Label>;
export type DisciplineSource = keyof typeof disciplineSources;
export const DISCIPLINE_SOURCES = codesOf(disciplineSources);

/** The measures each source can take. */
export const disciplineMeasures = {
  party: {
    warning: { zh: '党内警告', en: 'party warning' },
    seriousWarning: { zh: '党内严重警告', en: 'serious party warning' },
    removalFromPost: { zh: '撤销党内职务', en: 'removal from party posts' },
    probation: { zh: '留党察看', en: 'probation within the party' },
    expulsion: { zh: '开除党籍', en: 'expulsion from the party' },
  },
  administrative: {
    warning: { zh: '警告', en: 'administrative warning' },
    demerit: { zh: '记过', en: 'demerit' },
    majorDemerit: { zh: '记大过', en: 'major demerit' },
    demotion: { zh: '降级', en: 'demotion in grade' },
    dismissal: { zh: '撤职', en: 'dismissal from post' },
  },
  organisational: {
    admonition: { zh: '诫勉', en: 'admonition' },
    transferAsMeasure: { zh: '调离岗位', en: 'transfer as a measure' },
    nonLeadership: { zh: '改任非领导职务', en: 'move to a non-leading post' },
    orderedResignation: { zh: '责令辞职', en: 'ordered resignation' },
    demotion: { zh: '降职', en: 'demotion' },
    removal: { zh: '免职', en: 'removal' },
  },
} as const satisfies Record<DisciplineSource, Record<string, Label>>;

export type PartyMeasure = keyof typeof disciplineMeasures.party;
export type AdministrativeMeasure = keyof typeof disciplineMeasures.administrative;
export type OrganisationalMeasure = keyof typeof disciplineMeasures.organisational;
export type DisciplineMeasure = PartyMeasure | AdministrativeMeasure | OrganisationalMeasure;
export const PARTY_MEASURES = codesOf(disciplineMeasures.party);
export const ADMINISTRATIVE_MEASURES = codesOf(disciplineMeasures.administrative);
export const ORGANISATIONAL_MEASURES = codesOf(disciplineMeasures.organisational);

/** Why a measure was taken. */
export const grounds = {
  politicalDiscipline: { zh: '违反政治纪律和政治规矩', en: 'political discipline' },
  integrity: { zh: '廉洁问题', en: 'integrity' },
  work: { zh: '工作失职失责', en: 'work' },
  life: { zh: '生活纪律', en: 'private life' },
  accountability: { zh: '问责', en: 'accountability' },
  unfit: { zh: '不适宜担任现职', en: 'unfit for the post' },
} as const satisfies Record<string, Label>;
export type Ground = keyof typeof grounds;
export const GROUNDS = codesOf(grounds);

/** Kinds of leave; only sick and personal leave count towards the half of a period. */
export const leaves = {
  sick: { zh: '病假', en: 'sick leave' },
  personal: { zh: '事假', en: 'personal leave' },
  maternity: { zh: '产假', en: 'maternity leave' },
  other: { zh: '其他', en: 'other leave' },
} as const satisfies Record<string, Label>;
export type LeaveType = keyof typeof leaves;
export const LEAVE_TYPES = codesOf(leaves);

/** What an effect period bars. */
export const effects = {
  noHigher: { zh: '不得担任高于原职务层次的职务', en: 'no post higher than before' },
  noPost: { zh: '不得安排职务', en: 'no leading post' },
  noPromotion: { zh: '不得提拔', en: 'no promotion' },
} as const satisfies Record<string, Label>;
export type Effect = keyof typeof effects;
export const EFFECTS = codesOf(effects);

/** The five triggers that open a review (进入研判), in the order of the opinion. */
export const reviewTriggers = {
  discipline: { zh: '不守政治规矩', en: 'breach of political rules' },
  integrity: { zh: '不干净干事', en: 'lack of integrity' },
  inaction: { zh: '不作为不担当', en: 'inaction' },
  ability: { zh: '能力不够', en: 'insufficient ability' },
  style: { zh: '作风漂浮', en: 'superficial style of work' },
} as const satisfies Record<string, Label>;
export type ReviewTrigger = keyof typeof reviewTriggers;
