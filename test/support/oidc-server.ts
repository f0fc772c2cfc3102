// A real OpenID Connect provider on this machine, with a form to sign in with.
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import OidcProvider, { type Context } from 'oidc-provider';
import { listening, stopped } from './cas-server.ts';

export interface OidcPerson {
  /** The opaque name the provider knows somebody by. */
  readonly sub: string;
  readonly staffNo: string;
  readonly password: string;
  readonly amr?: readonly string[];
}
export interface OidcServer {
  readonly issuer: string;
  /** Answers every request with this instead, until it is null again. */
  override: ((answer: ServerResponse, path: string) => boolean) | null;
  /** Somebody signs in with the form; where the provider sends the browser. */
  signIn(authorize: string, staffNo: string, password: string): Promise<string>;
  stop(): Promise<void>;
}

export const CLIENT = { clientId: 'dandang', clientSecret: 'a secret of the tests, long enough' };
/** A client whose tokens are signed with the shared secret. */
export const SYMMETRIC = { clientId: 'symmetric', clientSecret: 'another secret of the tests, long enough' };

const page = `<!doctype html><html lang="zh-CN"><title>统一身份认证</title><h1>统一身份认证</h1>
<form method="post"><input name="username" aria-label="工号"><input name="password" type="password" aria-label="密码">
<button>登录</button></form></html>`;

/** The one key it signs with; a fresh one for a run. */
const key = () => {
  const jwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  return { ...jwk, alg: 'RS256', use: 'sig', kid: 'one' };
};

/** Nobody is asked for consent: the school has given it. */
async function loadExistingGrant({ oidc }: Context) {
  const grant = new oidc.provider.Grant({
    clientId: oidc.client.clientId,
    accountId: oidc.session.accountId,
  });
  grant.addOIDCScope('openid profile');
  await grant.save();
  return grant;
}

const configuration = (people: readonly OidcPerson[], redirectUris: readonly string[]) => ({
  clients: [CLIENT, SYMMETRIC].map(({ clientId, clientSecret }) => ({
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uris: redirectUris,
    grant_types: ['authorization_code'],
    response_types: ['code'],
    id_token_signed_response_alg: clientId === SYMMETRIC.clientId ? 'HS256' : 'RS256',
  })),
  enabledJWA: { idTokenSigningAlgValues: ['RS256', 'HS256'] },
  jwks: { keys: [key()] },
  cookies: { keys: ['a key of the tests'] },
  claims: { openid: ['sub', 'amr'], profile: ['preferred_username'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
  pkce: { required: () => true },
  ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
  loadExistingGrant,
  findAccount: (_context: unknown, sub: string) => {
    const person = people.find((each) => each.sub === sub);
    return { accountId: sub, claims: () => ({ sub, preferred_username: person?.staffNo }) };
  },
});

export async function anOidcServer(
  people: readonly OidcPerson[],
  redirectUris: readonly string[],
  host = '127.0.0.1',
): Promise<OidcServer> {
  const server = createServer((request, answer) => {
    handle(request, answer).catch(() => answer.writeHead(500).end());
  });
  const issuer = `http://${host}:${await listening(server)}`;
  const provider = new OidcProvider(issuer, configuration(people, redirectUris));
  const answerOf = provider.callback();

  async function handle(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    if (self.override?.(answer, path)) return undefined;
    if (!path.startsWith('/interaction/')) return answerOf(request, answer);
    if (request.method !== 'POST') {
      answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      return undefined;
    }
    const given = new URLSearchParams(await textOf(request));
    const person = people.find(({ staffNo }) => staffNo === given.get('username'));
    if (!person || person.password !== given.get('password')) {
      answer.writeHead(401).end('wrong');
      return undefined;
    }
    const login = { accountId: person.sub, ...(person.amr && { amr: person.amr }) };
    return provider.interactionFinished(request, answer, { login });
  }

  const self: OidcServer = {
    issuer,
    override: null,
    signIn: (authorize, staffNo, password) => walk(issuer, authorize, { username: staffNo, password }),
    stop: () => stopped(server),
  };
  return self;
}

/** A browser's way through the provider, as far as the first address that is not the provider's. */
async function walk(issuer: string, start: string, form: Record<string, string>): Promise<string> {
  const cookies = new Map<string, string>();
  let address = start;
  while (address.startsWith(issuer)) {
    const isForm = new URL(address).pathname.startsWith('/interaction/');
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(isForm && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(set) ?? [];
      cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    if (next === null) throw new Error(`the provider answers ${answer.status}: ${await answer.text()}`);
    address = new URL(next, address).href;
  }
  return address;
}
