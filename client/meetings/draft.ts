// What the secretary has typed so far; nothing of it is kept before it is sent.
import type { Meeting, MeetingItem, MeetingRecord } from './meetings.api.ts';
import type { Votes } from './vote.ts';

export interface ItemDraft {
  /** '' = the meeting decided nothing on it. */
  readonly event: string;
  readonly votes: Readonly<Record<keyof Votes, string>>;
  readonly reason: string;
  readonly data: Readonly<Record<string, string>>;
  readonly declared: readonly { readonly staffNo: string; readonly reason: string }[];
}
export interface Draft {
  readonly heldOn: string;
  readonly present: ReadonlySet<string>;
  readonly minutes: string;
  readonly items: Readonly<Record<string, ItemDraft>>;
}

const text = (count: number | undefined): string => (count === undefined ? '' : String(count));

const itemDraft = ({ decision, reason, recused }: MeetingItem): ItemDraft => ({
  event: decision?.event ?? '',
  votes: {
    votesFor: text(decision?.votesFor),
    votesAgainst: text(decision?.votesAgainst),
    votesAbstained: text(decision?.votesAbstained),
  },
  reason: reason ?? '',
  data: Object.fromEntries(
    Object.entries(decision?.data ?? {}).map(([name, value]) => [name, String(value)]),
  ),
  declared: recused
    .filter(({ because }) => because === 'declared')
    .map(({ staffNo, detail }) => ({ staffNo, reason: detail ?? '' })),
});

export const draftOf = ({ heldOn, members, minutes, items }: Meeting): Draft => ({
  heldOn,
  present: new Set(members.filter(({ isPresent }) => isPresent).map(({ staffNo }) => staffNo)),
  minutes: minutes ?? '',
  items: Object.fromEntries(items.map((item) => [item.fileId, itemDraft(item)])),
});

/** A count as typed; nothing typed is none. */
const countOf = (typed: string): number => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0);
export const votesOf = ({ votes }: ItemDraft): Votes => ({
  votesFor: countOf(votes.votesFor),
  votesAgainst: countOf(votes.votesAgainst),
  votesAbstained: countOf(votes.votesAbstained),
});

const fieldsOf = ({ choices }: MeetingItem, { event }: ItemDraft) =>
  choices.find((choice) => choice.event === event)?.fields ?? [];

/** What the decision chosen has to carry and does not yet. */
export const unfilledIn = (item: MeetingItem, said: ItemDraft) =>
  fieldsOf(item, said).filter(({ name, isRequired }) => isRequired && (said.data[name] ?? '').trim() === '');

function dataOf(item: MeetingItem, said: ItemDraft): Record<string, unknown> {
  const { data } = said;
  const fields = fieldsOf(item, said);
  const given = fields.filter(({ name }) => (data[name] ?? '') !== '');
  return Object.fromEntries(
    given.map(({ name, kind }) => {
      const typed = data[name]!;
      return [name, kind === 'number' ? Number(typed) : kind === 'yesNo' ? typed === 'yes' : typed];
    }),
  );
}

export const recordOf = ({ version, items }: Meeting, draft: Draft): MeetingRecord => ({
  version,
  heldOn: draft.heldOn,
  present: [...draft.present],
  minutes: draft.minutes,
  items: items.map((item) => {
    const said = draft.items[item.fileId]!;
    const decision =
      said.event === '' ? null : { event: said.event, data: dataOf(item, said), ...votesOf(said) };
    return {
      fileId: item.fileId,
      fileVersion: item.fileVersion,
      decision,
      reason: said.reason.trim(),
      recused: [...said.declared],
    };
  }),
});

/** The first item's choice, votes and reason for every other on which the same can be decided. */
export function spread({ items }: Meeting, draft: Draft): Draft {
  const [first, ...others] = items;
  const said = first && draft.items[first.fileId];
  if (!said) return draft;
  const alike = others.filter(({ choices }) =>
    choices.some((choice) => choice.event === said.event && choice.closedBecause === null),
  );
  const { event, votes, reason, data } = said;
  const same = alike.map(
    ({ fileId }) => [fileId, { ...draft.items[fileId]!, event, votes, reason, data }] as const,
  );
  return { ...draft, items: { ...draft.items, ...Object.fromEntries(same) } };
}
