// What the events of the ledger’s machines carry, when a test has nothing of its own to say.
import type { Answered } from '../../db/tables/conduct-files.ts';
import { questionsOf } from '../../server/exemptions/mistake.ts';
import type { SituationCode } from '../../scoring/index.ts';

type Carried = (today: string) => Record<string, unknown>;
const always =
  (data: Record<string, unknown>): Carried =>
  () =>
    data;
/** The same day of the next year: a correction is due on a day ahead. */
const yearAfter = (day: string): string =>
  `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}${day.slice(4)}`;
const lastDay = (today: string): string => yearAfter(today).replace('-02-29', '-02-28');
const leniently: Carried = (today) => ({ correction: '整改制度（虚构）', correctBy: lastDay(today) });

const said = always({ statement: '情况属实，但有原因（虚构）。' });
/** An objection, an appeal. */
const appealed = always({ grounds: '认定过重（虚构）。' });

export const DATA: Readonly<Record<string, Readonly<Record<string, Carried>>>> = {
  inaction: {
    verify: always({
      ...{ severity: 'general', severityReason: '情节一般', responsibility: 'direct' },
      ...{ responsibilityReason: '直接经办', cause: 'unable', causeReason: '能力不足', conditions: [] },
    }),
    import_past: always({ severity: 'general', responsibility: 'direct', cause: 'unable', conditions: [] }),
    respond: said,
    request_review: appealed,
    appeal: appealed,
  },
  initiative: { object: appealed, respond: said, appeal: appealed },
  exemption: {
    respond: said,
    propose: always({ outcome: 'refused' }),
    redline_check: always({
      ...{ knowingViolation: false, knowingViolationReason: '未见明知故犯' },
      ...{ privateGain: false, privateGainReason: '未见谋取私利' },
      ...{ persistedAfterBan: false, persistedAfterBanReason: '未见禁令' },
    }),
    decide_exempt: leniently,
    decide_mitigate: leniently,
    decide_refuse: always({}),
    appeal: appealed,
    lighten: leniently,
    grant: leniently,
  },
};

/** How much of a case is proven: everything, the core and half of the rest, or so little that nothing is open. */
export type Proven = 'all' | 'half' | 'little';
export const OUTCOMES: Readonly<Record<Proven, readonly string[]>> = {
  ...{ all: ['exempt', 'mitigated', 'refused'], half: ['mitigated', 'refused'], little: ['refused'] },
};

/** Answers to every question of a situation. */
export function answersFor(situation: SituationCode, proven: Proven = 'all'): Record<string, Answered> {
  const questions = questionsOf(situation);
  const facts = questions.filter(({ about }) => about === 'fact');
  const rest = facts.filter(({ isCore }) => !isCore);
  const missing = new Set(
    rest.slice(0, proven === 'all' ? 0 : Math.floor(facts.length / 2)).map(({ name }) => name),
  );
  return Object.fromEntries(
    questions.map(({ name, options, about, isCore }): [string, Answered] => {
      const isFailed = missing.has(name) || (proven === 'little' && about === 'fact' && isCore);
      const answer = isFailed ? options[1]! : options[0]!;
      return [name, { answer, reason: '依据充分（虚构）', evidenceIds: [] }];
    }),
  );
}
/** What the investigators write down. */
export const findings = (situation: SituationCode = '1a', proven: Proven = 'all') => ({
  ...{ situation, answers: answersFor(situation, proven), considerations: {} },
  ...{ pilotId: null, ruleTextId: null },
});
/** What the applicant writes. */
export const claim = (situation: SituationCode = '1a') => ({
  ...{ situation, statement: '事实经过（虚构）', process: '履行了程序（虚构）', pilotId: null },
});
/** A deed put on record by the person himself. */
export const deed = (more: object = {}) => ({
  ...{ area: 2, quality: 'explore', occurredOn: '2026-11-20', level: 'school', role: 'lead' },
  ...{ summary: '率先试行联合培养（虚构）', ...more },
});
export const lead = (more: object = {}) => ({
  ...{ code: '2.1', occurredOn: '2026-11-20', source: 'inspection', summary: '未认真调查研究（虚构）' },
  documentNo: '示例文〔2026〕1号',
  ...more,
});
