// The findings of former years go the way of every past decision: told to each person, answered, accepted by somebody who
// had no part in them. Only then do they count, so this comes before any year is evaluated.
import type { Actor } from '../permissions/actor.ts';
import type { FileShown } from '../procedures/file-view.ts';
import type { Services } from '../services.ts';
import { ordinaryCadre, personnelOfficer, reviewingDeputy, secondOfficer } from './logins.ts';
import { randomFor } from './random.ts';
import { type As, type Staff } from './take-office.ts';

const PAGE = 200;
const REPLIES = [
  '情况属实，没有异议。',
  '当时人手紧张，但责任在我，已经整改。',
  '对事实没有异议，请考虑事后已主动补救。',
];
const OWN_REPLY = '师生留言确实没有在时限内答复，现已改为每日清零。';

interface Past {
  readonly services: Services;
  readonly staff: Staff;
  readonly as: As;
  readonly today: string;
}

export async function settlePast({ services, staff, as, today }: Past): Promise<void> {
  const { hr, head } = staff;
  const reviewer = await as(reviewingDeputy);
  const fileIds = await imported(services, head);
  const named = { fileIds, reason: '以前的决定，统一办理' };
  for (const { staffNo } of [personnelOfficer, secondOfficer])
    await services.procedures.assignMany(head, { ...named, staffNo, principal: 'hr' });
  const { staffNo } = reviewingDeputy;
  await services.procedures.assignMany(head, { ...named, staffNo, principal: 'hr_head' });
  all(fileIds, await services.conduct.inactions.notifyMany(hr, { fileIds }));
  const own = await answerInPerson(services, await as(ordinaryCadre));
  const second = await as(secondOfficer);
  const random = randomFor('replies');
  for (const id of fileIds)
    if (!own.has(id)) await answerOnPaper(services, { id, hr, second, today, reply: random.pick(REPLIES) });
  const reason = '与原件一致，本人陈述已听取';
  all(fileIds, await services.conduct.inactions.acceptMany(reviewer, { fileIds, reason }));
  // Whoever has worked through them has read what told him of them.
  for (const officer of [hr, second, reviewer]) await services.inbox.readAll(officer);
}

async function imported({ conduct }: Services, actor: Actor): Promise<string[]> {
  const { items, next } = await conduct.inactions.page(actor, { state: 'imported', limit: PAGE });
  if (next !== null) throw new Error('more past decisions than one page holds');
  return items.map(({ id }) => id);
}

function all(fileIds: readonly string[], { done, refused }: { done: string[]; refused: unknown[] }): void {
  if (done.length !== fileIds.length) throw new Error(`refused: ${JSON.stringify(refused)}`);
}

/** Whoever has an account in use signs for the notice and answers himself. */
async function answerInPerson({ conduct, procedures }: Services, cadre: Actor): Promise<ReadonlySet<string>> {
  const { items } = await conduct.inactions.page(cadre, { state: 'past_notified', limit: PAGE });
  for (const { id } of items) {
    const { version, deliveries } = await conduct.view(cadre, id);
    const [{ id: deliveryId, version: signed }] = deliveries as [FileShown['deliveries'][number]];
    await procedures.signDelivery(cadre, { id, deliveryId, version: signed });
    const data = { statement: OWN_REPLY };
    await conduct.move(cadre, { id, event: 'respond', version, data });
  }
  return new Set(items.map(({ id }) => id));
}

interface OnPaper {
  readonly id: string;
  readonly hr: Actor;
  /** Compares what HR has typed with the paper. */
  readonly second: Actor;
  readonly today: string;
  readonly reply: string;
}

/** The others got it on paper and answered on paper. */
async function answerOnPaper(
  { conduct, procedures }: Services,
  { id, hr, second, today, reply }: OnPaper,
): Promise<void> {
  const { version, deliveries } = await conduct.view(hr, id);
  const [{ id: deliveryId, version: handed }] = deliveries as [FileShown['deliveries'][number]];
  const witness = '组织部调研科工作人员';
  await procedures.recordDelivery(hr, { id, deliveryId, version: handed, paperOn: today, witness });
  const content = new TextEncoder().encode(`陈述：${reply}\n（扫描件，虚构）\n`);
  const { id: evidenceId } = await procedures.addEvidence(hr, { id, name: '陈述（扫描件）.txt', content });
  const typed = await procedures.enterPaper(hr, {
    ...{ id, event: 'respond', version, reason: '本人递交书面陈述', data: { statement: reply } },
    ...{ evidenceId, receivedOn: today },
  });
  const [pending] = typed.pending as [FileShown['pending'][number]];
  await procedures.decidePending(second, {
    ...{ id, pendingId: pending.id, version: pending.version, decision: 'sign', reason: '与纸质陈述一致' },
  });
}
