// Mail over a real SMTP server: what it says, how it is protected, and what is told of what goes wrong.
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import { mailSender, type MailSettings } from '../../../server/adapters/mail.ts';
import { OUTSIDE } from '../../../server/notices/message-words.ts';
import { aMailServer, type MailServer } from '../../support/mail-server.ts';
import { NOON } from '../../support/rows.ts';

const servers: MailServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});
const started = async (wanted: Parameters<typeof aMailServer>[0] = {}): Promise<MailServer> => {
  const server = await aMailServer(wanted);
  servers.push(server);
  return server;
};
const settingsFor = (port: number, more: Partial<MailSettings> = {}): MailSettings => ({
  ...{ host: '127.0.0.1', port, security: 'none', login: null, from: 'dandang@school.test' },
  ...more,
});
const aNotice = (to = 'cadre@school.test') => ({
  ...{ id: 'snd_1', to, at: NOON, ...OUTSIDE, link: 'https://cadres.school.test/inbox' },
});

describe('通知邮件', () => {
  test('对谁都是同一段话，中英文和登录地址，别无其他', async () => {
    const server = await started();
    expect(await mailSender(settingsFor(server.port)).send(aNotice())).toEqual({ isSent: true });
    const [mail] = server.mails;
    expect(mail).toMatchObject({
      ...{ from: 'dandang@school.test', to: ['cadre@school.test'], isEncrypted: false },
    });
    expect(mail!.text.trim().split(/(?:\r?\n)+/u)).toEqual([
      '您在担当平台有新的通知，请登录查看：https://cadres.school.test/inbox',
      'You have a new notice in Dandang. Sign in to read it: https://cadres.school.test/inbox',
    ]);
    const headers = Object.fromEntries(mail!.headers);
    expect(headers).toMatchObject({
      subject: '担当平台：您有新的通知 Dandang: a notice waits for you',
      from: '担当 Dandang <dandang@school.test>',
      to: 'cadre@school.test',
      'message-id': '<snd_1@school.test>',
      'auto-submitted': 'auto-generated',
      date: 'Thu, 31 Dec 2026 04:00:00 +0000',
    });
    expect(Object.keys(headers).toSorted()).toEqual([
      ...['auto-submitted', 'content-transfer-encoding', 'content-type', 'date', 'from', 'message-id'],
      ...['mime-version', 'subject', 'to'],
    ]);
  });

  test('用户名和密码对了才发，错了说是哪一种错', async () => {
    const login = { user: 'dandang', password: 'p@ss:word' };
    const server = await started({ login });
    expect(await mailSender(settingsFor(server.port, { login })).send(aNotice())).toEqual({ isSent: true });
    const wrong = { login: { user: 'dandang', password: 'guess' } };
    expect(await mailSender(settingsFor(server.port, wrong)).send(aNotice())).toEqual({
      ...{ isSent: false, fault: 'EAUTH 535', isDown: true },
    });
    expect(server.mails).toHaveLength(1);
  });

  test('不在本机的服务器不提供 STARTTLS，一个字也不发', async () => {
    const server = await started();
    const sent = await mailSender(settingsFor(server.port, { security: 'startTls' })).send(aNotice());
    expect(sent).toMatchObject({ isSent: false, isDown: true });
    expect(server.mails).toEqual([]);
  });

  test.each([
    ['smtps', { isSecure: true }, 'tls'],
    ['STARTTLS', { offersTls: true }, 'startTls'],
  ] as const)('%s 的证书无人签发，不发', async (_, offered, security) => {
    const server = await started(offered);
    const sent = await mailSender(settingsFor(server.port, { security })).send(aNotice());
    expect(sent).toMatchObject({ isSent: false, isDown: true });
    expect(server.visits()).toBeGreaterThan(0);
    expect(server.mails).toEqual([]);
  });

  test.each([
    ['smtps', { isSecure: true }, 'tls'],
    ['STARTTLS', { offersTls: true }, 'startTls'],
  ] as const)('%s 的证书可信，加密发出', async (_, offered, security) => {
    const server = await started(offered);
    const before = getCACertificates('default');
    setDefaultCACertificates([...before, server.cert]);
    try {
      const sender = mailSender(settingsFor(server.port, { security, host: 'localhost' }));
      expect(await sender.send(aNotice())).toEqual({ isSent: true });
    } finally {
      setDefaultCACertificates(before);
    }
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]).toMatchObject({ isEncrypted: true });
  });

  test('服务器不收某个地址：只是这一封的事，说法里没有地址', async () => {
    const server = await started();
    server.refused.add('nobody@school.test');
    const sender = mailSender(settingsFor(server.port));
    const sent = await sender.send(aNotice('nobody@school.test'));
    expect(sent).toEqual({ isSent: false, fault: 'EENVELOPE 550', isDown: false });
    expect(await sender.send(aNotice())).toEqual({ isSent: true });
  });

  test('服务器不在、不说话，都在限定时间内说得出', async () => {
    const gone = await aMailServer();
    await gone.stop();
    const sent = await mailSender(settingsFor(gone.port)).send(aNotice());
    expect(sent).toMatchObject({
      isSent: false,
      fault: expect.stringMatching(/^E[A-Z]+/u) as string,
      isDown: true,
    });
    const { createServer } = await import('node:net');
    const silent = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as { port: number };
    const told = await mailSender(settingsFor(port), { greetingTimeout: 50 }).send(aNotice());
    expect(told).toMatchObject({ isSent: false, fault: 'ETIMEDOUT', isDown: true });
    silent.close();
  });

  test('地址里夹带换行也添不出一行来', async () => {
    const server = await started();
    await mailSender(settingsFor(server.port)).send(aNotice('a@school.test\r\nBcc: spy@elsewhere.test'));
    for (const { raw, to } of server.mails) {
      expect(raw).not.toMatch(/^Bcc:/imu);
      expect(to).not.toContain('spy@elsewhere.test');
    }
  });
});
