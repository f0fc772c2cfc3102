// Who hears what of a file, on the inaction machine: the person concerned not before his notice, officers when it is
// their turn, nobody twice; and the reminder before the time to answer ends.
import { afterEach, describe, expect, test } from 'vitest';
import { clocksRunning, deliveriesOf } from '../../../db/queries/procedure-files.ts';
import { addRows, changeRow } from '../../../db/rows.ts';
import { dayOf } from '../../../server/main.ts';
import { remindService } from '../../../server/notices/remind.service.ts';
import { endOfDay, ORDINARY_WEEKS } from '../../../server/procedures/working-days.ts';
import { anOffice, COLLEGE, type Office, type PersonName } from '../../support/procedure.ts';
import { act, countedIds, engines } from '../../support/store.ts';

const HOUR_MS = 3_600_000;

describe.each(engines)('$dialect', ({ dialect, isHere }) => {
  let office: Office | null = null;
  afterEach(async () => {
    await office?.remove();
    office = null;
  });
  async function begin(machine = 'inaction'): Promise<Office> {
    office = await anOffice(dialect, machine);
    if (machine === 'inaction')
      Object.assign(office.kind, {
        ...{ page: '/conduct', title: { zh: '不为记录', en: 'Inaction record' } },
        ...{ beforeNotice: ['lead', 'verified', 'unfounded'], authorsOnly: ['withdrawn'] },
      });
    return office;
  }
  /** What each person was told, the first first. */
  async function told(at: Office): Promise<Record<string, string[]>> {
    const rows = await at.store.read.select().from(at.store.tables.messages);
    const heard: Record<string, string[]> = {};
    for (const { accountId, kind } of rows.toSorted((a, b) => a.at - b.at || a.id.localeCompare(b.id)))
      (heard[accountId.slice('acc_'.length)] ??= []).push(kind);
    return heard;
  }
  const sign = async (at: Office, id: string, who: PersonName = 'subject') => {
    const delivery = (await deliveriesOf(at.store.read, at.store.tables, id)).find(
      ({ servedAt }) => servedAt === null,
    )!;
    const { id: deliveryId, version } = delivery;
    await at.procedures.signDelivery(await at.actor(who), { id, deliveryId, version });
  };
  async function notified(at: Office): Promise<string> {
    const { id } = await at.open('recorder');
    await at.move('recorder', id, 'submit');
    await at.assign('head1', id, 'hr1', 'hr');
    await at.assign('head1', id, 'hr2', 'hr');
    await at.assign('head1', id, 'head2', 'hr_head');
    await at.move('hr1', id, 'verify');
    await at.move('hr2', id, 'notify');
    return id;
  }

  test.runIf(isHere)('当事人在告知之前一无所知；告知时只有一条', async () => {
    const at = await begin();
    const { id } = await at.open('recorder');
    await at.move('recorder', id, 'submit');
    await at.assign('head1', id, 'hr1', 'hr');
    await at.move('hr1', id, 'reject');
    expect(await told(at)).toEqual({ hr1: ['named'] });
    await notified(at);
    expect((await told(at))['subject']).toEqual(['notice']);
  });

  test.runIf(isHere)('轮到谁办谁得知：已尽过一职的不再通知，时间到了也照样通知', async () => {
    const at = await begin();
    const id = await notified(at);
    // Verified by hr1: only hr2, and nobody who has another duty, is told that the notice is his to serve.
    expect(await told(at)).toMatchObject({ hr1: ['named'], hr2: ['named', 'turn'], head2: ['named'] });
    await sign(at, id);
    const clock = (await clocksRunning(at.store.read, at.store.tables, id)).find(
      ({ kind }) => kind === 'window_over',
    )!;
    at.clock.now = clock.dueAt;
    expect(await at.timer.fireDue()).toBeGreaterThan(0);
    expect((await at.events(id)).at(-1)).toMatchObject({ event: 'window_over', actor: 'clock' });
    expect(await told(at)).toMatchObject({ head2: ['named', 'turn'], subject: ['notice'] });
    await at.move('head2', id, 'dismiss');
    expect(await told(at)).toEqual({
      ...{ hr1: ['named'], hr2: ['named', 'turn'], head2: ['named', 'turn'] },
      ...{ subject: ['notice', 'outcome'] },
    });
  });

  test.runIf(isHere)('送达通知的结论只有一条；自己做的事不通知自己', async () => {
    const at = await begin();
    const id = await notified(at);
    await sign(at, id);
    await at.move('subject', id, 'respond');
    await at.move('head2', id, 'confirm');
    await sign(at, id);
    await at.move('subject', id, 'appeal');
    expect((await told(at))['subject']).toEqual(['notice', 'notice']);
    await at.bring(id, 'uphold');
    expect((await told(at))['subject']).toEqual(['notice', 'notice', 'outcome']);
    const { tables, read } = at.store;
    const latest = (await read.select().from(tables.messages)).find(
      ({ accountId, kind }) => accountId === 'acc_subject' && kind === 'outcome',
    );
    expect(latest).toMatchObject({
      ...{ title: { zh: '一个事项已有结果：不为记录' }, href: `/conduct/${id}`, fileId: id, readAt: null },
    });
  });

  test.runIf(isHere)('退回草稿的，起草人得知', async () => {
    const at = await begin('pilot');
    const { id } = await at.open('leader', null);
    await at.move('leader', id, 'submit');
    await at.bring(id, 'return');
    expect(await told(at)).toEqual({ leader: ['outcome'] });
    await at.move('leader', id, 'submit');
    await at.bring(id, 'approve');
    expect(await told(at)).toEqual({ leader: ['outcome', 'outcome'] });
  });

  test.runIf(isHere)('单位的通知给代表单位的人，没有核实的不算', async () => {
    const at = await begin();
    const { tables } = at.store;
    const represents = (id: string, who: PersonName, state: 'confirmed' | 'declared') => ({
      ...{
        id,
        cadreId: `cad_${who}`,
        kind: 'represents' as const,
        otherCadreId: null,
        unitId: COLLEGE,
        state,
      },
      ...{
        namedStaffNo: null,
        namedAs: null,
        detail: '',
        declaredBy: `acc_${who}`,
        declaredAt: at.clock.now,
      },
      ...{ decidedBy: null, decidedAt: null, decidedReason: null, version: 1 },
    });
    await at.store.write(act('relations.given'), (tx, changed) =>
      addRows(tx, changed, tables.relations, [
        represents('rel_1', 'leader', 'confirmed'),
        represents('rel_2', 'leader', 'confirmed'),
        represents('rel_3', 'other', 'declared'),
      ]),
    );
    const { id } = await at.open('recorder', null);
    await at.bring(id, 'submit', 'verify', 'notify');
    expect(await told(at)).toEqual({ leader: ['notice'] });
  });

  test.runIf(isHere)('没有账号的当事人不碍事', async () => {
    const at = await begin();
    const { tables, read } = at.store;
    const account = (await read.select().from(tables.accounts)).find(({ staffNo }) => staffNo === 'subject');
    await at.store.write(act('account.withdrawn'), async (tx, changed) => {
      await changeRow(tx, changed, tables.accounts, { before: account!, set: { withdrawnAt: at.clock.now } });
    });
    const { id } = await at.open('recorder');
    await at.bring(id, 'submit', 'verify', 'notify');
    expect(await told(at)).toEqual({});
    expect(await deliveriesOf(read, tables, id)).toHaveLength(1);
  });

  describe.runIf(isHere)('答复期限将满', () => {
    const newId = countedIds();
    const remindersOf = ({ store, clock, kind }: Office) =>
      remindService({
        store,
        here: {
          ...{ now: () => clock.now, newId: (prefix) => newId(`${prefix}_due`), dayOf },
          ...{ kinds: new Map([[kind.machine.name, kind]]), calendar: async () => ORDINARY_WEEKS },
        },
      });
    const due = async (at: Office, id: string) =>
      (await clocksRunning(at.store.read, at.store.tables, id)).find(({ kind }) => kind === 'window_over')!
        .dueAt;

    test('前两个工作日提醒一次，几个节点也只一次；延期之后再提醒一次', async () => {
      const at = await begin();
      const id = await notified(at);
      await sign(at, id);
      const reminders = remindersOf(at);
      // Served on Thursday 2026-12-31: ten working days end on 2027-01-14.
      expect(dayOf((await due(at, id)) - 1)).toBe('2027-01-14');
      at.clock.now = endOfDay('2027-01-11') + HOUR_MS - 24 * HOUR_MS;
      expect(await reminders.remindDue()).toBe(0);
      at.clock.now += 24 * HOUR_MS;
      const counts = await Promise.all([reminders.remindDue(), remindersOf(at).remindDue()]);
      expect(counts.toSorted()).toEqual([0, 1]);
      expect(await reminders.remindDue()).toBe(0);
      expect((await told(at))['subject']).toEqual(['notice', 'deadline']);
      await at.move('hr2', id, 'extend');
      expect(await reminders.remindDue()).toBe(0);
      at.clock.now = (await due(at, id)) - 20 * HOUR_MS;
      expect(await reminders.remindDue()).toBe(1);
      const [latest] = (await at.store.read.select().from(at.store.tables.messages))
        .filter(({ kind }) => kind === 'deadline')
        .toSorted((a, b) => b.at - a.at);
      expect(latest).toMatchObject({
        accountId: 'acc_subject',
        title: { zh: '答复期限至 2027-01-28：不为记录' },
      });
    });

    test('没有签收的、答复过的不提醒；草稿的期限不是答复期限', async () => {
      const at = await begin();
      const reminders = remindersOf(at);
      const unsigned = await notified(at);
      const answered = await notified(at);
      await sign(at, answered);
      const dueAt = await due(at, answered);
      await at.move('subject', answered, 'respond');
      at.clock.now = dueAt - 20 * HOUR_MS;
      expect(await reminders.remindDue()).toBe(0);
      expect((await at.fileOf(unsigned)).state).toBe('notified');
    });
  });
});
