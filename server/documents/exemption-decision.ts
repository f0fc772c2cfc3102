// 容错免责认定书: what the panel decided, from the facts to the way to appeal.
import {
  type BehaviourCode,
  behaviours,
  type Consideration,
  type ConsiderationLevel,
  considerationLevels,
  considerations,
  type Day,
  type Distinction,
  distinctions,
  type ExemptionOutcome,
  type SituationCode,
  situations,
} from '../../scoring/index.ts';
import type { Filling } from '../adapters/docx.ts';
import {
  dayInWords,
  inLine,
  OPINION,
  paragraphsOf,
  type PersonNamed,
  sentence,
  type TimeLimit,
  timeInWords,
} from './document-words.ts';
import { holdsInWords } from './question-wording.ts';

/** A question as it was answered, with its reason and the names of the evidence. */
export interface QuestionAnswered {
  readonly question: string;
  readonly answer: string;
  readonly reason: string;
  readonly evidence: readonly string[];
}
export interface RedLineChecked extends QuestionAnswered {
  /** What the second inspector found, apart from the investigators; null where nobody else checks. */
  readonly checked: { readonly holds: boolean; readonly reason: string } | null;
}
export interface Votes {
  readonly entitled: number;
  readonly present: number;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesAbstained: number;
}
export interface ExemptionDecision {
  readonly school: string;
  readonly fileId: string;
  readonly person: PersonNamed;
  readonly decidedOn: Day;
  /** What the record says happened. */
  readonly record: {
    readonly code: BehaviourCode;
    readonly clause: string;
    readonly occurredOn: Day;
    readonly summary: string;
  };
  readonly statement: string;
  readonly process: string;
  readonly situation: SituationCode;
  /** The pilot registered beforehand, the rule valid on the day. */
  readonly supports: readonly string[];
  readonly facts: readonly QuestionAnswered[];
  readonly tests: readonly QuestionAnswered[];
  readonly redLines: readonly RedLineChecked[];
  readonly considerations: readonly {
    readonly consideration: Consideration;
    readonly level: ConsiderationLevel | null;
    readonly reason: string;
  }[];
  readonly meeting: { readonly heldOn: Day; readonly votes: Votes } | null;
  /** Whether a dissenting opinion was written down: that there is one, never whose. */
  readonly hasDissent: boolean;
  readonly outcome: ExemptionOutcome;
  readonly correction: { readonly text: string; readonly by: Day } | null;
  /** Until when an appeal may be made; the last day is known once the decision was served. */
  readonly appeal: { readonly limit: TimeLimit; readonly lastDay: Day | null } | null;
  /** What an appeal made of it. */
  readonly changedOnAppeal: {
    readonly on: Day;
    readonly outcome: ExemptionOutcome;
    readonly correction: { readonly text: string; readonly by: Day } | null;
  } | null;
}

const CONCLUSION: Readonly<Record<ExemptionOutcome, string>> = {
  exempt: '对该事项予以免责',
  mitigated: '对该事项从轻减轻',
  refused: '对该事项不予免责',
};
const EFFECT: Readonly<Record<ExemptionOutcome, string>> = {
  exempt:
    '该事项不计分，不影响年度考核、评优评先和选拔任用；有关记录只对本人和承办人员可见，不列入任何名单和统计。',
  mitigated: '该事项退回履职记录的认定程序，由另一人复核；认定成立的，按从轻减轻处理，不得加重。',
  refused: '该事项退回履职记录的认定程序，由另一人复核；认定生效之前不计分。',
};

/** The reason, and what it rests on. */
const basis = ({ reason, evidence }: Pick<QuestionAnswered, 'reason' | 'evidence'>): string => {
  const why = inLine(reason) === '' ? '' : sentence(reason);
  return [why, evidence.length > 0 ? `材料：${evidence.join('、')}。` : ''].join('') || '—';
};

function redLine({ question, answer, checked, ...found }: RedLineChecked): Filling {
  const why = basis(found);
  return {
    名称: question,
    核实: answer,
    审查: checked === null ? '—' : holdsInWords(checked.holds),
    依据: checked === null ? why : `核实：${why}审查：${sentence(checked.reason)}`,
  };
}

