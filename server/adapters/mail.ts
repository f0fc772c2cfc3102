// Notices by mail: text only, the same for everybody, nothing of the product's content in it.
import { createTransport } from 'nodemailer';
import type { OutsideNotice, Sender, Sent } from '../notices/sender.ts';

export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the start, or before anything is said, or none: to this very machine only. */
  readonly security: 'tls' | 'startTls' | 'none';
  readonly login: { readonly user: string; readonly password: string } | null;
  readonly from: string;
}

/** Milliseconds to find the server, to reach it, until it greets, and of its silence. */
const PATIENCE = {
  dnsTimeout: 5_000,
  connectionTimeout: 8_000,
  greetingTimeout: 8_000,
  socketTimeout: 15_000,
};
const PRODUCT = '担当 Dandang';

const textOf = ({ text, link }: OutsideNotice): string => `${text.zh}${link}\n\n${text.en} ${link}\n`;

export function mailSender(settings: MailSettings, patience: Partial<typeof PATIENCE> = {}): Sender {
  const { host, port, security, login, from } = settings;
  const transport = createTransport({
    ...{ host, port, ...PATIENCE, ...patience },
    secure: security === 'tls',
    requireTLS: security === 'startTls',
    ignoreTLS: security === 'none',
    ...(login && { auth: { user: login.user, pass: login.password } }),
    // Nothing in a mail comes from a file or another address.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    async send(notice): Promise<Sent> {
      try {
        await transport.sendMail({
          from: { name: PRODUCT, address: from },
          to: { name: '', address: notice.to },
          subject: `${notice.subject.zh} ${notice.subject.en}`,
          text: textOf(notice),
          date: new Date(notice.at),
          messageId: `<${notice.id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { isSent: true };
      } catch (error) {
        return { isSent: false, ...faultOf(error) };
      }
    },
  };
}

/** Codes only: the texts of a mail server quote the address. */
function faultOf(error: unknown): { fault: string; isDown: boolean } {
  const { code, command, responseCode } = error as Partial<
    Record<'code' | 'command' | 'responseCode', unknown>
  >;
  const parts = [code, responseCode].filter((part) => ['string', 'number'].includes(typeof part));
  const fault = parts.length > 0 ? parts.join(' ') : 'unreachable';
  // One address that the server does not take says nothing of the others.
  return { fault, isDown: !(code === 'EENVELOPE' && command === 'RCPT TO') };
}
