// Whether what a meeting decided on a file holds: asked when it is recorded, and again in the act that confirms it.
import type { MeetingBody, Recusal } from '../../db/tables/meetings.ts';
import type { Label } from '../../scoring/index.ts';
import { type ProblemPlace, Refused } from '../http/problem.ts';
import { dataOf } from '../procedures/data-of.ts';
import type { MachineEvent } from '../procedures/machines.ts';
import { eventsOpenTo } from './bodies.ts';
import { faultsOf, leastPresent, leastVotes, type Vote, type VoteFault } from './decision-rule.ts';
import { baseOf, type OnAgenda, type Seat } from './seating.ts';

export interface Decided {
  readonly event: string;
  readonly data: Record<string, unknown>;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesAbstained: number;
}
export interface Put {
  /** The file's version that was decided on. */
  readonly fileVersion: number;
  readonly decision: Decided;
}
export interface Judgement {
  /** Null when the meeting cannot decide this in the file's present state. */
  readonly event: MachineEvent | null;
  /** As the event's contract reads it. */
  readonly data: Record<string, unknown>;
  /** Moved on meanwhile: no correction of the record mends that. */
  readonly hasMoved: boolean;
  /** What is wrong, by pointer from the item. */
  readonly places: readonly ProblemPlace[];
}
interface At {
  readonly body: MeetingBody;
  readonly seat: Seat;
  /** Accounts. */
  readonly present: ReadonlySet<string>;
}

export const voteOf = ({ seat, present }: Omit<At, 'body'>, decision: Decided): Vote => {
  const base = baseOf(seat);
  const { votesFor, votesAgainst, votesAbstained } = decision;
  return {
    base: base.length,
    present: base.filter((accountId) => present.has(accountId)).length,
    votesFor,
    votesAgainst,
    votesAbstained,
  };
};

const FAULTS: Readonly<Record<VoteFault, (vote: Vote) => { at: string; detail: Label }>> = {
  noBase: () => ({
    at: 'event',
    detail: {
      zh: '没有可以表决的成员（无人有资格，或全部回避）',
      en: 'Nobody may vote: none is entitled, or all stand back',
    },
  }),
  votesDoNotAddUp: ({ present, votesFor, votesAgainst, votesAbstained }) => ({
    at: 'votesFor',
    detail: {
      zh: `同意、不同意、弃权之和为 ${votesFor + votesAgainst + votesAbstained}，应等于到会且未回避的 ${present} 人`,
      en: `The votes come to ${votesFor + votesAgainst + votesAbstained}; ${present} are present and do not stand back`,
    },
  }),
  tooFewPresent: ({ base, present }) => ({
    at: 'event',
    detail: {
      zh: `到会 ${present}/${base}，不足三分之二（至少 ${leastPresent(base)} 人），会议对此事项无效`,
      en: `${present} of ${base} attend; at least ${leastPresent(base)} (two thirds) have to`,
    },
  }),
  tooFewVotes: ({ base, votesFor }) => ({
    at: 'votesFor',
    detail: {
      zh: `同意 ${votesFor} 票，未超过应到 ${base} 人的半数（至少 ${leastVotes(base)} 票）；没有通过的请记为“未作决定”`,
      en: `${votesFor} of ${base} for it; at least ${leastVotes(base)} are needed. What did not pass is recorded as undecided`,
    },
  }),
};

const at = (place: string, detail: Label): ProblemPlace => ({ pointer: `/decision/${place}`, detail });

/** What the event carries, or what is wrong with it. */
function readData({ kind }: OnAgenda, { event, data }: Decided): Pick<Judgement, 'data' | 'places'> {
  try {
    return { data: dataOf(kind, event, data), places: [] };
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    const places = fault.places.map(({ pointer, detail }) => at(pointer.slice(1), detail));
    return { data: {}, places };
  }
}

export function judge(onAgenda: OnAgenda, sat: At, { fileVersion, decision }: Put): Judgement {
  const { file, kind } = onAgenda;
  const event = eventsOpenTo(sat.body, kind.machine, file.state).find(
    (each) => each.event === decision.event,
  );
  const hasMoved = file.version !== fileVersion;
  if (hasMoved || !event) {
    const detail = hasMoved
      ? { zh: '事项的情况已经变化', en: 'The file has moved on' }
      : { zh: '这一决定不属于本次会议', en: 'Not for this meeting to decide' };
    return { event: null, data: {}, hasMoved, places: [at('event', detail)] };
  }
  const read = readData(onAgenda, decision);
  const vote = voteOf(sat, decision);
  const faults = faultsOf(vote).map((fault) => {
    const { at: place, detail } = FAULTS[fault](vote);
    return at(place, detail);
  });
  return { event, data: read.data, hasMoved: false, places: [...read.places, ...faults] };
}

/** Declared at a meeting, told apart from what the records say. */
export const declaredOf = (recused: readonly Recusal[] | null): readonly Recusal[] =>
  (recused ?? []).filter(({ because }) => because === 'declared');

/** A place of an item, named with its file: whoever reads a long list finds it. */
export const ofItem = (index: number, title: string, { pointer, detail }: ProblemPlace): ProblemPlace => ({
  pointer: `/items/${index}${pointer}`,
  detail: { zh: `《${title}》：${detail.zh}`, en: `“${title}”: ${detail.en}` },
});
