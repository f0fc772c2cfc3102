// Asking the product over HTTP: through a socket, or handed to the app directly (`inject`).
import { Agent, request } from 'node:http';
import { COOKIE } from '../../../server/http/session.ts';
import type { App } from '../../../server/http/app-type.ts';

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
}
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export interface Question {
  readonly method: Method;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, or as it is when it is bytes. */
  readonly body?: unknown;
}
export type Ask = (question: Question) => Promise<Answer>;

const JSON_TYPE = { 'content-type': 'application/json' };
const payloadOf = (body: unknown): string | Buffer => (Buffer.isBuffer(body) ? body : JSON.stringify(body));
const typeOf = (body: unknown) => (body === undefined || Buffer.isBuffer(body) ? {} : JSON_TYPE);

export const inside =
  (app: App): Ask =>
  async ({ method, path, headers, body }) => {
    const answer = await app.inject({
      method,
      url: path,
      headers: { ...typeOf(body), ...headers },
      ...(body === undefined ? {} : { payload: payloadOf(body) }),
    });
    return { status: answer.statusCode, text: answer.body, headers: answer.headers };
  };

export interface Wire {
  readonly ask: Ask;
  readonly close: () => void;
}

/** Connections that are kept; an answer that does not arrive whole is an error. */
export function overWire(url: string, mostConnections = 32): Wire {
  const agent = new Agent({ keepAlive: true, maxSockets: mostConnections });
  const ask: Ask = ({ method, path, headers, body }) =>
    new Promise((resolve, reject) => {
      const sent = request(
        `${url}${path}`,
        { method, agent, headers: { ...typeOf(body), ...headers } },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (part: string) => (text += part));
          answer.once('error', reject);
          answer.once('end', () =>
            answer.complete
              ? resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers })
              : reject(new Error('the answer broke off')),
          );
        },
      );
      sent.once('error', reject);
      sent.end(body === undefined ? undefined : payloadOf(body));
    });
  return { ask, close: () => agent.destroy() };
}

export interface Visitor {
  readonly accountId: string;
  readonly cookie: string;
  readonly csrfToken: string;
}

export async function visitorWith(ask: Ask, accountId: string, token: string): Promise<Visitor> {
  const cookie = `${COOKIE}=${token}`;
  const answer = await ask({ method: 'GET', path: '/api/session', headers: { cookie } });
  if (answer.status !== 200) throw new Error(`no session for ${accountId}: ${answer.status} ${answer.text}`);
  return { accountId, cookie, csrfToken: (JSON.parse(answer.text) as { csrfToken: string }).csrfToken };
}

/** The headers of whoever is signed in; a change needs a key too. */
export const headersOf = ({ cookie, csrfToken }: Visitor, key?: string): Record<string, string> => ({
  cookie,
  'x-csrf-token': csrfToken,
  ...(key !== undefined && { 'idempotency-key': key }),
});
