// What the investigators have typed so far: kept by the name of each question, so that nothing is lost when the
// situation is changed and changed back, or when a save is refused.
import {
  type ConsiderationLevel,
  CONSIDERATIONS,
  type Consideration,
  exemptionFacts,
  gateTests,
  type Situation,
  type SituationCode,
  situations,
} from '../../scoring/index.ts';
import type { FieldProblem } from '../problem.ts';
import { findingsWords } from '../words/exemption-findings.ts';
import { exemptionTerms } from '../words/exemption-terms.ts';
import { labelOf, say } from '../words/language.ts';
import type { Answer, Facts, FindingsSent, Question } from './exemptions.api.ts';

export interface Answered {
  readonly answer: Answer;
  readonly reason: string;
  readonly evidenceIds: readonly string[];
}
export interface Weighed {
  readonly level: ConsiderationLevel | null;
  readonly reason: string;
}
export interface FindingsDraft {
  readonly situation: SituationCode | null;
  readonly answers: Readonly<Record<string, Answered>>;
  readonly considerations: Readonly<Record<Consideration, Weighed>>;
}
/** A question as a form asks it: the server’s own, or one of a situation that was just chosen. */
export type Asking = Pick<Question, 'name' | 'label' | 'about' | 'isCore' | 'options'>;

const NOTHING: Answered = { answer: null, reason: '', evidenceIds: [] };
export const answerIn = ({ answers }: FindingsDraft, name: string): Answered => answers[name] ?? NOTHING;

export const draftOf = ({ situation, questions, considerations }: Facts): FindingsDraft => ({
  situation: situation?.code ?? null,
  answers: Object.fromEntries(
    questions.map(({ name, answer, reason, evidenceIds }) => [name, { answer, reason, evidenceIds }]),
  ),
  considerations: Object.fromEntries(
    considerations.map(({ consideration, level, reason }) => [
      consideration,
      { level, reason: reason ?? '' },
    ]),
  ) as FindingsDraft['considerations'],
});

const SERIOUS = 'seriousConsequence';

/** The questions of the situation chosen: those common to all as the server asks them, and its own facts. */
export function askingIn(
  { situation: code }: Pick<FindingsDraft, 'situation'>,
  { questions }: Pick<Facts, 'questions'>,
): readonly Asking[] {
  if (code === null) return [];
  const words = say(findingsWords);
  const terms = say(exemptionTerms);
  const { facts, core, barredBySeriousConsequence }: Situation = situations[code];
  const known = new Map(questions.map((question) => [question.name, question]));
  const common = questions.filter(({ name, about }) => about !== 'fact' && name !== SERIOUS);
  const yesNo = [
    { value: false, label: { zh: words.no, en: words.no } },
    { value: true, label: { zh: words.yes, en: words.yes } },
  ];
  const provenOrNot = [
    { value: true, label: { zh: terms.proven, en: terms.proven } },
    { value: false, label: { zh: terms.notProven, en: terms.notProven } },
  ];
  const serious: Asking = known.get(SERIOUS) ?? {
    ...{ name: SERIOUS, label: gateTests.seriousConsequence, about: 'redLine', isCore: false },
    options: yesNo,
  };
  return [
    ...facts.map(
      (name): Asking =>
        known.get(name) ?? {
          ...{ name, label: exemptionFacts[name], about: 'fact', isCore: core.includes(name) },
          options: provenOrNot,
        },
    ),
    ...common,
    ...(barredBySeriousConsequence ? [serious] : []),
  ];
}

const LEAST_REASON = 2;

/** Whatever was answered without saying on what it rests. */
export function unreasoned(draft: FindingsDraft, asking: readonly Asking[]): FieldProblem[] {
  const words = say(findingsWords);
  const answers = asking.flatMap(({ name, label }) => {
    const { answer, reason } = answerIn(draft, name);
    const isShort = answer !== null && reason.trim().length < LEAST_REASON;
    return isShort ? [{ pointer: `/answers/${name}/reason`, detail: words.reasonFor(labelOf(label)) }] : [];
  });
  const weighed = CONSIDERATIONS.flatMap((name) => {
    const { level, reason } = draft.considerations[name];
    const isShort = level !== null && reason.trim().length < LEAST_REASON;
    return isShort ? [{ pointer: `/considerations/${name}/reason`, detail: words.reasonForLevel }] : [];
  });
  return [...answers, ...weighed];
}

export const findingsOf = (
  draft: FindingsDraft & { readonly situation: SituationCode },
  asking: readonly Asking[],
): Pick<FindingsSent, 'situation' | 'answers' | 'considerations'> => ({
  situation: draft.situation,
  answers: Object.fromEntries(
    asking.map(({ name }) => {
      const { answer, reason, evidenceIds } = answerIn(draft, name);
      return [name, { answer, reason: reason.trim(), evidenceIds: [...evidenceIds] }];
    }),
  ),
  considerations: Object.fromEntries(
    CONSIDERATIONS.flatMap((name) => {
      const { level, reason } = draft.considerations[name];
      return level === null ? [] : [[name, { level, reason: reason.trim() }]];
    }),
  ),
});
