// What waits goes out: over a real SMTP server, at the right times, once, and with nothing of the product in it.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mailSender } from '../../../server/adapters/mail.ts';
import { leaveMessages } from '../../../server/notices/leave-message.ts';
import { type Outside, type Sender } from '../../../server/notices/sender.ts';
import { PAUSES_MS, senderService } from '../../../server/notices/sender.service.ts';
import {
  aFileOffice,
  bodyOf,
  CITIZEN_ID,
  type FileOffice,
  type PersonName,
} from '../../support/file-office.ts';
import { aMailServer, type MailServer } from '../../support/mail-server.ts';
import { act, countedIds, engines } from '../../support/store.ts';

const MINUTE_MS = 60_000;
const mailOf = (who: string) => `canary-${who}@school.test`;

describe.each(engines)('发出通知 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let server: MailServer;
    let office: FileOffice;
    let outside: Outside;
    let port: number;
    beforeAll(async () => {
      server = await aMailServer();
      ({ port } = server);
      const mail = mailSender({
        ...{ host: '127.0.0.1', port, security: 'none', login: null, from: 'dandang@school.test' },
      });
      outside = { senders: { mail }, inboxUrl: 'https://cadres.school.test/inbox' };
      office = await aFileOffice(dialect, { outside });
    });
    afterAll(async () => {
      await office.remove();
      await server.stop();
    });
    beforeEach(async () => {
      // What an earlier test left waiting is out of the way.
      office.app.clock.now += PAUSES_MS.at(-1)!;
      for (let tries = 0; tries <= PAUSES_MS.length; tries += 1) {
        await office.app.services.notices.round();
        office.app.clock.now += PAUSES_MS.at(-1)!;
      }
      server.mails.length = 0;
    });
    afterEach(async () => {
      server.refused.clear();
    });

    /** Sessions end within the hour, and these clocks run for days. */
    const as = (who: PersonName) => office.app.visitorAs(`acc_${who}`);
    const setAddress = async (who: PersonName, mail = mailOf(who)) =>
      (await as(who)).send('PUT', '/api/account/notice-address', { mail });
    const round = () => office.app.services.notices.round();
    /** The latest tried last. */
    const sendings = async () =>
      (await office.store.read.select().from(office.store.tables.sendings)).toSorted(
        (a, b) => a.nextAt - b.nextAt,
      );
    const waiting = async () => (await sendings()).filter(({ state }) => state === 'waiting');
    const alarms = async () =>
      (await office.store.read.select().from(office.store.tables.alarms)).filter(
        ({ kind, endedAt }) => kind === 'noticesFailing' && endedAt === null,
      );
    const newId = countedIds();
    const later = (ms: number) => {
      office.app.clock.now += ms;
    };
    /** A message for somebody who left an address. */
    const leave = (who: PersonName, channels: readonly ('mail' | 'webhook')[] = ['mail']) =>
      office.store.write(act('message.left'), (tx, changed) =>
        leaveMessages(
          {
            ...{ tx, changed, tables: office.store.tables },
            here: { now: () => office.app.clock.now, newId: (prefix) => newId(`${prefix}_left`), channels },
          },
          {
            ...{ kind: 'named', title: { zh: '虚构', en: 'invented' }, fileId: null, href: null },
            accountIds: [`acc_${who}`],
          },
        ),
      );

    test('办理之中的一步留下消息，随后发出一封；信里没有姓名、事项、号码和理由', async () => {
      expect((await setAddress('subject')).status).toBe(200);
      await round();
      expect(server.mails.map(({ to }) => to)).toEqual([[mailOf('subject')]]);
      server.mails.length = 0;
      const subject = await as('subject');
      const { id } = bodyOf(
        await subject.post('/api/corrections', {
          ...{ field: 'postTitle', wanted: '金丝雀副处长', basis: '金丝雀〔2019〕8号' },
        }),
      );
      const fire = async (who: PersonName, event: string, data?: object) => {
        const { version, title } = await office.fileOf(id);
        const sent = { event, version, reason: '金丝雀理由', ...(data && { data }) };
        const answer = await (await as(who)).post(`/api/corrections/${id}/events`, sent);
        expect([event, answer.status]).toEqual([event, 200]);
        return title;
      };
      await fire('subject', 'submit');
      await fire('hr', 'verify', { found: '处长', document: '金丝雀任免文件' });
      const title = await fire('head', 'keep');
      expect(server.mails).toEqual([]);
      await round();
      const [{ raw, text, headers, to }] = server.mails as [(typeof server.mails)[0]];
      expect(server.mails).toHaveLength(1);
      expect(to).toEqual([mailOf('subject')]);
      const secrets = ['李明', '金丝雀', '更正', 'Correction', '文学院', CITIZEN_ID, title, id];
      const whole = [raw, text, ...headers.values()].join('\n');
      expect(secrets.filter((secret) => whole.includes(secret))).toEqual([]);
      expect(text).toContain('https://cadres.school.test/inbox');
      expect(await waiting()).toEqual([]);
    });

    test('没有留邮箱的人只在收件箱里有', async () => {
      await leave('other');
      expect(await waiting()).toEqual([]);
    });

    test('一人几条消息同时在等，合成一封', async () => {
      await setAddress('hr');
      await leave('hr');
      await leave('hr');
      expect(await waiting()).toHaveLength(3);
      await round();
      expect(server.mails).toHaveLength(1);
      expect(await waiting()).toEqual([]);
    });

    test('服务器停了：隔 1、5、30 分钟、2、12 小时各试一次，然后算失败并告警；恢复后自动解除', async () => {
      await setAddress('hr2');
      await server.stop();
      const startedAt = office.app.clock.now;
      const tried: number[] = [];
      let attempts = 0;
      // A round every half minute would be long: one just before, one at, and one after each expected moment.
      const moments = [0, ...PAUSES_MS.map((_, i) => PAUSES_MS.slice(0, i + 1).reduce((a, b) => a + b, 0))];
      for (const moment of moments.flatMap((at) => [at - 1, at, at + 1])) {
        office.app.clock.now = startedAt + moment;
        await round();
        const [row] = (await sendings()).slice(-1);
        if (row!.attempts > attempts) tried.push(moment);
        ({ attempts } = row!);
      }
      expect(tried).toEqual([0, 1, 6, 36, 156, 876].map((minutes) => minutes * MINUTE_MS));
      expect((await sendings()).at(-1)).toMatchObject({ state: 'failed', attempts: 6, sentAt: null });
      expect(await alarms()).toMatchObject([
        { audience: 'sysadmin', detail: { channel: 'mail', fault: expect.stringMatching(/^E/u) as string } },
      ]);
      const sysadmin = await as('sysadmin');
      const todo = await sysadmin.get('/api/todo');
      expect(todo.text).toContain('通知发不出去');
      expect(todo.text).not.toContain('canary');
      const { body } = await sysadmin.get('/api/clock');
      expect(body).toMatchObject({
        alarms: [{ kind: 'noticesFailing', fault: expect.any(String) as string }],
      });
      expect((await (await as('hr')).get('/api/todo')).text).not.toContain('通知发不出去');
      const own = await (await as('hr2')).get('/api/account/notice-address');
      expect(own.body).toMatchObject({ mail: mailOf('hr2'), last: { state: 'failed' } });

      // One at a time, however many fail.
      await leave('hr2');
      for (const pause of [0, ...PAUSES_MS]) {
        later(pause);
        await round();
      }
      expect((await sendings()).filter(({ state }) => state === 'failed')).toHaveLength(2);
      expect(await alarms()).toHaveLength(1);

      server = await aMailServer({ port });
      await leave('hr2');
      await round();
      expect(server.mails).toHaveLength(1);
      expect(await alarms()).toEqual([]);
      expect((await (await as('sysadmin')).get('/api/todo')).text).not.toContain('通知发不出去');
    });

    test('服务器停着时一轮只试一次，其余的人不因此少一次机会；恢复后一轮发完', async () => {
      for (const who of ['hr', 'hr2', 'head'] as const) await setAddress(who);
      await server.stop();
      await round();
      expect((await waiting()).map(({ attempts }) => attempts).toSorted((a, b) => a - b)).toEqual([0, 0, 1]);
      server = await aMailServer({ port });
      later(MINUTE_MS);
      await round();
      expect(server.mails.flatMap(({ to }) => to).toSorted()).toEqual(
        ['head', 'hr', 'hr2'].map(mailOf).toSorted(),
      );
      expect(await waiting()).toEqual([]);
    });

    test('一个地址不收，别人的照发；自己的页面看得出来', async () => {
      server.refused.add(mailOf('board'));
      await setAddress('board');
      await setAddress('leader');
      await round();
      expect(server.mails.flatMap(({ to }) => to)).toEqual([mailOf('leader')]);
      const { body } = await (await as('board')).get('/api/account/notice-address');
      expect(body).toMatchObject({ last: { state: 'waiting', isLate: true } });
      expect((await waiting())[0]).toMatchObject({ fault: 'EENVELOPE 550' });
      await (await as('board')).send('DELETE', '/api/account/notice-address');
    });

    test('删了邮箱，还没发的不再发，也不告警', async () => {
      await setAddress('inspector');
      expect((await (await as('inspector')).send('DELETE', '/api/account/notice-address')).status).toBe(204);
      await round();
      expect(server.mails).toEqual([]);
      expect((await sendings()).at(-1)).toMatchObject({ state: 'failed', fault: 'no address' });
      expect(await alarms()).toEqual([]);
    });

    const another = (senders: Outside['senders'] = outside.senders) =>
      senderService({
        store: office.store,
        now: () => office.app.clock.now,
        newId: (prefix) => newId(`${prefix}_node`),
        outside: { ...outside, senders },
      });

    test('几个节点同时发，每封只发一次', async () => {
      const everybody = ['subject', 'other', 'leader', 'hr', 'hr2', 'head', 'head2', 'board'] as const;
      for (const who of everybody) await setAddress(who);
      const counts = await Promise.all([another(), another(), another()].map((node) => node.sendDue()));
      expect(counts.reduce((a, b) => a + b, 0)).toBe(everybody.length);
      expect(server.mails.flatMap(({ to }) => to).toSorted()).toEqual(everybody.map(mailOf).toSorted());
      expect(await waiting()).toEqual([]);
    });

    test('发到一半进程没了：不丢，到时由另一个节点再发', async () => {
      await leave('hr');
      const dying: Sender = { send: () => Promise.reject(new Error('the process ends here')) };
      await expect(another({ mail: dying }).sendDue()).rejects.toThrow('ends here');
      await another().sendDue();
      expect(server.mails).toEqual([]);
      later(MINUTE_MS);
      expect(await another().sendDue()).toBe(1);
      expect(server.mails).toHaveLength(1);
    });

    test('没有这条渠道的节点不动别的渠道的', async () => {
      await leave('hr', ['mail', 'webhook']);
      await round();
      expect((await waiting()).map(({ channel }) => channel)).toEqual(['webhook']);
      const to: string[] = [];
      const webhook: Sender = {
        send: async (notice) => {
          to.push(notice.to);
          return { isSent: true };
        },
      };
      expect(await another({ webhook }).sendDue()).toBe(1);
      expect(to).toEqual(['hr']);
    });
  });
});
