// A browser on its way to a provider and back: keeps our two cookies and follows nothing by itself.
import type { TestApp } from './app.ts';
import { COOKIE } from '../../server/http/session.ts';
import { ATTEMPT_COOKIE } from '../../server/sign-in/sign-in.routes.ts';

export const PUBLIC_URL = 'https://cadres.example.edu.cn';

export interface Traveller {
  /** Where the product sends the browser. */
  depart(way: 'cas' | 'oidc'): Promise<string>;
  /** Comes back to an address of ours. */
  arrive(address: string, headers?: Record<string, string>): Promise<Arrival>;
  attempt: string | null;
  session: string | null;
}
export interface Arrival {
  readonly status: number;
  readonly location: string | undefined;
  /** The problem's name, if it is one. */
  readonly problem: string | null;
}

export function aTraveller({ app }: TestApp): Traveller {
  const self: Traveller = {
    attempt: null,
    session: null,
    async depart(way) {
      const { headers } = await ask(`/api/sign-in/${way}`);
      return String(headers.location);
    },
    async arrive(address, headers = {}) {
      const url = new URL(address);
      const { statusCode, headers: got, body } = await ask(`${url.pathname}${url.search}`, headers);
      const type = statusCode >= 400 ? (JSON.parse(body) as { type: string }).type : '';
      return {
        status: statusCode,
        location: got.location,
        problem: type === '' ? null : type.replace('/problems/', ''),
      };
    },
  };
  async function ask(url: string, headers: Record<string, string> = {}) {
    const cookie = [
      ...(self.attempt === null ? [] : [`${ATTEMPT_COOKIE}=${self.attempt}`]),
      ...(self.session === null ? [] : [`${COOKIE}=${self.session}`]),
    ].join('; ');
    const answer = await app.inject({
      method: 'GET',
      url,
      headers: { ...(cookie && { cookie }), ...headers },
    });
    for (const { name, value } of answer.cookies) {
      if (name === ATTEMPT_COOKIE) self.attempt = value === '' ? null : value;
      if (name === COOKIE) self.session = value === '' ? null : value;
    }
    return answer;
  }
  return self;
}
