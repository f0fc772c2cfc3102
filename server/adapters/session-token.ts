// The session cookie's token: EdDSA, nothing else; it says which session, never what one may do.
import { createPrivateKey, createPublicKey } from 'node:crypto';
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

/** `signingKey` is an Ed25519 private key, PEM. */
export function sessionTokens(signingKey: string): SessionTokens {
  const privateKey = createPrivateKey(signingKey.trim());
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  const common = { key, algorithm: 'EdDSA', iss: ISSUER, aud: AUDIENCE } as const;
  const signer = createSigner({ ...common, noTimestamp: true, header: { alg: 'EdDSA', typ: TYPE } });
  const verify = createVerifier({
    key: publicKey,
    algorithms: ['EdDSA'],
    allowedIss: ISSUER,
    allowedAud: AUDIENCE,
    requiredClaims: ['iss', 'aud', 'sub', 'jti', 'ver', 'since', 'exp'],
    checkTyp: TYPE,
    // Whether it still holds is asked of the product's own clock, on every use.
    ignoreExpiration: true,
    cache: MOST_REMEMBERED,
  });
  return {
    sign: ({ sessionId, accountId, version, issuedAt, expiresAt }) =>
      signer({ jti: sessionId, sub: accountId, ver: version, since: issuedAt, exp: expiresAt }),
    read(token, now) {
      const claims = claimsIn(verify, token);
      return claims && claims.expiresAt * 1000 > now ? claims : null;
    },
  };
}

function claimsIn(verify: (token: string) => unknown, token: string): SessionClaims | null {
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
