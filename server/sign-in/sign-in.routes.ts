import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { App, Routes } from '../http/app-type.ts';
import type { FrequencyLimits } from '../http/frequency.ts';
import { needs } from '../http/needs.ts';
import { Refused } from '../http/problem.ts';
import type { SessionCookies } from '../http/session.ts';
import type { Way } from './provider.ts';
import type { ProviderSignInService } from './provider-sign-in.service.ts';
import { LogoutForm, ProviderReturn, ProvidersView } from './sign-in.contract.ts';
import { ownAddressUnknown } from './sign-in.problems.ts';

export const ATTEMPT_COOKIE = '__Host-dandang-attempt';
/** Lax: the browser brings it when the provider sends it back here, and with no other foreign request. */
const attemptCookie: CookieSerializeOptions = {
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
};
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/u;
const MOST_OF_A_LOGOUT = 16 * 1024;

interface Needed {
  readonly signIn: ProviderSignInService;
  readonly cookies: Pick<SessionCookies, 'begin'>;
  readonly limits: FrequencyLimits;
  /** The address people use; null on a machine of one's own. */
  readonly publicUrl: string | null;
}

const Onward = z.null().describe('Sent on');

/** Somebody at a browser, who would rather read the refusal on the sign-in page. */
const isNavigation = ({ headers }: FastifyRequest): boolean =>
  headers['sec-fetch-mode'] === 'navigate' || (headers.accept ?? '').includes('text/html');

async function orBackToSignIn(
  request: FastifyRequest,
  reply: FastifyReply,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refused) || !isNavigation(request)) throw error;
    request.log.info({ problem: error.kind.name }, 'refused');
    await reply.redirect(`/sign-in?refused=${error.kind.name}`, 303);
  }
}

export const signInRoutes =
  ({ signIn, cookies, limits, publicUrl }: Needed): Routes =>
  async (app) => {
    /** Never taken from what a request says of itself, but on the machine's own trials. */
    function returnAddress({ host, protocol }: FastifyRequest, way: Way): string {
      if (publicUrl === null && !LOOPBACK.test(host)) throw new Refused(ownAddressUnknown);
      const base = publicUrl?.replace(/\/+$/u, '') ?? `${protocol}://${host}`;
      return `${base}/api/sign-in/${way}/return`;
    }
    const { onRequest } = limits.forSecrets();

    app.route({
      method: 'GET',
      url: '/api/sign-in/providers',
      config: needs('session.open'),
      schema: { summary: '其他登录方式 Other ways to sign in', response: { 200: ProvidersView } },
      handler: async () => ({
        providers: signIn.ways.map((way) => ({ way, href: `/api/sign-in/${way}` })),
      }),
    });

    const beginAndReturn = (way: Way, name: string): void => {
      app.route({
        method: 'GET',
        url: `/api/sign-in/${way}`,
        exposeHeadRoute: false,
        config: needs('session.open'),
        onRequest,
        schema: { summary: `去${name}登录 To ${name}`, response: { 302: Onward } },
        handler: async (request, reply) => {
          await orBackToSignIn(request, reply, async () => {
            const { location, cookie } = await signIn.begin(way, returnAddress(request, way));
            await reply.setCookie(ATTEMPT_COOKIE, cookie, attemptCookie).redirect(location, 302);
          });
          return reply;
        },
      });
      app.route({
        method: 'GET',
        url: `/api/sign-in/${way}/return`,
        exposeHeadRoute: false,
        config: needs('session.open'),
        onRequest,
        schema: {
          summary: `从${name}回来 Back from ${name}`,
          querystring: ProviderReturn,
          response: { 303: Onward },
        },
        handler: async (request, reply) => {
          await orBackToSignIn(request, reply, async () => {
            reply.clearCookie(ATTEMPT_COOKIE, attemptCookie);
            const returned = {
              way,
              address: returnAddress(request, way),
              query: request.query,
              cookie: request.cookies[ATTEMPT_COOKIE],
              from: { address: request.ip, agent: request.headers['user-agent'] ?? null },
            };
            await cookies.begin(reply, await signIn.finish(returned, request.actor.language));
            // The page it leads to asks for everything itself, from here: the strict cookie goes with that.
            await reply.redirect('/', 303);
          });
          return reply;
        },
      });
    };
    beginAndReturn('cas', 'CAS');
    beginAndReturn('oidc', 'OpenID Connect');
    logoutRoute(app, signIn, onRequest);
  };

type Check = ReturnType<FrequencyLimits['forSecrets']>['onRequest'];

/** CAS posts a form to the address its ticket was for; who knows the ticket may end what it opened, nothing else. */
function logoutRoute(app: App, signIn: ProviderSignInService, onRequest: Check): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: MOST_OF_A_LOGOUT },
    (_request, body, done) => done(null, body),
  );
  app.route({
    method: 'POST',
    url: '/api/sign-in/cas/return',
    config: needs('session.open', { key: 'unneeded' }),
    onRequest,
    schema: {
      summary: 'CAS 单点退出 Single logout of CAS',
      querystring: ProviderReturn,
      body: LogoutForm,
      response: { 204: z.null().describe('No content') },
    },
    handler: async (request, reply) => {
      await signIn.end('cas', new URLSearchParams(request.body).get('logoutRequest') ?? '');
      return reply.code(204).send(null);
    },
  });
}
