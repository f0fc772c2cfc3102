import type { Area } from './areas.ts';
import { codesOf, type Label } from './label.ts';

/** What must be proven besides the behaviour itself before it counts. */
export const conditions = {
  keyWorkMissed: { zh: '重点工作、工程或项目未按时按质完成', en: 'key work not done on time or to standard' },
  seriousConsequence: { zh: '造成严重后果', en: 'a serious consequence' },
  withinDuty: { zh: '属于本人职责范围', en: 'within the duty of the person' },
  longStandingOrStronglyReported: { zh: '长期存在或反映强烈', en: 'long-standing or strongly reported' },
  withinTeamOrCharge: { zh: '班子成员或分管范围', en: 'within the team or field in charge' },
  leadUnit: { zh: '本单位为主办单位', en: 'the unit leads the task' },
  assistUnit: { zh: '本单位为协办单位', en: 'the unit assists in the task' },
  lawfulAndReasonable: { zh: '诉求合法合理', en: 'the request is lawful and reasonable' },
  notSolvableAtOnce: { zh: '属一时解决不了的问题', en: 'the problem cannot be solved at once' },
} as const satisfies Record<string, Label>;

export type Condition = keyof typeof conditions;
export const CONDITIONS = codesOf(conditions);

interface BehaviourEntry extends Label {
  readonly conditions: readonly Condition[];
}

const plain = (zh: string, en: string): BehaviourEntry => ({ zh, en, conditions: [] });
const when =
  (...conditions: readonly Condition[]) =>
  (zh: string, en: string): BehaviourEntry => ({ zh, en, conditions });

const inKeyWork = when('keyWorkMissed');
const ofOldProblem = when('withinDuty', 'longStandingOrStronglyReported');
const inDuty = when('withinDuty');
const asLeadUnit = when('leadUnit');
const asAssistUnit = when('assistUnit');
const onLawfulRequest = when('lawfulAndReasonable');
const onHardProblem = when('notSolvableAtOnce');

/** The 45 behaviours of part 三, each with the conditions its clause attaches. */
export const behaviours = {
  '1.1': plain('有令不行', 'Orders not carried out'),
  '1.2': plain('有禁不止', 'Prohibitions not kept'),
  '1.3': plain('阳奉阴违', 'Agreeing in public, acting otherwise'),
  '1.4': inKeyWork('组织协调不得力', 'Weak organisation and coordination'),
  '1.5': inKeyWork('审核把关不严格', 'Lax checking'),
  '1.6': inKeyWork('服务管理跟不上', 'Service and management lag behind'),
  '1.7': inKeyWork('配套保障不到位', 'Supporting measures missing'),
  '2.1': plain('不认真调查研究', 'No careful study'),
  '2.2': plain('只做方案不抓落实', 'Plans without action'),
  '2.3': when('seriousConsequence')('苗头性倾向性问题处置不及时', 'Early signs of trouble not acted on'),
  '2.4': plain('重大问题不如实报告', 'Major problems not reported truthfully'),
  '3.1': ofOldProblem('不主动研究', 'Does not take up the problem'),
  '3.2': ofOldProblem('议而不决', 'Discusses without deciding'),
  '3.3': ofOldProblem('不积极采取有效措施', 'Takes no effective measures'),
  '3.4': plain('主体责任不履行或不力', 'Principal responsibility not or poorly carried'),
  '3.5': plain('监督责任不履行或不力', 'Supervisory responsibility not or poorly carried'),
  '3.6': when('withinTeamOrCharge')('对错误言行放任不管', 'Lets wrong words and deeds pass'),
  '3.7': plain('无原则一团和气', 'Harmony without principle'),
  '4.1': inDuty('能决定不决定', 'Does not decide what can be decided'),
  '4.2': inDuty('层层上报', 'Passes everything upwards'),
  '4.3': inDuty('不尽力承担职责', 'Does not carry the duty with full effort'),
  '4.4': inDuty('责任切割层层摊派', 'Splits and hands down responsibility'),
  '4.5': asLeadUnit('主办不牵头协调', 'Lead unit does not coordinate'),
  '4.6': asLeadUnit('主办不落实落细责任', 'Lead unit does not settle who does what'),
  '4.7': asLeadUnit('主办不了解进展', 'Lead unit does not know the progress'),
  '4.8': asLeadUnit('主办不过问不协调困难', 'Lead unit does not help with difficulties'),
  '4.9': asAssistUnit('协办消极应付', 'Assisting unit goes through the motions'),
  '4.10': asAssistUnit('协办推诿扯皮', 'Assisting unit shifts responsibility'),
  '5.1': plain('瞒报', 'Concealing an emergency'),
  '5.2': plain('谎报', 'Reporting an emergency falsely'),
  '5.3': plain('迟报', 'Reporting an emergency late'),
  '5.4': plain('漏报', 'Omitting to report an emergency'),
  '5.5': plain('不按预案部署防控', 'Prevention not according to plan'),
  '5.6': plain('不服从组织调遣', 'Refuses deployment'),
  '5.7': plain('畏缩不前', 'Shrinks back'),
  '5.8': plain('临阵脱逃', 'Deserts the post'),
  '5.9': plain('不稳定因素不履责', 'Duty on sources of unrest not carried'),
  '5.10': plain('研判不主动不细致', 'Assesses risks late or carelessly'),
  '5.11': plain('化解不及时不得力', 'Defuses risks late or poorly'),
  '6.1': onLawfulRequest('不按规定受理', 'Does not accept a request as required'),
  '6.2': onLawfulRequest('受理后不及时处理反馈', 'Does not handle or answer in time'),
  '6.3': onHardProblem('一推了事', 'Turns people away'),
  '6.4': onHardProblem('不耐心解释', 'Does not explain patiently'),
  '6.5': plain('历史遗留问题不主动解决', 'Leaves inherited problems alone'),
  '6.6': plain('能办不办', 'Does not do what can be done'),
} as const satisfies Record<string, BehaviourEntry>;

export type BehaviourCode = keyof typeof behaviours;
export const BEHAVIOURS = codesOf(behaviours);

/** The area of a behaviour: the digit before the dot. */
export const areaOfBehaviour = (code: BehaviourCode): Area => Number(code[0]) as Area;
