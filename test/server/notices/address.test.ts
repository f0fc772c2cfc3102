// The own address for notices over HTTP: sealed, shown to its owner alone, taken back at will.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aFileOffice, type FileOffice } from '../../support/file-office.ts';
import { engines } from '../../support/store.ts';

const PATH = '/api/account/notice-address';
const MAIL = 'canary.mailbox@school.test';
const outside = {
  senders: { mail: { send: () => Promise.resolve({ isSent: true as const }) } },
  inboxUrl: '/inbox',
};

describe.each(engines)('通知邮箱 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let office: FileOffice;
    const lines: string[] = [];
    beforeAll(async () => {
      office = await aFileOffice(dialect, {
        ...{ outside, logLevel: 'debug', log: { write: (line) => void lines.push(line) } },
      });
    });
    afterAll(() => office.remove());

    test('没有留的时候说没有', async () => {
      const { body } = await (await office.as('subject')).get(PATH);
      expect(body).toEqual({ isOffered: true, mail: null, last: null });
    });

    test('不是邮箱的不收，夹带换行的也不收', async () => {
      const subject = await office.as('subject');
      for (const mail of [
        '',
        'nobody',
        'a@b',
        `${MAIL}\r\nBcc: spy@elsewhere.test`,
        `${'a'.repeat(250)}@school.test`,
      ])
        expect([mail, (await subject.send('PUT', PATH, { mail })).status]).toEqual([mail, 400]);
      expect((await office.app.visitor().send('PUT', PATH, { mail: MAIL })).status).toBe(401);
    });

    test('留了就有一条消息等着发；换一个、删掉都由本人', async () => {
      const subject = await office.as('subject');
      const set = await subject.send('PUT', PATH, { mail: `  ${MAIL} ` });
      expect(set).toMatchObject({
        status: 200,
        body: { mail: MAIL, last: { state: 'waiting', isLate: false } },
      });
      await office.app.services.notices.round();
      expect((await subject.get(PATH)).body).toMatchObject({ last: { state: 'sent' } });
      expect((await subject.get('/api/inbox')).body).toMatchObject({
        items: [{ kind: 'address', href: '/account' }],
      });
      const other = 'another.canary@school.test';
      expect((await subject.send('PUT', PATH, { mail: other })).body).toMatchObject({ mail: other });
      expect((await subject.send('DELETE', PATH)).status).toBe(204);
      expect((await subject.send('DELETE', PATH)).status).toBe(204);
      expect((await subject.get(PATH)).body).toMatchObject({ mail: null });
      expect((await subject.send('PUT', PATH, { mail: MAIL })).status).toBe(200);
    });

    test('库里是封存的；别的人、审计、日志、错误里都见不到', async () => {
      const { read, tables } = office.store;
      const rows = JSON.stringify(await read.select().from(tables.noticeAddresses));
      expect(rows).toContain('mailSealed');
      expect(rows).not.toContain('canary');
      const lists = office.app.routes.filter(
        ({ method, url }) => method === 'GET' && !/:|template|docs|openapi/u.test(url),
      );
      expect(lists.length).toBeGreaterThan(20);
      for (const who of ['other', 'hr', 'secadmin', 'auditadmin'] as const)
        for (const { url } of lists)
          expect((await (await office.as(who)).get(url)).text).not.toContain('canary');
      expect(lines.length).toBeGreaterThan(100);
      expect(lines.join('\n')).not.toContain('canary');
    });
  });
});

test('学校没有开通邮件时不收邮箱，并说明消息在哪里', async () => {
  const office = await aFileOffice('sqlite');
  const visitor = await office.as('subject');
  expect((await visitor.get(PATH)).body).toEqual({ isOffered: false, mail: null, last: null });
  const answer = await visitor.send('PUT', PATH, { mail: MAIL });
  expect(answer).toMatchObject({ status: 409, body: { type: '/problems/mail-not-offered' } });
  await office.remove();
});
