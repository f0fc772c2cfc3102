// The school's own sign-in services as the settings name them.
import type { CasSettings } from '../adapters/cas.ts';
import type { OidcSettings } from '../adapters/oidc.ts';
import { BadRule, secondFactorRule } from './second-factor.ts';

export interface ProviderSettings {
  readonly cas: CasSettings | null;
  readonly oidc: OidcSettings | null;
}
export class BadProvider extends Error {}

interface Given {
  readonly CAS_URL?: string | undefined;
  readonly CAS_STAFF_NO_ATTRIBUTE?: string | undefined;
  readonly CAS_SECOND_FACTOR: string;
  readonly OIDC_ISSUER?: string | undefined;
  readonly OIDC_CLIENT_ID?: string | undefined;
  readonly OIDC_CLIENT_SECRET?: string | undefined;
  readonly OIDC_STAFF_NO_CLAIM: string;
  readonly OIDC_SECOND_FACTOR: string;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u;

/** Who somebody is is not asked in the clear, but of a service on this very machine. */
function safeUrl(name: string, text: string): string {
  const { protocol, hostname, search, hash, username } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
  if (!isSafe || search !== '' || hash !== '' || username !== '')
    throw new BadProvider(`${name}: 须为不带参数的 https 地址 an https address without a query is needed`);
  return text;
}

function ruleOf(name: string, text: string) {
  try {
    return secondFactorRule(text);
  } catch (error) {
    if (!(error instanceof BadRule)) throw error;
    throw new BadProvider(`${name}: 读不懂“${error.message}” cannot be read: name=value|value;name=value`);
  }
}

export function providerSettings(given: Given): ProviderSettings {
  const { CAS_URL, OIDC_ISSUER, OIDC_CLIENT_ID } = given;
  if ((OIDC_ISSUER === undefined) !== (OIDC_CLIENT_ID === undefined))
    throw new BadProvider('OIDC_ISSUER, OIDC_CLIENT_ID: 须同时设置 one needs the other');
  return {
    cas:
      CAS_URL === undefined
        ? null
        : {
            url: safeUrl('CAS_URL', CAS_URL),
            staffNoAttribute: given.CAS_STAFF_NO_ATTRIBUTE ?? null,
            secondFactor: ruleOf('CAS_SECOND_FACTOR', given.CAS_SECOND_FACTOR),
          },
    oidc:
      OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined
        ? null
        : {
            issuer: safeUrl('OIDC_ISSUER', OIDC_ISSUER),
            clientId: OIDC_CLIENT_ID,
            clientSecret: given.OIDC_CLIENT_SECRET ?? null,
            staffNoClaim: given.OIDC_STAFF_NO_CLAIM,
            secondFactor: ruleOf('OIDC_SECOND_FACTOR', given.OIDC_SECOND_FACTOR),
          },
  };
}
