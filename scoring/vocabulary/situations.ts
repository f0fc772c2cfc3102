import { codesOf, type Label } from './label.ts';

/** The three distinctions (三个区分开来): what is tolerated on the left of each, what never is on the right. */
export const distinctions = {
  1: {
    zh: '缺乏经验、先行先试的失误，同明知故犯区分开来',
    en: 'inexperience and pioneering, from knowing violation',
    clause: '二·1',
  },
  2: {
    zh: '尚无明确限制的探索，同明令禁止后我行我素区分开来',
    en: 'exploration not yet restricted, from carrying on after a ban',
    clause: '二·2',
  },
  3: {
    zh: '推动发展的无意过失，同谋取私利区分开来',
    en: 'unintended fault, from private gain',
    clause: '二·3',
  },
} as const satisfies Record<number, Label & { clause: string }>;
export type Distinction = keyof typeof distinctions;

/** Facts that the situations want proven. */
export const exemptionFacts = {
  democraticProcedure: { zh: '执行民主决策规定和程序', en: 'democratic decision rules followed' },
  requestReport: { zh: '执行请示报告制度', en: 'instructions asked and reports given' },
  riskAssessed: { zh: '充分评估决策风险', en: 'the risk of the decision assessed' },
  dutyFulfilled: { zh: '切实履职尽职', en: 'duties fulfilled' },
  decisionCarriedOut: {
    zh: '执行党委决策部署和学校制度',
    en: 'committee decision and school rules carried out',
  },
  creativeWork: { zh: '创造性开展工作', en: 'creative work' },
  processFaultless: { zh: '履职过程无过失', en: 'no fault in the process' },
  beyondControl: { zh: '原因不可控', en: 'a cause outside control' },
  hardProblem: { zh: '属疑难复杂问题', en: 'a hard or complex problem' },
  withinMajorPolicy: { zh: '不违背大政方针', en: 'no breach of major policy' },
  limitedBreakthrough: {
    zh: '突破限于具体制度或举措',
    en: 'the breakthrough limited to a concrete rule or measure',
  },
  reformByDecision: { zh: '按党委部署进行探索性改革', en: 'exploratory reform by committee decision' },
  noConflict: {
    zh: '与现行政策和改革方向不冲突',
    en: 'no conflict with law, policy or the direction of reform',
  },
  rightDirection: { zh: '方向和原则正确', en: 'direction and principle right' },
  onlyMethodImperfect: { zh: '仅方式方法不够完善', en: 'only the method imperfect' },
  noExplicitRestriction: { zh: '领域尚无明确限制', en: 'no explicit restriction in the field' },
  rulesDesignedFirst: { zh: '事先做好制度设计', en: 'rules designed first' },
  rulesKept: { zh: '严格按制度办事', en: 'the rules kept' },
  historicalProblem: { zh: '群众反映强烈的历史遗留问题', en: 'an inherited problem strongly felt' },
  activelyWorked: { zh: '实事求是积极妥善解决', en: 'actively and properly worked on' },
  goodOverallEffect: { zh: '综合效果良好', en: 'a good overall effect' },
  allowedThen: { zh: '当时政策鼓励、允许或未明确禁止', en: 'encouraged, allowed or not banned at that time' },
  ruleTextAttached: { zh: '附有当时有效的制度文本', en: 'the text valid at that time attached' },
  localInterestAffected: {
    zh: '影响限于局部利益或具体工作',
    en: 'local interest or particular work affected',
  },
  servesLongTerm: { zh: '有利于学校利益和长远发展', en: "serves the school's long-term interest" },
  forReformOrVitalInterest: {
    zh: '为改革发展或师生切身利益',
    en: 'for reform or the vital interest of staff and students',
  },
  actedWithInitiative: { zh: '勇于担当积极作为', en: 'acted with initiative' },
  policyUnclear: {
    zh: '政策不明、配套不全或尺度把握不准',
    en: 'policy unclear, support incomplete or scale misjudged',
  },
  majorEmergency: { zh: '重大突发性事件', en: 'a major emergency' },
  principlesKept: { zh: '遵循处置基本原则', en: 'basic principles kept' },
  protectedPeople: { zh: '保护生命财产或学校稳定', en: 'life, property or stability protected' },
  lossReduced: { zh: '避免、减轻或弥补损失', en: 'loss avoided, reduced or repaired' },
  reportedPromptly: { zh: '事后及时报告', en: 'reported promptly afterwards' },
} as const satisfies Record<string, Label>;
export type ExemptionFact = keyof typeof exemptionFacts;

export interface Situation extends Label {
  readonly distinction: Distinction;
  readonly facts: readonly ExemptionFact[];
  /** Facts without which not even mitigation is open. */
  readonly core: readonly ExemptionFact[];
  /** Whether a serious consequence closes exemption. */
  readonly barredBySeriousConsequence: boolean;
}

