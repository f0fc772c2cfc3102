// Initiative files in the office: filed, moved on and brought to a state over HTTP or by their own events.
import { recordById } from '../../db/queries/conduct-files.ts';
import { deliveriesOf } from '../../db/queries/procedure-files.ts';
import type { Row } from '../../db/tables/index.ts';
import { dayOf } from '../../server/main.ts';
import { carry } from '../../server/procedures/carry.ts';
import { machineOf, type MachineEvent } from '../../server/procedures/machines.ts';
import { ORDINARY_WEEKS } from '../../server/procedures/working-days.ts';
import type { Answer, Visitor } from './app.ts';
import { bodyOf, type FileBody, type FileOffice, type PersonName } from './file-office.ts';
import { act, countedIds } from './store.ts';

export const machine = machineOf('initiative');
export const STATES = [...new Set(machine.events.flatMap(({ from, to }) => [from, to]))];
export const aDeed = (more: object = {}) => ({
  ...{ area: 2, quality: 'explore', occurredOn: '2026-05-03', level: 'school', role: 'lead' },
  summary: '在两个班试行跨学科导师组，选题时间缩短一半。',
  ...more,
});

export interface InitiativeBody extends Omit<FileBody, 'history'> {
  readonly ledger: string;
  readonly title: string;
  readonly evidence: readonly unknown[];
  readonly initiative: {
    readonly level: string;
    readonly role: string;
    readonly summary: string;
    readonly facts: null | {
      readonly factId: string | null;
      readonly levelReason: string | null;
      readonly said: readonly { event: string; text: string }[];
      readonly finding: string;
      readonly countsOn: string | null;
      readonly isMyDraft: boolean;
    };
  };
  readonly history: readonly {
    event: string;
    by: { staffNo: string } | null;
    principal: string;
    reason: string | null;
  }[];
}

/** The shortest way from the draft to every state. */
function waysFrom(start: string): ReadonlyMap<string, readonly MachineEvent[]> {
  const ways = new Map<string, readonly MachineEvent[]>([[start, []]]);
  for (const [state, way] of ways)
    for (const event of machine.events.filter((each) => each.from === state && !ways.has(each.to)))
      ways.set(event.to, [...way, event]);
  return ways;
}
const WAYS = waysFrom(machine.start);