function votesInWords({ meeting, hasDissent }: ExemptionDecision): string {
  const noted = hasDissent ? '不同意见已载入会议记录。' : '没有记录不同意见。';
  if (meeting === null) return `容错认定小组集体审议，表决情况见会议记录。${noted}`;
  const { heldOn, votes } = meeting;
  const dissenting = votes.votesAgainst > 0 ? `持不同意见${votes.votesAgainst}人。` : '';
  return [
    `${dayInWords(heldOn)}，容错认定小组开会集体审议。`,
    `应到${votes.entitled}人，实到${votes.present}人，同意${votes.votesFor}票，不同意${votes.votesAgainst}票，弃权${votes.votesAbstained}票。`,
    dissenting,
    noted,
  ].join('');
}

const correctionInWords = (correction: ExemptionDecision['correction']): string[] =>
  correction === null
    ? ['本认定不附纠错要求。']
    : [
        ...correction.text.split(/\n+/u),
        `完成期限：${dayInWords(correction.by)}。完成后在系统中报告纠错情况。`,
      ];

function appealInWords({ outcome, appeal }: ExemptionDecision): string {
  if (outcome === 'exempt' || appeal === null) return '本认定自送达之日起生效。';
  const { limit, lastDay } = appeal;
  const until = lastDay === null ? '' : `（至${dayInWords(lastDay)}，含当日）`;
  return [
    `对本认定不服的，可以自送达之日起${timeInWords(limit)}内${until}提出申诉：登录本系统，在“待办”中打开本事项，选择“提出申诉”并写明理由；也可以书面提交组织部，由组织部录入、另一人核对。`,
    '申诉由没有参加本认定的申诉处理组织集体办理，申诉决定不得比本认定更重；申诉期间不计分。期满未申诉的，本认定生效。',
  ].join('');
}

const changeInWords = ({ changedOnAppeal }: ExemptionDecision): Filling[] =>
  changedOnAppeal === null
    ? []
    : [
        `本认定经申诉已于${dayInWords(changedOnAppeal.on)}改为：${CONCLUSION[changedOnAppeal.outcome]}。以申诉决定为准。`,
        ...(changedOnAppeal.correction === null
          ? []
          : [
              `申诉决定的纠错要求：${sentence(changedOnAppeal.correction.text)}完成期限：${dayInWords(changedOnAppeal.correction.by)}。`,
            ]),
      ].map((text) => ({ 段落: text }));

const asked = ({ question, answer, ...found }: QuestionAnswered): Filling => ({
  名称: question,
  认定: answer,
  依据: basis(found),
});

export function exemptionDocument(data: ExemptionDecision): Filling {
  const { person, record, outcome } = data;
  const distinction: Distinction = situations[data.situation].distinction;
  return {
    ...{ 学校: data.school, 案卷编号: data.fileId, 年份: data.decidedOn.slice(0, 4) },
    ...{ 姓名: person.name, 职务: person.post, 单位: person.unit },
    ...{ 认定日期: dayInWords(data.decidedOn), 行为日期: dayInWords(record.occurredOn) },
    ...{ 行为: behaviours[record.code].zh, 依据: OPINION, 行为条款: record.clause },
    ...{ 区分: distinctions[distinction].zh, 区分条款: distinctions[distinction].clause },
    ...{ 情形: situations[data.situation].zh, 情形编号: data.situation },
    事实经过: paragraphsOf(record.summary),
    申请人陈述: paragraphsOf(data.statement),
    履行程序: paragraphsOf(data.process),
    佐证: paragraphsOf(data.supports, '没有引用试点备案或者制度文本。'),
    事实: data.facts.map((fact, i) => ({ 序号: String(i + 1), ...asked(fact) })),
    检验: data.tests.map(asked),
    红线: data.redLines.map(redLine),
    考虑: data.considerations.map(({ consideration, level, reason }) => ({
      名称: considerations[consideration].zh,
      判断: level === null ? '未作判断' : considerationLevels[level].zh,
      理由: inLine(reason) === '' ? '—' : sentence(reason),
    })),
    表决情况: votesInWords(data),
    结论: CONCLUSION[outcome],
    结论效力: EFFECT[outcome],
    申诉变更: changeInWords(data),
    纠错要求: paragraphsOf(correctionInWords(data.correction)),
    救济途径: appealInWords(data),
  };
}
