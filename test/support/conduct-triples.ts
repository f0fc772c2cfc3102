// Every (state × event × principal) of a machine of the ledger, fired over HTTP at a file in that state.
import type { Answer } from './app.ts';
import { type Cast } from './cast.ts';
import type { Asker, Body } from './cast-deeds.ts';
import { APPEAL_BODY, BOARD, type CastName, PANEL } from './cast-people.ts';
import { eventsOf, isCollective, machineData, openTo, STRANGER, transition } from './conduct-rights.ts';
import { type LedgerMachine, type Staging, stagingOf } from './conduct-staging.ts';
import { PRINCIPAL_NAMES } from './golden-matrix.ts';
import { nameOf } from './meeting.ts';

/** Who comes as which principal. Nobody votes yet: who would is somebody of the roster without an office. */
const WHO: Readonly<Record<string, Asker>> = {
  ...{ anon: 'anon', cadre: 'subject', requester: 'requester', voter: 'outsider', supervisor: 'recorder' },
  ...{ inspector: 'inspector', leader: 'dean', hr: 'notifier', hr_head: 'reviewer', panel: 'panel2' },
  ...{ board: 'board1', appeal_body: 'appeal1', sysadmin: 'sysadmin', secadmin: 'secadmin' },
  auditadmin: 'auditadmin',
};
/** All that can be named in a file are. */
const NAMED = Object.fromEntries(
  ['supervisor', 'inspector', 'leader', 'hr', 'hr_head', 'panel', 'board', 'appeal_body'].map((principal) => [
    principal,
    WHO[principal] as CastName,
  ]),
);
const BODIES: Readonly<Record<Body, readonly CastName[]>> = {
  ...{ panel: PANEL, appeal_body: APPEAL_BODY, board: BOARD },
};
/** Who may draft what: a draft is its author's, so each has one of his own. */
export const AUTHORS: Readonly<Record<LedgerMachine, readonly CastName[]>> = {
  inaction: ['recorder', 'inspector', 'notifier'],
  exemption: ['subject', 'dean', 'notifier'],
  initiative: ['subject', 'recorder', 'dean', 'notifier'],
};

export interface Tried {
  readonly wrong: readonly string[];
  readonly asked: number;
  readonly opened: number;
}
const isRefusal = (answer: Answer): boolean =>
  [401, 403, 404, 409].includes(answer.status) || nameOf(answer) === 'closed-by-facts';

export function triplesOf(cast: Cast, machine: LedgerMachine) {
  const staging: Staging = stagingOf(cast);
  const data = machineData(machine);
  const isDraft = (state: string): boolean => state === data.start;

  /** By the two golden files; a draft moves by its author alone. */
  function expected(state: string, event: string, who: Asker, author: CastName): 'now' | 'meeting' | null {
    const found = transition(data, state, event);
    if (!found || (isDraft(state) && who !== author)) return null;
    // While the person may answer, nobody claims for him.
    if (event === 'claim_exemption' && state === 'notified' && who !== 'subject') return null;
    const named = new Set(Object.keys(NAMED).filter((principal) => NAMED[principal] === who));
    const how = openTo(found, who, { ...STRANGER, isSubject: who === 'subject', named });
    return how === 'countersign' ? 'now' : how;
  }

  /** Fires every event as everybody; each success at a file of its own. */
  async function fireAll(state: string, author: CastName): Promise<Tried> {
    const stage = () => staging.staged({ machine, state, openedBy: author, named: NAMED, proven: 'all' });
    const wrong: string[] = [];
    const spoilt: string[] = [];
    let [asked, opened] = [0, 0];
    const id = await stage();
    const before = await staging.rowsOf(id);
    for (const principal of PRINCIPAL_NAMES)
      for (const event of eventsOf(data)) {
        const who = WHO[principal]!;
        const should = expected(state, event, who, author);
        const target = should === 'now' ? await stage() : id;
        const answer = await cast.fire(who, target, event);
        asked += 1;
        opened += should === null ? 0 : 1;
        const isMeeting = nameOf(answer) === 'meetingRequired';
        const isRight =
          should === 'now'
            ? answer.status === 200
            : isRefusal(answer) && isMeeting === (should === 'meeting');
        if (!isRight) wrong.push(`${state}.${event} by ${principal}: ${answer.status} ${answer.text}`);
        if (should === 'now') {
          const { to, flags } = transition(data, state, event)!;
          const reached = (await cast.fileOf(target)).state;
          const goal = flags.includes('X') ? state : to;
          if (reached !== goal) spoilt.push(`${state}.${event} by ${principal} led to ${reached}`);
        }
      }
    const after = await staging.rowsOf(id);
    if (JSON.stringify(after) !== JSON.stringify(before)) spoilt.push(`${state}: a refused event changed it`);
    return { wrong: [...wrong, ...spoilt], asked, opened };
  }

  /** Puts the file before each body, for each of its decisions. */
  async function meetAll(state: string): Promise<Tried> {
    const collective = [
      ...new Set(data.events.filter((each) => expectedOf(each.event)).map((each) => each.event)),
    ];
    const wrong: string[] = [];
    let [asked, opened] = [0, 0];
    for (const body of Object.keys(BODIES) as Body[]) {
      const open = collective.filter((event) => transition(data, state, event)?.by.includes(body) === true);
      const stage = async () => {
        const id = await staging.staged({ machine, state, proven: 'all' });
        for (const who of BODIES[body]) await staging.nameIn(id, { [body]: who });
        return id;
      };
      const id = await stage();
      const before = await staging.rowsOf(id);
      const planned = await cast.plan(body, [id]);
      if ((planned.status === 200) !== open.length > 0)
        wrong.push(`${state} before ${body}: ${planned.status} ${planned.text}`);
      asked += 1;
      if (planned.status !== 200) {
        if (JSON.stringify(await staging.rowsOf(id)) !== JSON.stringify(before))
          wrong.push(`${state}: changed`);
        continue;
      }
      const { id: meeting } = planned.body as { id: string };
      for (const event of collective.filter((each) => !open.includes(each))) {
        const { status, text } = await cast.record(meeting, event);
        asked += 1;
        if (status !== 422) wrong.push(`${state}.${event} recorded by ${body}: ${status} ${text}`);
      }
      if (JSON.stringify(without(await staging.rowsOf(id))) !== JSON.stringify(without(before)))
        wrong.push(`${state}: a refused decision of ${body} changed it`);
      for (const event of open) {
        const target = await stage();
        await cast.decide(body, target, event);
        asked += 1;
        opened += 1;
        const { state: reached } = await cast.fileOf(target);
        if (reached !== transition(data, state, event)!.to) wrong.push(`${state}.${event} led to ${reached}`);
      }
    }
    return { wrong, asked, opened };
  }
  const expectedOf = (event: string): boolean =>
    data.events.some((each) => each.event === event && isCollective(each));

  return { fireAll, meetAll };
}
/** On an agenda it is, and nothing else has happened to it. */
const without = ({ meetingItems: _, ...rows }: Readonly<Record<string, unknown>>) => rows;
