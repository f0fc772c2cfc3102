// What the answers to the questions of the three distinctions are called.
import {
  type Blocker,
  blockers,
  type ExemptionFact,
  exemptionFacts,
  gateTests,
  type GateTest,
  type Label,
} from '../../scoring/index.ts';
import type { Question } from './mistake.ts';

const ANSWERS: Readonly<Record<string, Label>> = {
  public: { zh: '为公', en: 'for the public good' },
  private: { zh: '为私', en: 'for private ends' },
  unintentional: { zh: '无意', en: 'unintended' },
  intentional: { zh: '故意', en: 'intended' },
  error: { zh: '失误错误', en: 'an error' },
  violation: { zh: '违纪违法', en: 'a violation of discipline or law' },
};
const PROVEN: Label = { zh: '已证明', en: 'Proven' };
const NOT_PROVEN: Label = { zh: '未证明', en: 'Not proven' };
const HOLDS: Label = { zh: '是', en: 'Yes' };
const HOLDS_NOT: Label = { zh: '否', en: 'No' };

export function answerLabel({ about }: Question, value: string | boolean): Label {
  if (typeof value === 'string') return ANSWERS[value]!;
  if (about === 'fact') return value ? PROVEN : NOT_PROVEN;
  return value ? HOLDS : HOLDS_NOT;
}

/** A fact, a test or a red line by its name. */
export function wordsOf(name: ExemptionFact | GateTest | Blocker): Label {
  const all: Readonly<Record<string, Label>> = { ...exemptionFacts, ...gateTests, ...blockers };
  const { zh, en } = all[name]!;
  return { zh, en };
}
