// OpenID Connect, code flow with PKCE, state and nonce; what the provider signs is checked by openid-client.
import * as client from 'openid-client';
import { Refused } from '../http/problem.ts';
import type { Provider } from '../sign-in/provider.ts';
import type { SecondFactorRule } from '../sign-in/second-factor.ts';
import { providerAnswerOdd, providerRefused } from '../sign-in/sign-in.problems.ts';
import { boundedFetch, type Bounds, PROVIDER_BOUNDS } from './bounded-fetch.ts';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Null: a public client; the code is bound by PKCE alone. */
  readonly clientSecret: string | null;
  readonly staffNoClaim: string;
  readonly secondFactor: SecondFactorRule;
}
type Claims = Readonly<Record<string, unknown>>;

const SCOPE = 'openid profile';

const isPlain = ({ issuer }: OidcSettings): boolean => new URL(issuer).protocol === 'http:';

function discover(settings: OidcSettings, bounds: Bounds): Promise<client.Configuration> {
  const { issuer, clientId, clientSecret } = settings;
  return client.discovery(
    new URL(issuer),
    clientId,
    {},
    clientSecret === null ? client.None() : client.ClientSecretBasic(clientSecret),
    {
      [client.customFetch]: (url, asked) => boundedFetch(bounds)(url, asked as RequestInit),
      // The token is believed for its signature, by a key the provider alone holds, not for having come by TLS.
      execute: [
        client.enableNonRepudiationChecks,
        ...(isPlain(settings) ? [client.allowInsecureRequests] : []),
      ],
    },
  );
}

const texts = (value: unknown): string[] =>
  [value].flat().filter((each): each is string => typeof each === 'string');

/** The answer is not the one that belongs to this attempt, or not of this provider. */
const FOREIGN = new Set(['OAUTH_JWT_CLAIM_COMPARISON_FAILED', 'OAUTH_INVALID_RESPONSE']);

/** A refusal of our own `fetch`, which the library wraps. */
function ownRefusal(error: unknown): Refused | null {
  for (let e = error; e instanceof Error; e = e.cause) if (e instanceof Refused) return e;
  return null;
}

/** What went wrong there, in our words; the library says more than anybody should be told. */
function told(error: unknown): unknown {
  const own = ownRefusal(error);
  if (own) return own;
  if (error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError)
    return new Refused(providerRefused);
  if (error instanceof client.ClientError)
    return new Refused(FOREIGN.has(error.code ?? '') ? providerRefused : providerAnswerOdd);
  return error instanceof client.WWWAuthenticateChallengeError ? new Refused(providerAnswerOdd) : error;
}

export function oidcProvider(settings: OidcSettings, bounds: Bounds = PROVIDER_BOUNDS): Provider {
  let known: Promise<client.Configuration> | null = null;
  /** Asked for once; a failure is not remembered. */
  async function configuration(): Promise<client.Configuration> {
    const asked = (known ??= discover(settings, bounds));
    try {
      return await asked;
    } catch (error) {
      if (known === asked) known = null;
      throw told(error);
    }
  }

  /** The claim from the signed token, or else from what the provider answers about its subject. */
  async function claimsOf(
    config: client.Configuration,
    { address, attempt, query }: Parameters<Provider['finish']>[0],
  ): Promise<Claims> {
    const tokens = await client.authorizationCodeGrant(
      config,
      new URL(`${address}?${String(new URLSearchParams(query))}`),
      {
        expectedState: attempt.state,
        expectedNonce: attempt.secret('nonce'),
        pkceCodeVerifier: attempt.secret('verifier'),
        idTokenExpected: true,
      },
    );
    const claims: Claims = { ...tokens.claims() };
    if (claims[settings.staffNoClaim] !== undefined) return claims;
    const more = await client.fetchUserInfo(config, tokens.access_token, String(claims['sub']));
    // How somebody signed in is believed from the signed token only.
    return { ...claims, [settings.staffNoClaim]: more[settings.staffNoClaim] };
  }

  return {
    async begin(attempt, address) {
      const challenge = await client.calculatePKCECodeChallenge(attempt.secret('verifier'));
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: address,
        scope: SCOPE,
        state: attempt.state,
        nonce: attempt.secret('nonce'),
        code_challenge: challenge,
        code_challenge_method: 'S256',
      });
      return url.href;
    },

    async finish(returned) {
      const config = await configuration();
      const claims = await claimsOf(config, returned).catch((error: unknown) => {
        throw told(error);
      });
      const [staffNo, ...more] = texts(claims[settings.staffNoClaim]);
      if (staffNo === undefined || staffNo === '' || more.length > 0) throw new Refused(providerAnswerOdd);
      return {
        staffNo,
        hasSecondFactor: settings.secondFactor((name) => texts(claims[name])),
        ticket: returned.query['code'] ?? '',
      };
    },
  };
}
