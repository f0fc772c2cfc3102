// A real SMTP server on this machine: keeps what it is handed, refuses what a test tells it to refuse.
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { aCertificate } from './certificate.ts';

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came over the wire. */
  readonly raw: string;
  /** Name → value, words decoded. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly isEncrypted: boolean;
}
export interface MailServer {
  readonly port: number;
  readonly mails: Mail[];
  /** Addresses it does not take. */
  readonly refused: Set<string>;
  /** Connections so far. */
  readonly visits: () => number;
  /** What it shows where it speaks TLS: nobody but a test trusts it. */
  readonly cert: string;
  stop(): Promise<void>;
}

interface Wanted {
  readonly port?: number;
  /** TLS from the start. */
  readonly isSecure?: boolean;
  /** Offers STARTTLS. */
  readonly offersTls?: boolean;
  readonly login?: { readonly user: string; readonly password: string };
}

export async function aMailServer({
  port = 0,
  isSecure,
  offersTls,
  login,
}: Wanted = {}): Promise<MailServer> {
  const mails: Mail[] = [];
  const refused = new Set<string>();
  let visits = 0;
  const certificate = aCertificate();
  const server = new SMTPServer({
    ...{ secure: isSecure === true, authOptional: login === undefined, allowInsecureAuth: true },
    ...certificate,
    disabledCommands: offersTls ? [] : ['STARTTLS'],
    onAuth({ username, password }, _session, done) {
      if (username === login?.user && password === login?.password) done(null, { user: username });
      else done(new Error('535 no'));
    },
    onRcptTo({ address }, _session, done) {
      if (!refused.has(address)) return done();
      return done(Object.assign(new Error(`no mailbox <${address}>`), { responseCode: 550 }));
    },
    onData(stream, { envelope, secure }, done) {
      void textOf(stream).then((raw) => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        mails.push({ from, to, raw, ...readMail(raw), isEncrypted: secure });
        done();
      });
    },
  });
  // What a client breaks off is its own affair.
  server.on('error', () => undefined);
  server.server.on('connection', () => (visits += 1));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    ...{ mails, refused, visits: () => visits, cert: certificate.cert },
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function readMail(raw: string): Pick<Mail, 'headers' | 'text'> {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/gu, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), wordsOf(line.slice(colon + 1).trim())] as const;
    }),
  );
  return { headers, text: bodyOf(raw.slice(end + 4), headers.get('content-transfer-encoding') ?? '7bit') };
}

const bytesFrom = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll(/=([\dA-F]{2})/gu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
    'latin1',
  );

/** Encoded words of a header, such as =?UTF-8?B?…?= */
const wordsOf = (value: string): string =>
  value
    .replaceAll(/\?=\s+=\?/gu, '?==?')
    .replaceAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/giu, (_, how: string, text: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString()
        : bytesFrom(text.replaceAll('_', ' ')).toString(),
    );

function bodyOf(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  if (encoding === 'quoted-printable') return bytesFrom(body.replaceAll('=\r\n', '')).toString();
  return body;
}
