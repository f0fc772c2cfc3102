// The session cookie's token: EdDSA, nothing else; it says which session, never what one may do.
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { createSigner, createVerifier } from 'fast-jwt';

export interface SessionClaims {
  readonly sessionId: string;
  readonly accountId: string;
  /** The account's session version when the token was made. */
  readonly version: number;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}
export interface SessionTokens {
  sign(claims: SessionClaims): string;
  /** Null for whatever is not a token of ours that still holds. */
  read(token: string, now: number): SessionClaims | null;
}

const ISSUER = 'dandang';
const AUDIENCE = 'dandang/session';
const TYPE = 'session+jwt';
const MOST_REMEMBERED = 10_000;
const KEY_ID_LENGTH = 16;

/** A key that signs no more but still verifies, until a moment. */
export interface OlderKey {
  readonly key: string;
  readonly until: number | null;
}

type Verify = (token: string) => unknown;
interface Verifier {
  readonly verify: Verify;
  readonly until: number | null;
}

const publicPemOf = (pem: string): string =>
  createPublicKey(createPrivateKey(pem.trim())).export({ type: 'spki', format: 'pem' }).toString();

/** What a token calls its key: it follows from the key alone, so every node says the same. */
export const keyIdOf = (pem: string): string =>
  createHash('sha256').update(publicPemOf(pem)).digest('base64url').slice(0, KEY_ID_LENGTH);

const verifierFor = (pem: string): Verify =>
  createVerifier({
    key: publicPemOf(pem),
    algorithms: ['EdDSA'],
    allowedIss: ISSUER,
    allowedAud: AUDIENCE,
    requiredClaims: ['iss', 'aud', 'sub', 'jti', 'ver', 'since', 'exp'],
    checkTyp: TYPE,
    // Whether it still holds is asked of the product's own clock, on every use.
    ignoreExpiration: true,
    cache: MOST_REMEMBERED,
  });

/** `signingKey` is an Ed25519 private key, PEM; it signs, and the older ones verify what they signed. */
export function sessionTokens(signingKey: string, older: readonly OlderKey[] = []): SessionTokens {
  const key = createPrivateKey(signingKey.trim()).export({ type: 'pkcs8', format: 'pem' }).toString();
  const kid = keyIdOf(signingKey);
  const signer = createSigner({
    key,
    algorithm: 'EdDSA',
    iss: ISSUER,
    aud: AUDIENCE,
    noTimestamp: true,
    header: { alg: 'EdDSA', typ: TYPE, kid },
  });
  const verifiers = new Map<string, Verifier>([
    ...older.map((one) => [keyIdOf(one.key), { verify: verifierFor(one.key), until: one.until }] as const),
    [kid, { verify: verifierFor(signingKey), until: null }],
  ]);
  return {
    sign: ({ sessionId, accountId, version, issuedAt, expiresAt }) =>
      signer({ jti: sessionId, sub: accountId, ver: version, since: issuedAt, exp: expiresAt }),
    read(token, now) {
      const named = verifiers.get(keyNamedIn(token));
      if (!named || (named.until !== null && named.until <= now)) return null;
      const claims = claimsIn(named.verify, token);
      return claims && claims.expiresAt * 1000 > now ? claims : null;
    },
  };
}

/** The key a token says it was signed with; only whether we have it counts. '' for what is no token. */
function keyNamedIn(token: string): string {
  try {
    const header: unknown = JSON.parse(Buffer.from(token.split('.', 1)[0]!, 'base64url').toString());
    const named = typeof header === 'object' && header !== null && 'kid' in header ? header.kid : '';
    return typeof named === 'string' ? named : '';
  } catch {
    return '';
  }
}

function claimsIn(verify: Verify, token: string): SessionClaims | null {
  let payload: unknown;
  try {
    payload = verify(token);
  } catch {
    // Whatever is wrong with it, it is not a token of ours.
    return null;
  }
  const { jti, sub, ver, since, exp } = payload as Record<string, unknown>;
  if (typeof jti !== 'string' || typeof sub !== 'string') return null;
  if (!Number.isSafeInteger(ver) || !Number.isSafeInteger(since) || !Number.isSafeInteger(exp)) return null;
  return {
    sessionId: jti,
    accountId: sub,
    version: ver as number,
    issuedAt: since as number,
    expiresAt: exp as number,
  };
}
