// What the page says of the votes is what the server will say: every small meeting compared.
import { expect, test } from 'vitest';
import { draftOf, recordOf, spread } from '../../client/meetings/draft.ts';
import type { Meeting } from '../../client/meetings/meetings.api.ts';
import { baseOf, outcomeOf } from '../../client/meetings/vote.ts';
import { DECISION_RULE, faultsOf, leastPresent, leastVotes } from '../../server/meetings/decision-rule.ts';

const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, i) => i);
const named = (count: number): string[] => upTo(count).slice(1).map(String);

test('页面上的“有效”与服务器的判断一致，最少人数也一致', () => {
  const wrong: string[] = [];
  let valid = 0;
  for (const base of upTo(9))
    for (const present of upTo(base))
      for (const votesFor of upTo(9))
        for (const votesAgainst of upTo(3))
          for (const votesAbstained of upTo(3)) {
            const votes = { votesFor, votesAgainst, votesAbstained };
            const said = outcomeOf(DECISION_RULE, named(base), new Set(named(present)), votes);
            const faults = faultsOf({ base, present, ...votes });
            const isSame =
              said.verdict === 'valid' ? faults.length === 0 : (faults as string[]).includes(said.verdict);
            const isLeast = said.leastPresent === leastPresent(base) && said.leastVotes === leastVotes(base);
            if (!isSame || !isLeast) wrong.push(JSON.stringify({ base, present, votes, said, faults }));
            if (said.verdict === 'valid') valid += 1;
          }
  expect(wrong).toEqual([]);
  expect(valid).toBeGreaterThan(20);
});

test('会上声明回避的立即不计入应到；记录里原来的声明以现在的为准', () => {
  const item = {
    entitled: ['a', 'b', 'c', 'd'],
    recused: [
      { staffNo: 'a', because: 'subject' as const, detail: null },
      { staffNo: 'b', because: 'declared' as const, detail: '合作' },
    ],
  };
  expect(baseOf(item, [])).toEqual(['b', 'c', 'd']);
  expect(baseOf(item, ['b', 'd'])).toEqual(['c']);
});

const item = (fileId: string, events: readonly string[]): Meeting['items'][number] => ({
  ...{ fileId, fileVersion: 2, hasMoved: false, isWithheld: false, title: fileId, href: null, unitName: '' },
  ...{ machine: 'm', machineLabel: { zh: '', en: '' }, stateLabel: { zh: '', en: '' }, personName: null },
  ...{ entitled: ['a'], recused: [], decision: null, reason: null },
  choices: events.map((event) => ({
    event,
    label: { zh: event, en: event },
    closedBecause: null,
    fields: [
      {
        ...{ name: 'months', label: { zh: '', en: '' }, kind: 'number' as const, options: [], most: null },
        isRequired: false,
      },
    ],
  })),
});
const meeting = {
  ...{ version: 3, heldOn: '2026-12-31', minutes: null, members: [] },
  items: [item('one', ['approve', 'refuse']), item('two', ['approve']), item('three', ['stop'])],
} as unknown as Meeting;

test('其余各项照第一项：只填能作同一决定的；没填的不是零票就是没有决定', () => {
  const begun = draftOf(meeting);
  const first = {
    ...begun.items['one']!,
    event: 'approve',
    reason: '同意',
    votes: { votesFor: '5', votesAgainst: '', votesAbstained: '1' },
    data: { months: '6' },
  };
  const record = recordOf(meeting, spread(meeting, { ...begun, items: { ...begun.items, one: first } }));
  const decision = { event: 'approve', data: { months: 6 }, votesFor: 5, votesAgainst: 0, votesAbstained: 1 };
  expect(record.items.map((each) => [each.fileId, each.decision, each.reason])).toEqual([
    ['one', decision, '同意'],
    ['two', decision, '同意'],
    ['three', null, ''],
  ]);
});
