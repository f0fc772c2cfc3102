// The engine on the inaction and exemption machines: one way through, and everything that must not go through.
import { afterEach, describe, expect, test } from 'vitest';
import { deliveriesOf, clocksRunning } from '../../../db/queries/procedure-files.ts';
import { dayOf } from '../../../server/main.ts';
import { MOST_PIECES } from '../../../server/procedures/evidence.service.ts';
import { anOffice, type Office, type PersonName } from '../../support/procedure.ts';
import { engines } from '../../support/store.ts';

const DAY_MS = 86_400_000;
const refusal = (name: string) =>
  expect.objectContaining({ kind: expect.objectContaining({ name }) as object });

describe.each(engines)('$dialect', ({ dialect, isHere }) => {
  let office: Office | null = null;
  afterEach(async () => {
    await office?.remove();
    office = null;
  });
  const begin = async (machine = 'inaction') => (office = await anOffice(dialect, machine));

  const sign = async (at: Office, id: string, who: PersonName = 'subject') => {
    const all = await deliveriesOf(at.store.read, at.store.tables, id);
    const delivery = all.find(({ servedAt }) => servedAt === null);
    return at.procedures.signDelivery(await at.actor(who), {
      id,
      deliveryId: delivery!.id,
      version: delivery!.version,
    });
  };
  const lastDayOf = async (at: Office, id: string, kind: string): Promise<string | undefined> => {
    const clocks = await clocksRunning(at.store.read, at.store.tables, id);
    const clock = clocks.find((each) => each.kind === kind);
    return clock && dayOf(clock.dueAt - 1);
  };
  /** A record that was verified and served: the cadre may answer. */
  async function served(at: Office): Promise<string> {
    const { id } = await at.open('recorder');
    await at.move('recorder', id, 'submit');
    await at.assign('head1', id, 'hr1', 'hr');
    await at.assign('head1', id, 'hr2', 'hr');
    await at.move('hr1', id, 'verify');
    await at.move('hr2', id, 'notify');
    await sign(at, id);
    return id;
  }

  test.runIf(isHere)('一件记录走完全程：每一步各有其人', async () => {
    const at = await begin();
    const id = await served(at);
    await at.move('subject', id, 'respond');
    await at.assign('head1', id, 'head2', 'hr_head');
    await at.move('head2', id, 'confirm');
    await sign(at, id);
    await at.move('subject', id, 'request_review');
    await at.assign('head1', id, 'head3', 'hr_head');
    await at.move('head3', id, 'keep');
    await at.move('subject', id, 'appeal');
    const events = await at.events(id);
    expect(events.map(({ event, duty, principal }) => [event, duty, principal])).toEqual([
      ['submit', 'rec', 'supervisor'],
      ['verify', 'ver', 'hr'],
      ['notify', null, 'hr'],
      ['respond', null, 'cadre'],
      ['confirm', 'rev', 'hr_head'],
      ['request_review', null, 'cadre'],
      ['keep', 'rvw', 'hr_head'],
      ['appeal', null, 'cadre'],
    ]);
    expect(events.map(({ version }) => version)).toEqual(events.map((_, i) => i + 2));
    const { state } = await at.fileOf(id);
    expect(state).toBe('appealed');
    await expect(at.move('appeal1', id, 'uphold')).rejects.toEqual(refusal('may-not-act-in-file'));
    await at.assign('head1', id, 'appeal1', 'appeal_body');
    await expect(at.move('appeal1', id, 'uphold')).rejects.toEqual(refusal('meetingRequired'));
  });

  test.runIf(isHere)('一人不得在一件事里担任两职，兼两个角色也不行，且留下记录', async () => {
    const at = await begin();
    const { id } = await at.open('recorder');
    await at.move('recorder', id, 'submit');
    await at.assign('head1', id, 'both', 'hr');
    await at.assign('head1', id, 'both', 'hr_head');
    await at.move('both', id, 'verify');
    await at.bring(id, 'notify', 'respond');
    await expect(at.move('both', id, 'confirm')).rejects.toEqual(refusal('may-not-act-in-file'));
    const denials = await at.store.read.select().from(at.store.tables.denials);
    expect(denials).toMatchObject([
      { accountId: 'acc_both', fileId: id, event: 'confirm', because: 'otherDuty' },
    ]);
    expect((await at.fileOf(id)).state).toBe('answered');
    const view = await at.procedures.view(await at.actor('both'), at.kind, id);
    const confirm = view.actions.find(({ event }) => event === 'confirm')!;
    expect(confirm.isOpen).toBe(false);
    expect(confirm.why?.zh).toContain('另一职责');
  });

  test.runIf(isHere)('亲属、曾任职单位须回避；声明即生效', async () => {
    const at = await begin();
    const { id } = await at.open('recorder');
    await at.move('recorder', id, 'submit');
    await at.assign('head1', id, 'hr1', 'hr');
    await at.assign('head1', id, 'hr2', 'hr');
    await at.relate('subject', 'hr1');
    await at.relate('hr2', 'hr2', 'formerUnit');
    for (const name of ['hr1', 'hr2'] as const)
      await expect(at.move(name, id, 'verify')).rejects.toEqual(refusal('may-not-act-in-file'));
    const denials = await at.store.read.select().from(at.store.tables.denials);
    expect(denials.map(({ accountId, because }) => [accountId, because])).toEqual([
      ['acc_hr1', 'related'],
      ['acc_hr2', 'related'],
    ]);
    // The head names a substitute; a relative cannot be one.
    const named = (await at.procedures.view(await at.actor('head1'), at.kind, id)).assignments[0]!.id;
    await expect(at.assign('head1', id, 'hr1', 'hr_head')).rejects.toEqual(refusal('assignee-unfit'));
    await at.assign('head1', id, 'hr3', 'hr', named);
    await at.move('hr3', id, 'verify');
    expect((await at.fileOf(id)).state).toBe('verified');
  });

  test.runIf(isHere)('没有被指定、没有角色、指定自己、指定当事人：都不行', async () => {
    const at = await begin();
    const { id } = await at.open('recorder');
    await at.move('recorder', id, 'submit');
    for (const name of ['hr1', 'leader', 'head1', 'other', 'auditor', 'subject'] as const)
      await expect(at.move(name, id, 'verify'), name).rejects.toEqual(refusal('may-not-act-in-file'));
    await expect(at.assign('head1', id, 'head1', 'hr_head')).rejects.toEqual(refusal('assignee-unfit'));
    await expect(at.assign('head1', id, 'leader', 'hr')).rejects.toEqual(refusal('assignee-unfit'));
    await expect(at.assign('head1', id, 'auditor', 'panel')).rejects.toEqual(refusal('assignee-unfit'));
    await expect(at.assign('hr1', id, 'hr2', 'hr')).rejects.toEqual(refusal('may-not-act-in-file'));
    expect((await at.fileOf(id)).version).toBe(2);
  });

  test.runIf(isHere)('旧版本、不在这一步、多余的内容、缺理由', async () => {
    const at = await begin();
    const { id } = await at.open('recorder');
    await expect(at.move('recorder', id, 'submit', { version: 7 })).rejects.toEqual(refusal('stale-version'));
    await expect(at.move('recorder', id, 'confirm')).rejects.toEqual(refusal('event-not-open'));
    const recorder = await at.actor('recorder');
    const sent = { id, event: 'submit', version: 1, reason: '理由', data: { score: 100 } };
    await expect(at.procedures.move(recorder, at.kind, sent)).rejects.toEqual(refusal('invalid-request'));
    const { reason: _none, ...without } = { ...sent, data: {} };
    await expect(at.procedures.move(recorder, at.kind, without)).rejects.toEqual(refusal('reason-missing'));
    expect(await at.events(id)).toEqual([]);
  });

  test.runIf(isHere)('草稿只有起草人看得见', async () => {
    const at = await begin();
    const { id } = await at.open('recorder');
    for (const name of ['hr1', 'subject', 'head1'] as const)
      await expect(at.procedures.view(await at.actor(name), at.kind, id), name).rejects.toEqual(
        refusal('not-found'),
      );
    expect((await at.procedures.view(await at.actor('recorder'), at.kind, id)).state).toBe('draft');
  });

  test.runIf(isHere)('三人同时办理同一步：只有一人办成', async () => {
    const at = await begin();
    const { id } = await at.open('recorder');
    await at.move('recorder', id, 'submit');
    for (const name of ['hr1', 'hr2', 'hr3'] as const) await at.assign('head1', id, name, 'hr');
    const results = await Promise.allSettled(
      (['hr1', 'hr2', 'hr3'] as const).map((name) => at.move(name, id, 'verify', { version: 2 })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await at.events(id)).filter(({ event }) => event === 'verify')).toHaveLength(1);
    expect((await at.fileOf(id)).version).toBe(3);
  });

  test.runIf(isHere)('陈述申辩十个工作日，自签收起算，到期才失效，两个节点只失效一次', async () => {
    const at = await begin();
    const id = await served(at);
    const lastDay = (await lastDayOf(at, id, 'window_over'))!;
    // 2026-12-31 is a Thursday; without a calendar only weekends are free.
    expect([dayOf(at.clock.now), lastDay]).toEqual(['2026-12-31', '2027-01-14']);
    at.clock.now = Date.parse(`${lastDay}T23:59:59+08:00`);
    await at.timer.fireDue();
    expect((await at.fileOf(id)).state).toBe('notified');
    at.clock.now += 1000;
    await Promise.all([at.timer.fireDue(), at.timer.fireDue(), at.timer.fireDue()]);
    expect((await at.fileOf(id)).state).toBe('answered');
    const lapses = (await at.events(id)).filter(({ event }) => event === 'window_over');
    expect(lapses).toMatchObject([{ actor: 'clock', principal: 'clock' }]);
    expect(at.faults).toEqual([]);
  });

  test.runIf(isHere)('没有送达就不起算；登记纸质送达后从送达日起算', async () => {
    const at = await begin();
    const { id } = await at.open('recorder');
    await at.bring(id, 'submit', 'verify', 'notify');
    expect(await lastDayOf(at, id, 'window_over')).toBeUndefined();
    at.clock.now += 30 * DAY_MS;
    await at.timer.fireDue();
    expect((await at.fileOf(id)).state).toBe('notified');
    await at.assign('head1', id, 'hr1', 'hr');
    const [delivery] = await deliveriesOf(at.store.read, at.store.tables, id);
    const paper = { id, deliveryId: delivery!.id, version: 1, witness: '见证人甲' };
    const hr = await at.actor('hr1');
    await expect(at.procedures.recordDelivery(hr, { ...paper, paperOn: '2026-12-01' })).rejects.toEqual(
      refusal('invalid-request'),
    );
    await expect(
      at.procedures.recordDelivery(await at.actor('other'), { ...paper, paperOn: '2027-01-04' }),
    ).rejects.toEqual(refusal('may-not-act-in-file'));
    await at.procedures.recordDelivery(hr, { ...paper, paperOn: '2027-01-04' });
    expect(await lastDayOf(at, id, 'window_over')).toBe('2027-01-18');
    await expect(
      at.procedures.signDelivery(await at.actor('subject'), { id, deliveryId: delivery!.id, version: 2 }),
    ).rejects.toEqual(refusal('already-served'));
    // Its time is over already: the next round closes the window.
    await at.timer.fireDue();
    expect((await at.fileOf(id)).state).toBe('answered');
  });

  test.runIf(isHere)('延长一次，再延不行；没有送达无从延长', async () => {
    const at = await begin();
    const id = await served(at);
    await at.move('hr1', id, 'extend');
    expect(await lastDayOf(at, id, 'window_over')).toBe('2027-01-28');
    await expect(at.move('hr2', id, 'extend')).rejects.toEqual(refusal('may-not-act-in-file'));
    const second = await at.open('recorder');
    await at.bring(second.id, 'submit', 'verify', 'notify');
    await at.assign('head1', second.id, 'hr1', 'hr');
    await expect(at.move('hr1', second.id, 'extend')).rejects.toEqual(refusal('nothing-to-extend'));
    expect((await at.fileOf(second.id)).version).toBe(4);
  });

  test.runIf(isHere)('十个工作日提醒经办人，十五个报告负责人，办了就不再响', async () => {
    const at = await begin();
    const late = await at.open('recorder');
    const done = await at.open('recorder');
    await at.bring(late.id, 'submit');
    await at.bring(done.id, 'submit');
    await at.bring(done.id, 'verify', 'notify');
    at.clock.now += 16 * DAY_MS;
    await at.timer.fireDue();
    at.clock.now += 14 * DAY_MS;
    await at.timer.fireDue();
    const alarms = await at.store.read.select().from(at.store.tables.alarms);
    const ofLate = alarms.filter(({ fileId, detail }) => fileId === late.id && detail['state'] === 'lead');
    expect(ofLate.map(({ kind, audience }) => [kind, audience])).toEqual([
      ['alarm.officer', 'supervisor'],
      ['alarm.head', 'hr_head'],
    ]);
    expect(alarms.some(({ fileId, detail }) => fileId === done.id && detail['state'] === 'lead')).toBe(false);
  });

  test.runIf(isHere)('时钟被拨动：停止失效并告警，由系统管理员确认后继续', async () => {
    const at = await begin();
    const id = await served(at);
    at.clock.now += 60_000;
    at.clock.running += 60_000;
    expect(await at.ticking.tick()).toEqual({ fired: 0, isHalted: false });
    at.clock.now += 40 * DAY_MS;
    at.clock.running += 60_000;
    expect(await at.ticking.tick()).toEqual({ fired: 0, isHalted: true });
    at.clock.running += 60_000;
    expect(await at.ticking.tick()).toEqual({ fired: 0, isHalted: true });
    expect((await at.fileOf(id)).state).toBe('notified');
    const alarms = await at.store.read.select().from(at.store.tables.alarms);
    expect(alarms).toMatchObject([{ kind: 'clockJumped', audience: 'sysadmin', endedAt: null }]);
    await at.ticking.resume(await at.actor('auditor'), '已核对时间');
    expect((await at.ticking.tick()).fired).toBe(1);
    expect((await at.fileOf(id)).state).toBe('answered');
  });

  test.runIf(isHere)('会签：一人提出、另一人会签才生效，两个工作日无人会签即失效', async () => {
    const at = await begin('exemption');
    const { id } = await at.open('subject');
    await at.bring(id, 'submit', 'accept');
    for (const name of ['inspector1', 'inspector2'] as const) await at.assign('head1', id, name, 'inspector');
    await at.move('inspector1', id, 'show_facts');
    expect((await at.fileOf(id)).state).toBe('investigating');
    await expect(at.move('inspector2', id, 'show_facts')).rejects.toEqual(refusal('already-pending'));
    const pendingId = async () =>
      (await at.procedures.view(await at.actor('head1'), at.kind, id)).pending[0]!.id;
    const decision = { id, pendingId: await pendingId(), version: 1, decision: 'sign' as const };
    await expect(at.procedures.decidePending(await at.actor('inspector1'), decision)).rejects.toEqual(
      refusal('countersigner-is-proposer'),
    );
    await expect(at.procedures.decidePending(await at.actor('hr1'), decision)).rejects.toEqual(
      refusal('may-not-act-in-file'),
    );
    at.clock.now += 6 * DAY_MS;
    await at.timer.fireDue();
    await expect(at.procedures.decidePending(await at.actor('inspector2'), decision)).rejects.toEqual(
      refusal('pending-gone'),
    );
    await at.move('inspector1', id, 'show_facts');
    const again = { ...decision, pendingId: await pendingId() };
    const results = await Promise.allSettled([
      at.procedures.decidePending(await at.actor('inspector2'), again),
      at.procedures.decidePending(await at.actor('inspector2'), again),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const last = (await at.events(id)).at(-1);
    expect(last).toMatchObject({
      event: 'show_facts',
      actor: 'acc_inspector1',
      countersignedBy: 'acc_inspector2',
    });
    // Both have investigated: neither may check the red lines.
    await at.bring(id, 'respond', 'propose');
    for (const name of ['inspector1', 'inspector2'] as const)
      await expect(at.move(name, id, 'redline_check')).rejects.toEqual(refusal('may-not-act-in-file'));
  });

  test.runIf(isHere)('代录纸质答复：须有扫描件，由第二人核对后才算数', async () => {
    const at = await begin();
    const id = await served(at);
    const hr = await at.actor('hr1');
    const scan = await at.procedures.addEvidence(hr, {
      id,
      name: '陈述申辩.pdf',
      content: Buffer.from('%PDF-1.7 …'),
    });
    const { version } = await at.fileOf(id);
    const entry = {
      id,
      event: 'respond',
      version,
      reason: '收到纸质答复',
      data: {},
      receivedOn: '2026-12-31',
    };
    await expect(at.procedures.enterPaper(hr, { ...entry, evidenceId: 'evi_none' })).rejects.toEqual(
      refusal('evidence-unknown'),
    );
    await expect(
      at.procedures.enterPaper(hr, { ...entry, event: 'extend', evidenceId: scan.id }),
    ).rejects.toEqual(refusal('not-on-paper'));
    const view = await at.procedures.enterPaper(hr, { ...entry, evidenceId: scan.id });
    expect([view.state, view.pending.length]).toEqual(['notified', 1]);
    const decision = { id, pendingId: view.pending[0]!.id, version: 1, decision: 'sign' as const };
    await expect(at.procedures.decidePending(hr, decision)).rejects.toEqual(
      refusal('countersigner-is-proposer'),
    );
    await at.procedures.decidePending(await at.actor('hr2'), decision);
    expect((await at.events(id)).at(-1)).toMatchObject({
      event: 'respond',
      principal: 'cadre',
      enteredBy: 'acc_hr1',
      countersignedBy: 'acc_hr2',
      evidenceHashes: [scan.sha256],
    });
  });

  test.runIf(isHere)('材料：只有当事人和指定的承办人能看，名实不符的不收', async () => {
    const at = await begin();
    const id = await served(at);
    const subject = await at.actor('subject');
    const add = (name: string, content: Uint8Array) =>
      at.procedures.addEvidence(subject, { id, name, content });
    await expect(add('附件.pdf', Buffer.from('<html>'))).rejects.toEqual(refusal('evidence-refused'));
    await expect(add('附件.html', Buffer.from('<html>'))).rejects.toEqual(refusal('evidence-refused'));
    await expect(add('大.txt', Buffer.alloc(6 * 1024 * 1024, 65))).rejects.toEqual(
      refusal('evidence-refused'),
    );
    const piece = await add('../../说明.txt', Buffer.from('说明'));
    expect(piece.name).not.toMatch(/[\\/]/u);
    const asked = { id, evidenceId: piece.id };
    for (const name of ['subject', 'hr1'] as const)
      expect(Buffer.from((await at.procedures.evidence(await at.actor(name), asked)).bytes).toString()).toBe(
        '说明',
      );
    for (const name of ['hr3', 'leader', 'other', 'auditor', 'farHr'] as const)
      await expect(at.procedures.evidence(await at.actor(name), asked), name).rejects.toEqual(
        refusal('not-found'),
      );
    // What turns the reading round would let a program pass for a picture.
    expect((await add('说明\u202Egpj.txt', Buffer.from('说明'))).name).toBe('说明_gpj.txt');
    const stored = await at.store.read.select().from(at.store.tables.evidenceContents);
    expect(JSON.stringify(stored)).not.toContain(Buffer.from('说明').toString('base64'));
  });

  test.runIf(isHere)('材料：一个人在一卷里最多六十份，别人不因此添加不了', async () => {
    const at = await begin();
    const id = await served(at);
    const add = async (who: 'subject' | 'hr1', name: string) =>
      at.procedures.addEvidence(await at.actor(who), { id, name, content: Buffer.from('说明') });
    for (let each = 0; each < MOST_PIECES; each += 1) await add('subject', `${each}.txt`);
    await expect(add('subject', '再一份.txt')).rejects.toEqual(refusal('evidence-too-many'));
    await add('hr1', '承办人的.txt');
  });
});
