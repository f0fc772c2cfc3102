// A small CAS 3.0 server on this machine: a form to sign in with, tickets used once, XML answers with attributes.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';

export interface CasPerson {
  readonly name: string;
  readonly password: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}
interface Ticket {
  readonly service: string;
  readonly person: CasPerson;
  readonly until: number;
}
export interface CasServer {
  /** What a school would give as CAS_URL. */
  readonly url: string;
  /** Answers validation with this instead, until it is null again. */
  override: ((answer: ServerResponse, ticket: string) => void) | null;
  /** Whether a ticket may be shown again: no proper server does this. */
  isForgetful: boolean;
  lifetimeMs: number;
  /** Somebody signs in with the form; where CAS sends the browser. */
  signIn(login: string, name: string, password: string): Promise<string>;
  /** Tells a service that the session of a ticket has ended. */
  signOut(service: string, ticket: string): Promise<Response>;
  stop(): Promise<void>;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const casAnswer = (inside: string): string =>
  `<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">${inside}</cas:serviceResponse>`;
export const casSuccess = (inside: string): string =>
  casAnswer(`<cas:authenticationSuccess>${inside}</cas:authenticationSuccess>`);
const casFailure = (code: string): string =>
  casAnswer(`<cas:authenticationFailure code="${code}">no</cas:authenticationFailure>`);

const attributesOf = ({ attributes }: CasPerson): string =>
  Object.entries(attributes)
    .flatMap(([name, values]) => values.map((value) => `<cas:${name}>${escaped(value)}</cas:${name}>`))
    .join('\n      ');

const successFor = (person: CasPerson): string =>
  casSuccess(`
    <cas:user>${escaped(person.name)}</cas:user>
    <cas:attributes>
      ${attributesOf(person)}
    </cas:attributes>`);

const form = (service: string): string => `<!doctype html><html lang="zh-CN"><title>统一身份认证</title>
<h1>统一身份认证</h1><form method="post"><input type="hidden" name="service" value="${escaped(service)}">
<input name="username" aria-label="工号"><input name="password" type="password" aria-label="密码">
<button>登录</button></form></html>`;

export async function aCasServer(people: readonly CasPerson[], host = '127.0.0.1'): Promise<CasServer> {
  const tickets = new Map<string, Ticket>();
  const server = createServer((request, answer) => {
    handle(request, answer).catch(() => answer.writeHead(500).end());
  });

  function issue(person: CasPerson, service: string): string {
    const ticket = `ST-${tickets.size + 1}-${crypto.randomUUID()}-cas.example`;
    tickets.set(ticket, { service, person, until: Date.now() + self.lifetimeMs });
    return ticket;
  }

  function validated(query: URLSearchParams): string {
    const name = query.get('ticket') ?? '';
    const ticket = tickets.get(name);
    if (!ticket) return casFailure('INVALID_TICKET');
    // Shown once, whatever becomes of it.
    if (!self.isForgetful) tickets.delete(name);
    if (ticket.until <= Date.now()) return casFailure('INVALID_TICKET');
    return ticket.service === query.get('service')
      ? successFor(ticket.person)
      : casFailure('INVALID_SERVICE');
  }

  async function signedIn(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const given = new URLSearchParams(await textOf(request));
    const service = given.get('service') ?? '';
    const person = people.find(({ name }) => name === given.get('username'));
    if (person?.password !== given.get('password') || !person) {
      answer.writeHead(401).end('wrong');
      return;
    }
    const onward = `${service}${service.includes('?') ? '&' : '?'}ticket=${issue(person, service)}`;
    answer.writeHead(302, { location: onward }).end();
  }

  async function handle(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', self.url);
    if (pathname === '/cas/login' && request.method === 'POST') return signedIn(request, answer);
    if (pathname === '/cas/login') {
      const page = form(searchParams.get('service') ?? '');
      answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      return undefined;
    }
    if (pathname !== '/cas/p3/serviceValidate') {
      answer.writeHead(404).end();
      return undefined;
    }
    if (self.override) {
      self.override(answer, searchParams.get('ticket') ?? '');
      return undefined;
    }
    answer.writeHead(200, { 'content-type': 'application/xml; charset=utf-8' }).end(validated(searchParams));
    return undefined;
  }

  const self: CasServer = {
    url: `http://${host}:${await listening(server)}/cas`,
    override: null,
    isForgetful: false,
    lifetimeMs: 10_000,
    async signIn(login, username, password) {
      const service = new URL(login).searchParams.get('service') ?? '';
      const body = new URLSearchParams({ service, username, password });
      const answer = await fetch(login, { method: 'POST', body, redirect: 'manual' });
      return answer.headers.get('location') ?? '';
    },
    signOut: (service, ticket) => fetch(service, { method: 'POST', body: logoutForm(ticket) }),
    stop: () => stopped(server),
  };
  return self;
}

/** What CAS posts to a service when somebody signs out there. */
export const logoutForm = (ticket: string): URLSearchParams =>
  new URLSearchParams({
    logoutRequest: `<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
  xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="LR-1" Version="2.0" IssueInstant="2026-01-01T00:00:00Z">
  <saml:NameID>@NOT_USED@</saml:NameID><samlp:SessionIndex>${escaped(ticket)}</samlp:SessionIndex>
</samlp:LogoutRequest>`,
  });

export async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

export async function stopped(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
