import { describe, expect, test } from 'vitest';
import { BadConfig, configFrom } from '../../../server/config.ts';
import { BadRule, secondFactorRule } from '../../../server/sign-in/second-factor.ts';

const OIDC = { OIDC_ISSUER: 'https://id.example.edu.cn', OIDC_CLIENT_ID: 'dandang' };

describe('统一身份认证的设置', () => {
  test('不设就没有；设了各有稳妥的默认', () => {
    expect(configFrom({}).providers).toEqual({ cas: null, oidc: null });
    const { cas, oidc } = configFrom({ CAS_URL: 'https://cas.example.edu.cn/cas', ...OIDC }).providers;
    expect(cas).toMatchObject({ staffNoAttribute: null });
    expect(oidc).toMatchObject({ staffNoClaim: 'sub', clientSecret: null });
    expect(oidc?.secondFactor((name) => (name === 'amr' ? ['pwd', 'otp'] : []))).toBe(true);
    expect(oidc?.secondFactor((name) => (name === 'amr' ? ['pwd'] : ['otp']))).toBe(false);
    expect(cas?.secondFactor((name) => (name === 'authnContextClass' ? ['mfa-gauth'] : []))).toBe(true);
  });

  test.each([
    [{ CAS_URL: 'http://cas.example.edu.cn/cas' }, 'CAS_URL'],
    [{ CAS_URL: 'http://127.0.0.1.evil.example/cas' }, 'CAS_URL'],
    [{ CAS_URL: 'https://user@cas.example.edu.cn/cas' }, 'CAS_URL'],
    [{ CAS_URL: 'https://cas.example.edu.cn/cas?x=1' }, 'CAS_URL'],
    [{ CAS_URL: 'file:///etc/passwd' }, 'CAS_URL'],
    [{ OIDC_ISSUER: 'https://id.example.edu.cn' }, 'OIDC_CLIENT_ID'],
    [{ OIDC_CLIENT_ID: 'dandang' }, 'OIDC_ISSUER'],
    [{ ...OIDC, OIDC_ISSUER: 'http://id.example.edu.cn' }, 'OIDC_ISSUER'],
    [{ ...OIDC, OIDC_SECOND_FACTOR: 'amr' }, 'OIDC_SECOND_FACTOR'],
    [{ CAS_URL: 'https://cas.example.edu.cn/cas', CAS_SECOND_FACTOR: 'a=*' }, 'CAS_SECOND_FACTOR'],
  ])('%o 不启动，并指出是哪一项', (environment, name) => {
    expect(() => configFrom(environment)).toThrow(BadConfig);
    expect(() => configFrom(environment)).toThrow(name);
  });

  test('本机试用可以不加密', () => {
    expect(configFrom({ CAS_URL: 'http://localhost:8080/cas' }).providers.cas?.url).toContain('localhost');
  });

  test('第二重验证：逐值相等，末尾的 * 才放宽', () => {
    const rule = secondFactorRule(' acr = https://id/mfa* | gold ; amr=otp ');
    const says = (claims: Record<string, string[]>) => rule((name) => claims[name] ?? []);
    expect(says({ acr: ['https://id/mfa/2'] })).toBe(true);
    expect(says({ acr: ['golden'] })).toBe(false);
    expect(says({ amr: ['pwd', 'otp'] })).toBe(true);
    expect(says({ otp: ['amr'] })).toBe(false);
    expect(secondFactorRule('')(() => ['otp'])).toBe(false);
    for (const bad of ['amr', 'amr=', '=otp', 'amr=otp|', 'amr=*'])
      expect(() => secondFactorRule(bad)).toThrow(BadRule);
  });
});
