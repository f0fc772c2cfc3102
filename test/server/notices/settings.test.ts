import { describe, expect, test } from 'vitest';
import { BadConfig, configFrom } from '../../../server/config.ts';
import { sendersOf } from '../../../server/notices/senders.ts';

const FROM = { MAIL_FROM: 'dandang@school.test' };
const KEY = 'x'.repeat(32);
const HOOK = 'https://im.school.test/hooks/1?room=2';

describe('通知渠道的设置', () => {
  test('不设就只有收件箱', async () => {
    const { notices } = configFrom({});
    expect(notices).toEqual({ mail: null, webhook: null });
    expect(await sendersOf(notices)).toEqual({});
  });

  test('设了的各有其渠道', async () => {
    const { notices } = configFrom({
      ...{ SMTP_URL: 'smtps://mail.school.test', ...FROM },
      ...{ NOTICE_WEBHOOK_URL: HOOK, NOTICE_WEBHOOK_KEY: KEY },
    });
    expect(notices.webhook).toEqual({ url: HOOK, key: KEY });
    expect(Object.keys(await sendersOf(notices)).toSorted()).toEqual(['mail', 'webhook']);
  });

  test.each([
    ['smtps://mail.school.test', { host: 'mail.school.test', port: 465, security: 'tls', login: null }],
    ['smtp://mail.school.test', { host: 'mail.school.test', port: 587, security: 'startTls' }],
    ['smtp://127.0.0.1:25', { host: '127.0.0.1', port: 25, security: 'none' }],
    ['smtp://127.0.0.1.school.test:25', { security: 'startTls' }],
    ['smtp://[::1]:2525', { host: '::1', port: 2525, security: 'none' }],
    [
      'smtps://dan%40dang:p%3Ass@mail.school.test:4650',
      { port: 4650, login: { user: 'dan@dang', password: 'p:ss' } },
    ],
  ])('%s', (url, expected) => {
    expect(configFrom({ SMTP_URL: url, ...FROM }).notices.mail).toMatchObject(expected);
  });

  test.each([
    [{ SMTP_URL: 'smtps://mail.school.test' }, 'MAIL_FROM'],
    [FROM, 'SMTP_URL'],
    [{ SMTP_URL: 'smtps://dandang:100%25%@mail.school.test', ...FROM }, 'SMTP_URL'],
    [{ SMTP_URL: 'https://mail.school.test', ...FROM }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtps://mail.school.test/inbox', ...FROM }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtps://mail.school.test', MAIL_FROM: 'dandang' }, 'MAIL_FROM'],
    [{ NOTICE_WEBHOOK_URL: HOOK }, 'NOTICE_WEBHOOK_KEY'],
    [{ NOTICE_WEBHOOK_KEY: KEY }, 'NOTICE_WEBHOOK_URL'],
    [{ NOTICE_WEBHOOK_URL: HOOK, NOTICE_WEBHOOK_KEY: 'short' }, 'NOTICE_WEBHOOK_KEY'],
    [{ NOTICE_WEBHOOK_URL: 'http://im.school.test/h', NOTICE_WEBHOOK_KEY: KEY }, 'NOTICE_WEBHOOK_URL'],
    [{ NOTICE_WEBHOOK_URL: 'https://a:b@im.school.test/h', NOTICE_WEBHOOK_KEY: KEY }, 'NOTICE_WEBHOOK_URL'],
  ])('%o 不启动，并指出是哪一项', (environment, name) => {
    expect(() => configFrom(environment)).toThrow(BadConfig);
    expect(() => configFrom(environment)).toThrow(name);
  });
});
