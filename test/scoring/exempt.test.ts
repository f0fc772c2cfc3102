import { describe, expect, test } from 'vitest';
import { exemptFromBlame, type ExemptionFinding, type Mistake } from '../../scoring/index.ts';

/** Section 4 of the interfaces in this test's own words: facts (core ones starred) and what closes exemption besides. */
const TEXT: Readonly<Record<Mistake['situation'], { facts: string; consequence?: true; clause: string }>> = {
  '1a': { facts: 'democraticProcedure requestReport riskAssessed dutyFulfilled*', clause: '二·1' },
  '1b': { facts: 'decisionCarriedOut* creativeWork processFaultless beyondControl', clause: '二·1' },
  '1c': { facts: 'hardProblem withinMajorPolicy* limitedBreakthrough', consequence: true, clause: '二·1' },
  '2a': { facts: 'reformByDecision noConflict* rightDirection onlyMethodImperfect', clause: '二·2' },
  '2b': { facts: 'noExplicitRestriction* rulesDesignedFirst rulesKept', clause: '二·2' },
  '2c': { facts: 'historicalProblem noConflict* activelyWorked goodOverallEffect', clause: '二·2' },
  '2d': { facts: 'allowedThen* ruleTextAttached*', clause: '二·2' },
  '3a': { facts: 'decisionCarriedOut* localInterestAffected servesLongTerm', clause: '二·3' },
  '3b': {
    facts: 'forReformOrVitalInterest actedWithInitiative* policyUnclear',
    consequence: true,
    clause: '二·3',
  },
  '3c': {
    facts: 'majorEmergency principlesKept* protectedPeople lossReduced reportedPromptly',
    clause: '二·3',
  },
};
const SITUATIONS = Object.keys(TEXT) as Mistake['situation'][];
const QUESTIONS = [
  'motive',
  'intent',
  'nature',
  'withinDisciplineLawPolicy',
  'knowingViolation',
  'privateGain',
  'persistedAfterBan',
] as const;
type Question = (typeof QUESTIONS)[number];
type Answer = 'good' | 'bad' | 'left out';
type Answers = Readonly<Record<Question | 'seriousConsequence', Answer>>;
type Told = Pick<ExemptionFinding, 'open'> & { unmet: readonly string[]; blockedBy: readonly string[] };

/** The outcomes as the text has them. */
function oracle(situation: Mistake['situation'], answers: Answers, proven: ReadonlySet<string>): Told {
  const named = TEXT[situation].facts.split(' ');
  const all = named.map((fact) => fact.replace('*', ''));
  const core = named.filter((fact) => fact.endsWith('*')).map((fact) => fact.replace('*', ''));
  const asked: readonly (keyof Answers)[] = TEXT[situation].consequence
    ? [...QUESTIONS, 'seriousConsequence']
    : QUESTIONS;
  const gate = QUESTIONS.every((question) => answers[question] === 'good');
  const consequenceCloses = asked.includes('seriousConsequence') && answers.seriousConsequence !== 'good';
  const provenHere = all.filter((fact) => proven.has(fact));
  const exempt = gate && provenHere.length === all.length && !consequenceCloses;
  const mitigated =
    gate && core.every((fact) => proven.has(fact)) && provenHere.length >= all.length - provenHere.length;
  return {
    open: [...(exempt ? ['exempt' as const] : []), ...(mitigated ? ['mitigated' as const] : []), 'refused'],
    unmet: [
      ...asked.filter((question) => answers[question] === 'left out'),
      ...all.filter((fact) => !proven.has(fact)),
    ],
    blockedBy: asked.filter((question) => answers[question] === 'bad'),
  };
}

const pick = <T>(answer: Answer, good: T, bad: T): T | null =>
  answer === 'left out' ? null : answer === 'good' ? good : bad;

const aMistake = (
  situation: Mistake['situation'],
  answers: Answers,
  facts: Readonly<Record<string, boolean | null>>,
): Mistake => ({
  situation,
  tests: {
    motive: pick(answers.motive, 'public', 'private'),
    intent: pick(answers.intent, 'unintentional', 'intentional'),
    nature: pick(answers.nature, 'error', 'violation'),
  },
  withinDisciplineLawPolicy: pick(answers.withinDisciplineLawPolicy, true, false),
  facts,
  blockers: {
    knowingViolation: pick(answers.knowingViolation, false, true),
    privateGain: pick(answers.privateGain, false, true),
    persistedAfterBan: pick(answers.persistedAfterBan, false, true),
  },
  seriousConsequence: pick(answers.seriousConsequence, false, true),
});

const told = ({ open, unmet, blockedBy }: ExemptionFinding): Told => ({ open, unmet, blockedBy });

function* answerSets(): Generator<Answers> {
  const possible: readonly Answer[] = ['good', 'bad', 'left out'];
  const names = [...QUESTIONS, 'seriousConsequence'] as const;
  for (let n = 0; n < 3 ** names.length; n += 1)
    yield Object.fromEntries(
      names.map((name, at) => [name, possible[Math.floor(n / 3 ** at) % 3]]),
    ) as unknown as Answers;
}