export function initiativesOf(office: FileOffice) {
  const { app, store } = office;
  const { tables } = store;
  // Time goes by in these tests, and sessions end with it.
  let sessions = { since: app.clock.now, visitors: new Map<PersonName, Visitor>() };
  async function as(who: PersonName): Promise<Visitor> {
    if (sessions.since !== app.clock.now) sessions = { since: app.clock.now, visitors: new Map() };
    const visitor = sessions.visitors.get(who) ?? (await app.visitorAs(`acc_${who}`));
    sessions.visitors.set(who, visitor);
    return visitor;
  }
  const newId = countedIds();
  const here = {
    now: () => app.clock.now,
    newId: (prefix: string) => newId(`${prefix}_brought`),
    dayOf,
    kinds: app.services.kinds,
    calendar: async () => ORDINARY_WEEKS,
  };
  const kind = app.services.kinds.get('initiative')!;

  const draft = async (who: PersonName, more: object = {}): Promise<Answer> =>
    (await as(who)).post('/api/conduct/initiatives', aDeed(more));
  const read = async (who: PersonName, id: string): Promise<Answer> =>
    (await as(who)).get(`/api/conduct/${id}`);

  async function fire(
    who: PersonName,
    id: string,
    event: string,
    more: { reason?: string | undefined; data?: object; version?: number } = {},
  ): Promise<Answer> {
    const { version } = await office.fileOf(id);
    const sent = { event, version, reason: '理由充分', ...more };
    return (await as(who)).post(`/api/conduct/${id}/events`, sent);
  }

  /** The same, and it must succeed. */
  async function fired(...sent: Parameters<typeof fire>): Promise<InitiativeBody> {
    const answer = await fire(...sent);
    if (answer.status !== 200) throw new Error(`${sent[2]} by ${sent[0]}: ${answer.text}`);
    return answer.body as InitiativeBody;
  }

  async function carried(id: string, event: MachineEvent): Promise<void> {
    const before = await office.fileOf(id);
    const grounds = { grounds: '另有其人' };
    const data = event.event === 'object' || event.event === 'appeal' ? grounds : {};
    const statement = { statement: '有材料为证' };
    await store.write(act(`brought.${event.event}`, { subject: id }), (tx, changed) =>
      carry({ tx, changed, tables, here, kind }, before, {
        ...{ event, actor: 'acc_elsewhere', principal: event.by[0]!, reason: null },
        data: event.event === 'respond' ? statement : data,
      }),
    );
  }

  /** A record of the subject's, filed by the leader of the college, in a state by its shortest way. */
  async function fileIn(state: string, who: PersonName = 'leader', more: object = {}): Promise<string> {
    const drafted = await draft(who, who === 'subject' ? more : { staffNo: 'subject', ...more });
    if (drafted.status !== 200) throw new Error(drafted.text);
    const { id } = bodyOf(drafted);
    if (state !== machine.start) {
      const [submit, ...rest] = WAYS.get(state)!;
      await fired(who, id, submit!.event);
      for (const event of rest) await carried(id, event);
    }
    return id;
  }

  const recordOf = (id: string): Promise<Row<'conductRecords'> | undefined> =>
    recordById(store.read, tables, id);

  /** Signs for every notice of the file that waits. */
  async function signed(id: string): Promise<void> {
    const subject = await as('subject');
    for (const { id: delivery, servedAt, version } of await deliveriesOf(store.read, tables, id)) {
      if (servedAt !== null) continue;
      const { status, text } = await subject.post(`/api/files/${id}/deliveries/${delivery}/signature`, {
        version,
      });
      if (status !== 200) throw new Error(text);
    }
  }

  const assign = async (
    by: PersonName,
    id: string,
    staffNo: PersonName,
    principal: string,
  ): Promise<Answer> =>
    (await as(by)).post(`/api/files/${id}/assignments`, { staffNo, principal, reason: '按分工承办' });

  /** The appeal body meets: named, planned and recorded by a head of HR, confirmed by its member. */
  async function decideAppeal(id: string, event: 'uphold' | 'overturn'): Promise<void> {
    const done = async (answer: Promise<Answer>) => {
      const { status, text, body } = await answer;
      if (status !== 200) throw new Error(text);
      return body as { id: string; version: number };
    };
    await done(assign('head2', id, 'appealBody', 'appeal_body'));
    const head = await as('head2');
    const heldOn = dayOf(app.clock.now);
    const plan = { body: 'appeal_body', title: '申诉会议（虚构）', heldOn, agenda: [id] };
    const planned = await done(head.post('/api/meetings', plan));
    const { version: fileVersion } = await office.fileOf(id);
    const decision = { event, votesFor: 1, votesAgainst: 0, votesAbstained: 0 };
    const recorded = await done(
      head.post(`/api/meetings/${planned.id}/record`, {
        ...{ version: planned.version, heldOn, present: ['appealBody'], minutes: '会议记录（虚构）' },
        items: [{ fileId: id, fileVersion, decision, reason: '会议决定' }],
      }),
    );
    const { version } = recorded;
    await done((await as('appealBody')).post(`/api/meetings/${planned.id}/confirmation`, { version }));
  }

  /** Days go by, and whatever is due happens. */
  async function later(days: number): Promise<void> {
    office.later(days);
    await office.tick();
  }

  return { as, draft, read, fire, fired, fileIn, carried, recordOf, signed, assign, decideAppeal, later };
}
export type Initiatives = ReturnType<typeof initiativesOf>;
