// The questions of the three distinctions, and the answers of a file as the rule reads them.
import type { Answered } from '../../db/tables/conduct-files.ts';
import type { Row } from '../../db/tables/index.ts';
import {
  BLOCKERS,
  blockers,
  exemptFromBlame,
  exemptionFacts,
  type ExemptionFact,
  type ExemptionFinding,
  type GateTest,
  gateTests,
  type Label,
  type Mistake,
  type SituationCode,
  situations,
} from '../../scoring/index.ts';

type Answers = Readonly<Record<string, Answered>>;
export interface Question {
  readonly name: string;
  readonly label: Label;
  readonly about: 'test' | 'gate' | 'redLine' | 'fact';
  /** What it may be answered; the first is what speaks for the person. */
  readonly options: readonly (string | boolean)[];
  /** Without it not even mitigation is open. */
  readonly isCore: boolean;
}

const TESTS = {
  motive: ['public', 'private'],
  intent: ['unintentional', 'intentional'],
  nature: ['error', 'violation'],
} as const;
const GATE: GateTest = 'withinDisciplineLawPolicy';

/** Every question that a situation asks, in the order in which it is asked. */
export function questionsOf(situation: SituationCode): Question[] {
  const { facts, core, barredBySeriousConsequence } = situations[situation];
  const tests = Object.entries(TESTS).map(([name, options]): Question => ({
    ...{ name, options, about: 'test', isCore: true },
    label: gateTests[name as keyof typeof TESTS],
  }));
  const blockerQuestions = BLOCKERS.map((name): Question => ({
    ...{ name, about: 'redLine', isCore: true },
    label: blockers[name],
    options: [false, true],
  }));
  return [
    ...tests,
    { name: GATE, label: gateTests[GATE], about: 'gate', options: [true, false], isCore: true },
    ...blockerQuestions,
    ...(barredBySeriousConsequence
      ? [
          {
            ...({ name: 'seriousConsequence', about: 'redLine', isCore: false } as const),
            label: gateTests.seriousConsequence,
            options: [false, true],
          },
        ]
      : []),
    ...facts.map((name): Question => ({
      ...{ name, about: 'fact', options: [true, false], isCore: core.includes(name) },
      label: exemptionFacts[name],
    })),
  ];
}

const flagOf = (answers: Answers, name: string): boolean | null =>
  (answers[name]?.answer ?? null) as boolean | null;

function testsIn(answers: Answers): Mistake['tests'] {
  const answered = Object.keys(TESTS).map((name) => [name, answers[name]?.answer ?? null]);
  return Object.fromEntries(answered) as Mistake['tests'];
}

type Found = Pick<Row<'exemptions'>, 'situation' | 'answers' | 'redLines'>;

/** What a file has established; a red line holds if either inspector found it. Null before a situation is named. */
export function mistakeOf({ situation, answers, redLines }: Found): Mistake | null {
  if (situation === null) return null;
  const facts = situations[situation].facts;
  const holds = (name: string): boolean | null =>
    redLines?.[name]?.holds === true ? true : flagOf(answers, name);
  return {
    situation,
    tests: testsIn(answers),
    withinDisciplineLawPolicy: flagOf(answers, GATE),
    facts: Object.fromEntries(
      facts.map((name): [ExemptionFact, boolean | null] => [name, flagOf(answers, name)]),
    ),
    blockers: {
      knowingViolation: holds('knowingViolation'),
      privateGain: holds('privateGain'),
      persistedAfterBan: holds('persistedAfterBan'),
    },
    seriousConsequence: flagOf(answers, 'seriousConsequence'),
  };
}

/** Which outcomes the facts leave open, as the rule says (二·1, 二·2, 二·3). */
export function findingOf(found: Found): ExemptionFinding | null {
  const mistake = mistakeOf(found);
  return mistake && exemptFromBlame(mistake);
}

/** The gate and the red lines: what no appeal body may step over either. */
export function gateHolds(found: Found): boolean {
  const finding = findingOf(found);
  if (finding === null) return false;
  const gate: readonly string[] = [...Object.keys(TESTS), GATE, ...BLOCKERS];
  return ![...finding.blockedBy, ...finding.unmet].some((name) => gate.includes(name));
}
