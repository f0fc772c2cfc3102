// 澄清书: that a record stands no more, by which decision; about that one matter only.
import { type BehaviourCode, behaviours, type Day } from '../../scoring/index.ts';
import type { Filling } from '../adapters/docx.ts';
import { dayInWords, OPINION, type PersonNamed } from './document-words.ts';

export interface Clarification {
  readonly school: string;
  readonly fileId: string;
  readonly person: PersonNamed;
  readonly record: { readonly code: BehaviourCode; readonly clause: string; readonly occurredOn: Day };
  /** On review, on appeal, or found wrong after it was final. */
  readonly decision: { readonly how: 'revoke' | 'overturn' | 'correct'; readonly on: Day };
}

const DECISIONS: Readonly<Record<Clarification['decision']['how'], string>> = {
  revoke: '经复核作出决定',
  overturn: '经申诉处理组织集体作出决定',
  correct: '经申诉处理组织集体作出纠正错误认定的决定',
};

export function clarificationDocument({ school, fileId, person, record, decision }: Clarification): Filling {
  return {
    ...{ 学校: school, 案卷编号: fileId },
    ...{ 姓名: person.name, 单位: person.unit, 职务: person.post },
    ...{ 行为: behaviours[record.code].zh, 行为日期: dayInWords(record.occurredOn) },
    ...{ 依据: OPINION, 行为条款: record.clause },
    ...{ 决定: DECISIONS[decision.how], 决定日期: dayInWords(decision.on) },
  };
}
