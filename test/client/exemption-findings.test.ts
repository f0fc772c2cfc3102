// What the investigators' form asks and sends: the same questions as the server's rule, whichever situation is chosen.
import { expect, test } from 'vitest';
import { CONSIDERATIONS, SITUATIONS, type SituationCode } from '../../scoring/index.ts';
import { questionsOf } from '../../server/exemptions/mistake.ts';
import { answerLabel } from '../../server/exemptions/question-words.ts';
import type { Facts } from '../../client/exemptions/exemptions.api.ts';
import {
  askingIn,
  draftOf,
  type FindingsDraft,
  findingsOf,
  unreasoned,
} from '../../client/exemptions/findings-draft.ts';

/** What the server shows of a case in a situation, nothing answered yet. */
const factsIn = (code: SituationCode): Facts =>
  ({
    situation: { code, label: { zh: '', en: '' }, distinction: 1 },
    questions: questionsOf(code).map((question) => ({
      ...question,
      options: question.options.map((value) => ({ value, label: answerLabel(question, value) })),
      ...{ answer: null, reason: '', evidenceIds: [] },
    })),
    considerations: CONSIDERATIONS.map((consideration) => ({
      ...{ consideration, label: { zh: '', en: '' }, level: null, levelLabel: null, reason: null },
    })),
  }) as unknown as Facts;

const asked = (questions: readonly { name: string; isCore: boolean; options: readonly unknown[] }[]) =>
  Object.fromEntries(
    questions.map(({ name, isCore, options }) => [
      name,
      [isCore, ...options.map((option) => (option as { value?: unknown }).value ?? option)],
    ]),
  );

test('改定为任何一种情形：所问的、核心与否、可选的回答，都与服务器的规则一致', () => {
  for (const from of SITUATIONS)
    for (const to of SITUATIONS) {
      const facts = factsIn(from);
      const here = askingIn({ ...draftOf(facts), situation: to }, facts).map((question) => ({
        ...question,
        options: question.options.map(({ value }) => value),
      }));
      expect(asked(here), `${from} → ${to}`).toEqual(asked(questionsOf(to)));
    }
});

const answer = { answer: true, reason: ' 会议纪要 ', evidenceIds: ['evi_1'] };
const begun = (more: Partial<FindingsDraft>): FindingsDraft => ({ ...draftOf(factsIn('1a')), ...more });

test('换了情形又换回来，原先填的还在；发送的只有所选情形问到的', () => {
  const facts = factsIn('1a');
  const typed = begun({ answers: { dutyFulfilled: answer, motive: { ...answer, answer: 'public' } } });
  const elsewhere = { ...typed, situation: '2b' as const };
  const sent = findingsOf(elsewhere, askingIn(elsewhere, facts));
  expect(sent.situation).toBe('2b');
  expect(Object.keys(sent.answers).toSorted()).toEqual(
    questionsOf('2b')
      .map(({ name }) => name)
      .toSorted(),
  );
  expect(sent.answers['motive']).toEqual({ answer: 'public', reason: '会议纪要', evidenceIds: ['evi_1'] });
  const back = { ...elsewhere, situation: '1a' as const };
  expect(findingsOf(back, askingIn(back, facts)).answers['dutyFulfilled']?.answer).toBe(true);
});

test('回答了没有理由的逐一指出，没有回答的不要理由；未评的考量不发送', () => {
  const facts = factsIn('1a');
  const { considerations } = begun({});
  const draft = begun({
    answers: {
      dutyFulfilled: { ...answer, reason: ' ' },
      riskAssessed: { ...answer, answer: null, reason: '' },
    },
    considerations: { ...considerations, motive: { level: 'favourable', reason: '' } },
  });
  expect(unreasoned(draft, askingIn(draft, facts)).map(({ pointer }) => pointer)).toEqual([
    '/answers/dutyFulfilled/reason',
    '/considerations/motive/reason',
  ]);
  const reasoned = begun({
    considerations: { ...considerations, motive: { level: 'favourable', reason: '为师生方便' } },
  });
  const sent = findingsOf({ ...reasoned, situation: '1a' }, askingIn(reasoned, facts));
  expect(sent.considerations).toEqual({ motive: { level: 'favourable', reason: '为师生方便' } });
});

test('没有选定情形时什么也不问', () => {
  const facts = { ...factsIn('1a'), situation: null, questions: [] };
  expect(askingIn(draftOf(facts), facts)).toEqual([]);
});
