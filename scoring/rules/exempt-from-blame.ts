import type { Clause } from '../policy/clauses.ts';
import type { Label } from '../vocabulary/label.ts';
import {
  type Blocker,
  BLOCKERS,
  blockers as blockerLabels,
  type Distinction,
  distinctions,
  type ExemptionFact,
  exemptionFacts,
  type ExemptionOutcome,
  type GateTest,
  gateTests,
  type Situation,
  type SituationCode,
  situations,
} from '../vocabulary/situations.ts';

/** A mistake as far as it has been established; an answer left out (null) is unanswered, a fact left out is unproven. */
export interface Mistake {
  readonly situation: SituationCode;
  readonly tests: {
    readonly motive: 'public' | 'private' | null;
    readonly intent: 'unintentional' | 'intentional' | null;
    readonly nature: 'error' | 'violation' | null;
  };
  readonly withinDisciplineLawPolicy: boolean | null;
  readonly facts: Readonly<Partial<Record<ExemptionFact, boolean | null>>>;
  readonly blockers: Readonly<Record<Blocker, boolean | null>>;
  readonly seriousConsequence: boolean | null;
}

export interface ExemptionFinding {
  readonly situation: SituationCode;
  readonly distinction: Distinction;
  readonly clause: Clause;
  /** The outcomes that people may choose among. */
  readonly open: readonly ExemptionOutcome[];
  /** Facts not proven and questions not answered. */
  readonly unmet: readonly (ExemptionFact | GateTest | Blocker)[];
  /** What fails by its answer. */
  readonly blockedBy: readonly (GateTest | Blocker)[];
  readonly because: readonly Label[];
}

type Answer = 'holds' | 'fails' | 'unanswered';

const answered = <T>(given: T | null, good: T): Answer =>
  given === null ? 'unanswered' : given === good ? 'holds' : 'fails';

/** The gate of part 二 and the red lines: every question with how it was answered. */
function gateOf(mistake: Mistake): readonly (readonly [GateTest | Blocker, Answer])[] {
  const { motive, intent, nature } = mistake.tests;
  return [
    ['motive', answered(motive, 'public')],
    ['intent', answered(intent, 'unintentional')],
    ['nature', answered(nature, 'error')],
    ['withinDisciplineLawPolicy', answered(mistake.withinDisciplineLawPolicy, true)],
    ...BLOCKERS.map((blocker) => [blocker, answered(mistake.blockers[blocker], false)] as const),
  ];
}

const labels: Readonly<Record<ExemptionFact | GateTest | Blocker, Label>> = {
  ...exemptionFacts,
  ...gateTests,
  ...blockerLabels,
};

function reasonsFor(finding: Omit<ExemptionFinding, 'because'>): Label[] {
  const { distinction, unmet, blockedBy, open } = finding;
  const told: Label[] = [distinctions[distinction]];
  for (const name of blockedBy)
    told.push({ zh: `“${labels[name].zh}”一项不符合，不能免责。`, en: `It fails on “${labels[name].en}”.` });
  for (const name of unmet)
    told.push({
      zh: `“${labels[name].zh}”尚未证明或未作回答。`,
      en: `“${labels[name].en}” is not proven or not answered.`,
    });
  if (open.includes('exempt'))
    told.push({
      zh: '各项事实均已证明，可以免责，由认定小组决定。',
      en: 'Every fact is proven: exemption is open to the panel.',
    });
  else if (open.includes('mitigated'))
    told.push({
      zh: '核心事实和半数以上事实已证明，可以从轻减轻，由认定小组决定。',
      en: 'The core and at least half of the facts are proven: mitigation is open to the panel.',
    });
  else told.push({ zh: '不具备免责或从轻减轻的条件。', en: 'Neither exemption nor mitigation is open.' });
  return told.map(({ zh, en }) => ({ zh, en }));
}

/** Which outcomes the three distinctions leave open for a mistake; people choose among them (二·1, 二·2, 二·3). */
export function exemptFromBlame(mistake: Mistake): ExemptionFinding {
  const situation: Situation = situations[mistake.situation];
  const { distinction, facts, core, barredBySeriousConsequence } = situation;
  const gate = gateOf(mistake);
  const consequence = barredBySeriousConsequence ? answered(mistake.seriousConsequence, false) : 'holds';
  const questions = [...gate, ['seriousConsequence', consequence] as const];
  const isProven = (fact: ExemptionFact): boolean => mistake.facts[fact] === true;
  const unproven = facts.filter((fact) => !isProven(fact));

  const gateHolds = gate.every(([, answer]) => answer === 'holds');
  const isExempt = gateHolds && unproven.length === 0 && consequence === 'holds';
  const isMitigated = gateHolds && core.every(isProven) && 2 * unproven.length <= facts.length;

  const open: ExemptionOutcome[] = ['refused'];
  if (isMitigated) open.unshift('mitigated');
  if (isExempt) open.unshift('exempt');
  const named = (answer: Answer) => questions.filter(([, given]) => given === answer).map(([name]) => name);
  const finding = {
    situation: mistake.situation,
    distinction,
    clause: distinctions[distinction].clause,
    open,
    unmet: [...named('unanswered'), ...unproven],
    blockedBy: named('fails'),
  };
  return { ...finding, because: reasonsFor(finding) };
}