const situation = (
  distinction: Distinction,
  [zh, en]: readonly [string, string],
  facts: readonly ExemptionFact[],
  core: readonly ExemptionFact[],
): Situation => ({ zh, en, distinction, facts, core, barredBySeriousConsequence: false });

const barredBySeriousConsequence = (open: Situation): Situation => ({
  ...open,
  barredBySeriousConsequence: true,
});

/** The ten situations of part 二 in which an error may be exempted from blame. */
export const situations = {
  '1a': situation(
    1,
    ['程序完备仍有失误', 'error despite full procedure'],
    ['democraticProcedure', 'requestReport', 'riskAssessed', 'dutyFulfilled'],
    ['dutyFulfilled'],
  ),
  '1b': situation(
    1,
    ['不可控因素造成错误', 'error from causes outside control'],
    ['decisionCarriedOut', 'creativeWork', 'processFaultless', 'beyondControl'],
    ['decisionCarriedOut'],
  ),
  '1c': barredBySeriousConsequence(
    situation(
      1,
      ['疑难问题大胆尝试', 'bold attempt at a hard problem'],
      ['hardProblem', 'withinMajorPolicy', 'limitedBreakthrough'],
      ['withinMajorPolicy'],
    ),
  ),
  '2a': situation(
    2,
    ['改革措施方法不完善', 'reform with imperfect method'],
    ['reformByDecision', 'noConflict', 'rightDirection', 'onlyMethodImperfect'],
    ['noConflict'],
  ),
  '2b': situation(
    2,
    ['无限制领域先立制度', 'unrestricted field, rules first'],
    ['noExplicitRestriction', 'rulesDesignedFirst', 'rulesKept'],
    ['noExplicitRestriction'],
  ),
  '2c': situation(
    2,
    ['妥善解决历史遗留问题', 'inherited problem properly solved'],
    ['historicalProblem', 'noConflict', 'activelyWorked', 'goodOverallEffect'],
    ['noConflict'],
  ),
  '2d': situation(
    2,
    ['依当时规定允许', 'allowed under the rules of that time'],
    ['allowedThen', 'ruleTextAttached'],
    ['allowedThen', 'ruleTextAttached'],
  ),
  '3a': situation(
    3,
    ['影响局部利于长远', 'local cost, long-term gain'],
    ['decisionCarriedOut', 'localInterestAffected', 'servesLongTerm'],
    ['decisionCarriedOut'],
  ),
  '3b': barredBySeriousConsequence(
    situation(
      3,
      ['为改革或师生利益而失误', 'error for reform or people'],
      ['forReformOrVitalInterest', 'actedWithInitiative', 'policyUnclear'],
      ['actedWithInitiative'],
    ),
  ),
  '3c': situation(
    3,
    ['处置重大突发事件', 'handling a major emergency'],
    ['majorEmergency', 'principlesKept', 'protectedPeople', 'lossReduced', 'reportedPromptly'],
    ['principlesKept'],
  ),
} as const satisfies Record<string, Situation>;
export type SituationCode = keyof typeof situations;
export const SITUATIONS = codesOf(situations);

/** What closes both exemption and mitigation wherever it holds. */
export const blockers = {
  knowingViolation: { zh: '明知故犯', en: 'knowing violation' },
  privateGain: { zh: '谋取私利', en: 'private gain' },
  persistedAfterBan: { zh: '明令禁止后我行我素', en: 'carried on after an explicit ban' },
} as const satisfies Record<string, Label>;
export type Blocker = keyof typeof blockers;
export const BLOCKERS = codesOf(blockers);

/** The rest of the gate: the three tests, the common limit, and the consequence that closes 1c and 3b. */
export const gateTests = {
  motive: { zh: '为公', en: 'public motive' },
  intent: { zh: '无意', en: 'no intent' },
  nature: { zh: '失误错误', en: 'an error, not a violation' },
  withinDisciplineLawPolicy: { zh: '符合纪律、法律和政策', en: 'within discipline, law and policy' },
  seriousConsequence: { zh: '严重后果', en: 'a serious consequence' },
} as const satisfies Record<string, Label>;
export type GateTest = keyof typeof gateTests;

/** What a panel may decide. */
export const exemptionOutcomes = {
  exempt: { zh: '免责', en: 'exempt' },
  mitigated: { zh: '从轻减轻', en: 'mitigated' },
  refused: { zh: '不予免责', en: 'refused' },
} as const satisfies Record<string, Label>;
export type ExemptionOutcome = keyof typeof exemptionOutcomes;
export const EXEMPTION_OUTCOMES = codesOf(exemptionOutcomes);
