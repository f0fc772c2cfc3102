// How the demo's people handle a file: each deed by whoever does it, through the product's own services.
import type { Day } from '../../scoring/index.ts';
import type { FileShown } from '../procedures/file-view.ts';
import type { Services } from '../services.ts';
import { headOfPersonnel } from './logins.ts';
import type { DemoPerson } from './people.ts';
import type { As } from './take-office.ts';

export interface Cases {
  readonly services: Services;
  readonly as: As;
  readonly today: Day;
}
/** A file as it was when somebody last did something to it. */
export interface Handled {
  readonly id: string;
  readonly version: number;
}
export interface Carried {
  readonly reason?: string;
  readonly data?: Record<string, unknown>;
}
type Principal = Parameters<Services['procedures']['assign']>[1]['principal'];
type Pages = 'conduct' | 'exemptions' | 'pilots';

export function deedsOf({ services, as, today }: Cases) {
  const { procedures, meetings } = services;

  const move = async (
    page: Pages,
    who: DemoPerson,
    { id, version }: Handled,
    event: string,
    { reason, data = {} }: Carried = {},
  ): Promise<FileShown> =>
    services[page].move(await as(who), { id, version, event, data, ...(reason !== undefined && { reason }) });

  /** The same people in many files, as the head of personnel names them. */
  async function name(files: readonly Handled[], principal: Principal, ...people: readonly DemoPerson[]) {
    const fileIds = files.map(({ id }) => id);
    for (const { staffNo } of people)
      await procedures.assignMany(await as(headOfPersonnel), {
        ...{ fileIds, staffNo, principal, reason: '按职责分工承办' },
      });
  }

  async function addEvidence({ id }: Handled, who: DemoPerson, title: string, text: string): Promise<string> {
    const content = new TextEncoder().encode(`${title}\n\n${text}\n\n（演示材料，内容虚构）\n`);
    const piece = await procedures.addEvidence(await as(who), { id, name: `${title}.txt`, content });
    return piece.id;
  }

  /** Signs for the notice that came last. */
  async function sign(page: 'conduct' | 'exemptions', who: DemoPerson, id: string): Promise<FileShown> {
    const actor = await as(who);
    const { deliveries } = await services[page].view(actor, id);
    const waiting = deliveries.findLast(({ isMine, servedAt }) => isMine && servedAt === null)!;
    return procedures.signDelivery(actor, { id, deliveryId: waiting.id, version: waiting.version });
  }

  async function countersign(who: DemoPerson, { id, pending }: FileShown): Promise<FileShown> {
    const waiting = pending[0]!;
    return procedures.decidePending(await as(who), {
      ...{ id, pendingId: waiting.id, version: waiting.version, decision: 'sign', reason: '核对一致，同意' },
    });
  }

  /** One meeting on several files, in agreement: planned and recorded by the head, confirmed by a member. */
  async function decide(
    body: 'panel' | 'board',
    title: string,
    members: readonly DemoPerson[],
    decisions: readonly (Handled & Required<Carried> & { readonly event: string })[],
  ): Promise<void> {
    const head = await as(headOfPersonnel);
    const agenda = decisions.map(({ id }) => id);
    const planned = await meetings.plan(head, { body, title, heldOn: today, agenda });
    const votes = { votesFor: members.length, votesAgainst: 0, votesAbstained: 0 };
    const recorded = await meetings.record(head, {
      ...{ id: planned.id, version: planned.version, heldOn: today },
      present: members.map(({ staffNo }) => staffNo),
      items: decisions.map(({ id, version, event, data, reason }) => ({
        ...{ fileId: id, fileVersion: version, reason, recused: [] },
        decision: { event, data, ...votes },
      })),
      minutes: `${title}：承办人汇报，成员逐项讨论并表决，全部同意。（虚构）`,
    });
    await meetings.confirm(await as(members.at(-1)!), { id: planned.id, version: recorded.version });
  }

  return { move, name, addEvidence, sign, countersign, decide };
}
export type Deeds = ReturnType<typeof deedsOf>;
