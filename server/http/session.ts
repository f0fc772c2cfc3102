// The cookie and its token: who asks is found here, before anything else happens to a request.
import { createHmac, timingSafeEqual } from 'node:crypto';
import fastifyCookie, { type CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { SessionView } from '../accounts/accounts.contract.ts';
import { lacksSecondFactor } from '../accounts/second-factor-rule.ts';
import type { SessionTokens } from '../adapters/session-token.ts';
import type { Where } from '../accounts/open-session.ts';
import type { SessionsService, SessionStamp, SignedIn } from '../accounts/sessions.service.ts';
import { anonymous } from '../permissions/actor.ts';
import type { App } from './app-type.ts';
import { languageOf } from './language.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Only where the route's permission needs somebody signed in. */
    signedIn: SignedIn;
  }
}

export const COOKIE = '__Host-dandang';
/** Without a request for so long the session has to be opened again. */
const IDLE_SECONDS = 30 * 60;
const RENEW_AFTER_SECONDS = 5 * 60;

const cookieOptions: CookieSerializeOptions = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' };

type View = z.infer<typeof SessionView>;

export interface SessionCookies {
  begin(reply: FastifyReply, signedIn: SignedIn): Promise<View>;
  view(signedIn: SignedIn): Promise<View>;
  /** Keeps a session alive while it is used. */
  prolong(reply: FastifyReply, signedIn: SignedIn, issuedAt: number): void;
  /** Goes on under a new stamp, as after a change of password. */
  renew(reply: FastifyReply, stamp: SessionStamp, signedIn: SignedIn): FastifyReply;
  /** Whether the session has to set up or show a second factor before anything else. */
  lacksSecondFactor(signedIn: SignedIn): boolean;
  end(reply: FastifyReply): FastifyReply;
  /** Whether a change carries the token that belongs to the session. */
  isFromOurPages(signedIn: SignedIn, csrfToken: unknown): boolean;
}

interface Needed {
  readonly sessions: SessionsService;
  readonly tokens: SessionTokens;
  readonly csrfKey: Uint8Array;
  readonly now: () => number;
  readonly school: { readonly name: string; readonly isDemo: boolean };
}

export function sessionCookies({ sessions, tokens, csrfKey, now, school }: Needed): SessionCookies {
  const csrfTokenOf = ({ stamp }: SignedIn): string =>
    createHmac('sha256', csrfKey).update(stamp.sessionId).digest('base64url');

  const view = async (signedIn: SignedIn): Promise<View> => ({
    ...(await sessions.view(signedIn)),
    csrfToken: csrfTokenOf(signedIn),
    schoolName: school.name,
    isDemo: school.isDemo,
    mustSetSecondFactor: lacksSecondFactor(signedIn, school),
  });

  function set(reply: FastifyReply, stamp: SessionStamp, endsAt: number): void {
    const issuedAt = Math.floor(now() / 1000);
    const expiresAt = Math.min(issuedAt + IDLE_SECONDS, Math.floor(endsAt / 1000));
    reply.setCookie(COOKIE, tokens.sign({ ...stamp, issuedAt, expiresAt }), cookieOptions);
  }

  return {
    view,
    begin(reply, signedIn) {
      set(reply, signedIn.stamp, signedIn.endsAt);
      return view(signedIn);
    },
    prolong(reply, { stamp, endsAt }, issuedAt) {
      if (now() / 1000 - issuedAt >= RENEW_AFTER_SECONDS) set(reply, stamp, endsAt);
    },
    renew(reply, stamp, { endsAt }) {
      set(reply, stamp, endsAt);
      return reply.code(204);
    },
    lacksSecondFactor: (signedIn) => lacksSecondFactor(signedIn, school),
    end: (reply) => reply.clearCookie(COOKIE, cookieOptions).code(204).send(null),
    isFromOurPages(signedIn, csrfToken) {
      const wanted = Buffer.from(csrfTokenOf(signedIn));
      const given = Buffer.from(typeof csrfToken === 'string' ? csrfToken : '');
      return given.length === wanted.length && timingSafeEqual(given, wanted);
    },
  };
}

interface Recognises extends Pick<Needed, 'sessions' | 'tokens' | 'now'> {
  readonly cookies: SessionCookies;
}

const LONGEST_AGENT = 300;

/** Where a request comes from: kept with the session, so that its owner knows it again. */
export const whereFrom = ({ ip, headers }: Pick<FastifyRequest, 'ip' | 'headers'>): Where => ({
  address: ip,
  agent: headers['user-agent']?.slice(0, LONGEST_AGENT) ?? null,
});

/** Puts `actor` and `signedIn` on every request; whatever is wrong with a cookie, its bearer is nobody. */
export async function recogniseActors(
  app: App,
  { sessions, tokens, cookies, now }: Recognises,
): Promise<void> {
  await app.register(fastifyCookie);
  const nobody = anonymous('zh');
  app.decorateRequest('actor', { getter: () => nobody });
  app.decorateRequest('signedIn', {
    getter(): SignedIn {
      throw new Error('nobody is signed in: the route needs a permission that anon does not have');
    },
  });
  app.addHook('onRequest', async (request, reply) => {
    const language = languageOf(request);
    const token = request.cookies[COOKIE];
    const claims = token === undefined ? null : tokens.read(token, now());
    const signedIn = claims && (await sessions.behind(claims, language));
    Object.defineProperty(request, 'actor', { value: signedIn?.actor ?? anonymous(language) });
    if (!signedIn) return;
    Object.defineProperty(request, 'signedIn', { value: signedIn });
    cookies.prolong(reply, signedIn, claims.issuedAt);
  });
}
