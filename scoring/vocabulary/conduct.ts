import { codesOf, type Label } from './label.ts';

/** Severity of an inaction, lightest first; effective severity steps down along this order. */
export const severities = {
  minor: { zh: '轻微', en: 'minor' },
  general: { zh: '一般', en: 'general' },
  serious: { zh: '严重', en: 'serious' },
  grave: { zh: '特别严重', en: 'grave' },
} as const satisfies Record<string, Label>;
export type Severity = keyof typeof severities;
export const SEVERITIES = codesOf(severities);

/** The four responsibilities that 一案双查 asks after. */
export const responsibilities = {
  direct: { zh: '直接责任', en: 'direct responsibility' },
  leadership: { zh: '领导责任', en: 'leadership responsibility' },
  principal: { zh: '主体责任', en: 'principal responsibility' },
  supervisory: { zh: '监督责任', en: 'supervisory responsibility' },
} as const satisfies Record<string, Label>;
export type Responsibility = keyof typeof responsibilities;
export const RESPONSIBILITIES = codesOf(responsibilities);

/** How an inaction record stands. */
export const inactionFindings = {
  open: { zh: '未定', en: 'open' },
  upheld: { zh: '成立', en: 'upheld' },
  mitigated: { zh: '从轻减轻', en: 'mitigated' },
  exempt: { zh: '免责', en: 'exempt' },
  dismissed: { zh: '不成立', en: 'dismissed' },
} as const satisfies Record<string, Label>;
export type InactionFinding = keyof typeof inactionFindings;
export const INACTION_FINDINGS = codesOf(inactionFindings);

/** Why somebody did not act; the remedy follows the cause. */
export const causes = {
  unable: { zh: '不能为', en: 'unable', remedy: { zh: '培训与支持', en: 'training and support' } },
  unwilling: { zh: '不想为', en: 'unwilling', remedy: { zh: '督查与谈话', en: 'supervision and a talk' } },
  afraid: { zh: '不敢为', en: 'afraid', remedy: { zh: '撑腰与容错', en: 'backing and tolerance' } },
} as const satisfies Record<string, Label & { remedy: Label }>;
export type Cause = keyof typeof causes;
export const CAUSES = codesOf(causes);

/** The three qualities of initiative that the opinion wants promoted first. */
export const qualities = {
  explore: { zh: '勇于探索', en: 'explores' },
  shoulder: { zh: '敢于担当', en: 'shoulders responsibility' },
  deliver: { zh: '善于作为', en: 'delivers' },
} as const satisfies Record<string, Label>;
export type Quality = keyof typeof qualities;
export const QUALITIES = codesOf(qualities);

/** The level at which an initiative took effect. */
export const levels = {
  unit: { zh: '单位级', en: 'unit level' },
  school: { zh: '校级', en: 'school level' },
  provincial: { zh: '省部级', en: 'provincial level' },
  national: { zh: '国家级', en: 'national level' },
} as const satisfies Record<string, Label>;
export type Level = keyof typeof levels;
export const LEVELS = codesOf(levels);

/** The part a cadre had in an initiative. */
export const initiativeRoles = {
  lead: { zh: '牵头', en: 'lead' },
  core: { zh: '骨干', en: 'core member' },
  participant: { zh: '参与', en: 'participant' },
} as const satisfies Record<string, Label>;
export type InitiativeRole = keyof typeof initiativeRoles;
export const INITIATIVE_ROLES = codesOf(initiativeRoles);

/** How an initiative record stands. */
export const initiativeFindings = {
  open: { zh: '待核实', en: 'open' },
  verified: { zh: '已核实', en: 'verified' },
  dismissed: { zh: '不成立', en: 'dismissed' },
} as const satisfies Record<string, Label>;
export type InitiativeFinding = keyof typeof initiativeFindings;
export const INITIATIVE_FINDINGS = codesOf(initiativeFindings);
