// The work that is cut off: people of three offices who create accounts, propose grants and decide them, each change
// with its key, over several tables; and what every one of them was told.
import { type Ask, headersOf, type Question, type Visitor } from '../support/ask.ts';

export type Deed = 'accounts' | 'proposal' | 'decision';

/** One change as it was asked for. */
export interface Change {
  readonly deed: Deed;
  readonly visitor: Visitor;
  readonly key: string;
  readonly path: string;
  readonly body: unknown;
  /** What it is found by in the store: staff numbers, the reason of a proposal, the id of one decided. */
  readonly marks: readonly string[];
}
/** `text` null: done, but its answer was lost with the process. */
export interface Acknowledged extends Change {
  readonly text: string | null;
}

export interface Offices {
  readonly sysadmin: Visitor;
  readonly head: Visitor;
  readonly secadmin: Visitor;
}

export const questionOf = ({ visitor, key, path, body }: Change): Question => ({
  method: 'POST',
  path,
  body,
  headers: headersOf(visitor, key),
});

const BODY_OF_A_ROUND = 5;

/** Works until the server is gone. Every answer goes to `told`; what was never answered stays in `inFlight`. */
export function officeWork(
  ask: Ask,
  { sysadmin, head, secadmin }: Offices,
  heard: { readonly told: (change: Acknowledged) => void; readonly refused: (text: string) => void },
) {
  const inFlight = new Set<Change>();

  async function make(change: Change): Promise<string> {
    inFlight.add(change);
    const answer = await ask(questionOf(change));
    inFlight.delete(change);
    if (answer.status === 200) heard.told({ ...change, text: answer.text });
    else heard.refused(`${change.path}: ${answer.status} ${answer.text}`);
    return answer.text;
  }

  async function round(name: string): Promise<void> {
    for (let n = 0; n < BODY_OF_A_ROUND; n += 1) {
      const staffNos = [`${name}-${n}a`, `${name}-${n}b`];
      await make({
        ...{ deed: 'accounts', visitor: sysadmin, key: `key-${name}-${n}` },
        ...{ path: '/api/accounts', body: { staffNos }, marks: staffNos },
      });
    }
    const reason = `提名 ${name}`;
    const line = (staffNo: string, role: string) => ({
      ...{ staffNo, role, unitId: null, fromOn: '2026-01-01', untilOn: null },
    });
    const lines = [line(`${name}-0a`, 'hr'), line(`${name}-0b`, 'inspector')];
    const proposed = await make({
      ...{ deed: 'proposal', visitor: head, key: `key-${name}-p` },
      ...{ path: '/api/grant-proposals', body: { reason, lines }, marks: [reason] },
    });
    const { id, version } = JSON.parse(proposed) as { id: string; version: number };
    await make({
      ...{ deed: 'decision', visitor: secadmin, key: `key-${name}-d` },
      path: `/api/grant-proposals/${id}/decision`,
      ...{ body: { event: 'grant', version, reason: '同意' }, marks: [id] },
    });
  }

  /** One person's day, until the connection breaks. */
  async function work(name: string): Promise<void> {
    for (let n = 0; ; n += 1) await round(`${name}-${n}`);
  }

  return {
    inFlight,
    start: (name: string, people: number) =>
      Promise.allSettled(Array.from({ length: people }, (_, i) => work(`${name}-${i}`))),
  };
}