/** Every way the facts of a situation can stand: proven, disproven (false), null or left out, in turn. */
function* factSets(situation: Mistake['situation']): Generator<Record<string, boolean | null>> {
  const names = TEXT[situation].facts.replaceAll('*', '').split(' ');
  for (let n = 0; n < 2 ** names.length; n += 1) {
    const unproven = [[], [false], [null]][n % 3]!;
    yield Object.fromEntries(
      names.flatMap((name, at) => (n & (1 << at) ? [[name, true]] : unproven.map((value) => [name, value]))),
    );
  }
}

/** A combination in which the code and the text part. */
function firstDifference(situation: Mistake['situation']): unknown {
  const sets = [...factSets(situation)];
  for (const answers of answerSets())
    for (const facts of sets) {
      const proven = new Set(Object.keys(facts).filter((fact) => facts[fact] === true));
      const found = told(exemptFromBlame(aMistake(situation, answers, facts)));
      const expected = oracle(situation, answers, proven);
      const same = (['open', 'unmet', 'blockedBy'] as const).every(
        (key) => found[key].join(' ') === expected[key].join(' '),
      );
      if (!same) return { situation, answers, facts, found, expected };
    }
  return undefined;
}

const GOOD: Answers = {
  motive: 'good',
  intent: 'good',
  nature: 'good',
  withinDisciplineLawPolicy: 'good',
  knowingViolation: 'good',
  privateGain: 'good',
  persistedAfterBan: 'good',
  seriousConsequence: 'good',
};
const allProven = (situation: Mistake['situation']) =>
  Object.fromEntries(
    TEXT[situation].facts
      .replaceAll('*', '')
      .split(' ')
      .map((fact) => [fact, true]),
  );

describe('二: 十种情形，每一种事实、三个检验、红线和后果的全部组合', () => {
  test.each(SITUATIONS)('二: 情形 %s 的全部组合与条文一致', (situation) => {
    expect(firstDifference(situation)).toBeUndefined();
  });

  test.each(SITUATIONS)('二: 情形 %s 事实齐备的可以免责，由人决定；引用条款', (situation) => {
    const finding = exemptFromBlame(aMistake(situation, GOOD, allProven(situation)));
    expect(finding).toMatchObject({
      situation,
      distinction: Number(situation[0]),
      clause: TEXT[situation].clause,
      open: ['exempt', 'mitigated', 'refused'],
      unmet: [],
      blockedBy: [],
    });
    expect(finding.because.at(-1)!.zh).toContain('可以免责，由认定小组决定');
    expect(finding.because.at(-1)!.en).toContain('open to the panel');
  });
});

describe('二: 结论的理由', () => {
  test('二·1: 缺一项事实的不能免责，指出缺的是哪一项', () => {
    const facts = { ...allProven('1a'), riskAssessed: false };
    const finding = exemptFromBlame(aMistake('1a', GOOD, facts));
    expect(finding).toMatchObject({ open: ['mitigated', 'refused'], unmet: ['riskAssessed'] });
    const said = finding.because.map(({ zh }) => zh).join('');
    expect(said).toContain('“充分评估决策风险”尚未证明');
    expect(said).toContain('可以从轻减轻');
  });

  test('二·3: 谋取私利的一律不得免责或从轻，指出不符合的是哪一项', () => {
    const finding = exemptFromBlame(aMistake('3a', { ...GOOD, privateGain: 'bad' }, allProven('3a')));
    expect(finding).toMatchObject({ open: ['refused'], blockedBy: ['privateGain'] });
    const said = finding.because.map(({ zh }) => zh).join('');
    expect(said).toContain('“谋取私利”一项不符合');
    expect(said).toContain('不具备免责或从轻减轻的条件');
  });

  test('二·1: 大胆尝试造成严重后果的不得免责，仍可从轻；其他情形不问后果', () => {
    const serious = { ...GOOD, seriousConsequence: 'bad' } as const;
    expect(told(exemptFromBlame(aMistake('1c', serious, allProven('1c'))))).toEqual({
      open: ['mitigated', 'refused'],
      unmet: [],
      blockedBy: ['seriousConsequence'],
    });
    expect(exemptFromBlame(aMistake('1a', serious, allProven('1a'))).open).toContain('exempt');
  });

  test('二: 每一个名称在理由中都有中英文说法', () => {
    const bad = Object.fromEntries(Object.keys(GOOD).map((name) => [name, 'bad'])) as unknown as Answers;
    for (const situation of SITUATIONS) {
      const { because, unmet, blockedBy } = exemptFromBlame(aMistake(situation, bad, {}));
      expect(because).toHaveLength(unmet.length + blockedBy.length + 2);
      expect(because.every(({ zh, en }) => zh !== '' && en !== '' && !en.includes('undefined'))).toBe(true);
    }
  });
});
