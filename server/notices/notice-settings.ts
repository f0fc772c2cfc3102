// The ways out of the product as the settings name them.
import type { MailSettings } from '../adapters/mail.ts';
import type { WebhookSettings } from '../adapters/webhook.ts';

export interface NoticeSettings {
  readonly mail: MailSettings | null;
  readonly webhook: WebhookSettings | null;
}
export class BadNoticeSetting extends Error {}

interface Given {
  readonly SMTP_URL?: string | undefined;
  readonly MAIL_FROM?: string | undefined;
  readonly NOTICE_WEBHOOK_URL?: string | undefined;
  readonly NOTICE_WEBHOOK_KEY?: string | undefined;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u;
const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const;

/** What is special in a user's name or password is percent-encoded; the refusal does not repeat it. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new BadNoticeSetting('SMTP_URL: 用户或密码中的 % 须写作 %25 write % as %25 in user and password');
  }
}

/** smtps is TLS from the start; smtp begins in the clear and must go over to it, but on this very machine. */
function mailFrom(address: string, from: string): MailSettings {
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(address);
  const isPlain = !['', '/'].includes(pathname) || search !== '' || hash !== '';
  if (!(protocol in PORTS) || hostname === '' || isPlain)
    throw new BadNoticeSetting('SMTP_URL: 须形如 smtps://用户:密码@主机:465 has to look like that');
  const isLocal = LOOPBACK.test(hostname);
  return {
    host: hostname.replace(/^\[|\]$/gu, ''),
    port: port === '' ? PORTS[protocol as keyof typeof PORTS] : Number(port),
    security: protocol === 'smtps:' ? 'tls' : isLocal ? 'none' : 'startTls',
    login: username === '' ? null : { user: decoded(username), password: decoded(password) },
    from,
  };
}

function webhookFrom(address: string, key: string): WebhookSettings {
  const { protocol, hostname, hash, username } = new URL(address);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
  if (!isSafe || hash !== '' || username !== '')
    throw new BadNoticeSetting('NOTICE_WEBHOOK_URL: 须为 https 地址 an https address is needed');
  return { url: address, key };
}

export function noticeSettings(given: Given): NoticeSettings {
  const { SMTP_URL, MAIL_FROM, NOTICE_WEBHOOK_URL, NOTICE_WEBHOOK_KEY } = given;
  if ((SMTP_URL === undefined) !== (MAIL_FROM === undefined))
    throw new BadNoticeSetting('SMTP_URL, MAIL_FROM: 须同时设置 one needs the other');
  if ((NOTICE_WEBHOOK_URL === undefined) !== (NOTICE_WEBHOOK_KEY === undefined))
    throw new BadNoticeSetting('NOTICE_WEBHOOK_URL, NOTICE_WEBHOOK_KEY: 须同时设置 one needs the other');
  return {
    mail: SMTP_URL === undefined || MAIL_FROM === undefined ? null : mailFrom(SMTP_URL, MAIL_FROM),
    webhook:
      NOTICE_WEBHOOK_URL === undefined || NOTICE_WEBHOOK_KEY === undefined
        ? null
        : webhookFrom(NOTICE_WEBHOOK_URL, NOTICE_WEBHOOK_KEY),
  };
}
