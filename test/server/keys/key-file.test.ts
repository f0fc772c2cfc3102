import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealedFields } from '../../../db/sealed-fields.ts';
import { sessionTokens } from '../../../server/adapters/session-token.ts';
import { type BadConfig, configFrom } from '../../../server/config.ts';
import { keysFrom, rotateSessionKey } from '../../../server/keys/key-file.ts';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'dandang-keys-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => join(folder, 'deeper', name);

describe('密钥文件', () => {
  test('首次启动生成，只有本人可读；再次读到同样的密钥', () => {
    const keys = keysFrom(file('a.json'));
    expect(statSync(file('a.json')).mode & 0o777).toBe(0o600);
    expect(keysFrom(file('a.json'))).toEqual(keys);
    const sealed = sealedFields(keys);
    expect(sealed.unseal(sealed.seal('11010519491231002X'))).toBe('11010519491231002X');
    const claims = { sessionId: 's', accountId: 'a', version: 1, issuedAt: 1, expiresAt: 10 };
    const tokens = sessionTokens(keys.signingKey);
    expect(tokens.read(tokens.sign(claims), 5000)).toEqual(claims);
    expect(tokens.read(tokens.sign(claims), 10_000)).toBeNull();
  });

  test('每次生成的都不同', () => {
    const [one, other] = [keysFrom(file('b.json')), keysFrom(file('c.json'))];
    expect(one.dataKey).not.toEqual(other.dataKey);
    expect(one.lookupKey).not.toEqual(one.dataKey);
    expect(one.csrfKey).not.toEqual(other.csrfKey);
  });

  test('他人可读的密钥文件不用', () => {
    keysFrom(file('d.json'));
    chmodSync(file('d.json'), 0o644);
    expect(() => keysFrom(file('d.json'))).toThrow('chmod 600');
  });

  test('环境变量优先；长度不对的不收', () => {
    const dataKey = Buffer.alloc(32, 7).toString('base64');
    const keys = keysFrom(file('a.json'), { dataKey });
    expect([...keys.dataKey]).toEqual([...Buffer.alloc(32, 7)]);
    expect(() => keysFrom(file('a.json'), { lookupKey: 'c2hvcnQ=' })).toThrow('lookupKey');
    const { lookupKey } = JSON.parse(readFileSync(file('a.json'), 'utf8')) as { lookupKey: string };
    expect(Buffer.from(keys.lookupKey).toString('base64')).toBe(lookupKey);
  });

  test('三样都由环境给出时不写文件', () => {
    const { dataKey, lookupKey, signingKey } = JSON.parse(readFileSync(file('a.json'), 'utf8')) as Record<
      string,
      string
    >;
    keysFrom(file('none.json'), { dataKey, lookupKey, signingKey });
    expect(existsSync(file('none.json'))).toBe(false);
  });

  test('更换签名密钥：旧的还认一天，跨站令牌不变；过期的丢掉，不认得的不认', () => {
    const before = keysFrom(file('r.json'));
    const claims = { sessionId: 's', accountId: 'a', version: 1, issuedAt: 1, expiresAt: 4_000_000_000 };
    const old = sessionTokens(before.signingKey).sign(claims);
    const now = 1_800_000_000_000;
    const DAY_MS = 86_400_000;
    rotateSessionKey(file('r.json'), now);
    expect(statSync(file('r.json')).mode & 0o777).toBe(0o600);
    const after = keysFrom(file('r.json'));
    expect(after.signingKey).not.toBe(before.signingKey);
    expect(after.csrfKey).toEqual(before.csrfKey);
    expect(after.dataKey).toEqual(before.dataKey);
    const tokens = sessionTokens(after.signingKey, after.olderSigningKeys);
    expect(tokens.read(old, now + 1)).toEqual(claims);
    expect(tokens.read(old, now + DAY_MS)).toBeNull();
    expect(tokens.read(tokens.sign(claims), now + DAY_MS)).toEqual(claims);
    expect(sessionTokens(after.signingKey).read(old, now)).toBeNull();
    rotateSessionKey(file('r.json'), now + 2 * DAY_MS);
    const later = keysFrom(file('r.json'));
    expect(later.olderSigningKeys.map(({ key }) => key)).toEqual([after.signingKey]);
    expect(() => rotateSessionKey(file('nowhere.json'), now)).toThrow('nowhere.json');
  });

  test('环境变量里可以先新后旧放几个签名密钥', () => {
    const [fresh, old] = [keysFrom(file('s.json')), keysFrom(file('t.json'))];
    const keys = keysFrom(file('s.json'), { signingKey: `${fresh.signingKey}\n${old.signingKey}\n` });
    expect(keys.signingKey).toBe(fresh.signingKey);
    expect(keys.olderSigningKeys).toEqual([{ key: old.signingKey, until: null }]);
  });

  test('坏了的文件不当作没有', () => {
    writeFileSync(file('e.json'), '{', { mode: 0o600 });
    expect(() => keysFrom(file('e.json'))).toThrow('JSON');
  });
});

describe('设置', () => {
  test('不写也能启动；只监听本机', () => {
    expect(configFrom({ PATH: '/bin' })).toMatchObject({
      databaseUrl: 'file:./data/dandang.db',
      host: '127.0.0.1',
      port: 3000,
      trustProxy: [],
    });
  });

  test('密钥文件在数据库旁边，除非另有指定', () => {
    const keyFile = (more: Record<string, string>) => configFrom(more).keyFile;
    expect(keyFile({})).toBe('./data/dandang.keys.json');
    expect(keyFile({ DATABASE_URL: 'file:/srv/school.db' })).toBe('/srv/school.keys.json');
    expect(keyFile({ DATABASE_URL: 'postgres://db/school' })).toBe('./data/dandang.keys.json');
    expect(keyFile({ KEY_FILE: '/run/keys.json' })).toBe('/run/keys.json');
  });

  test('写错的一次全部指出', () => {
    const wrong = { DATABASE_URL: 'mysql://x', PORT: 'abc', PUBLIC_URL: 'http://x.example' };
    const thrown: unknown[] = [];
    try {
      configFrom(wrong);
    } catch (error) {
      thrown.push(error);
    }
    const { messages } = thrown[0] as BadConfig;
    const names = messages.map((message) => message.split(':')[0]);
    expect(names).toEqual(['DATABASE_URL', 'PORT', 'PUBLIC_URL']);
  });

  test('代理按列明的范围信任', () => {
    expect(configFrom({ TRUST_PROXY: '10.0.0.1, 10.1.0.0/16,' }).trustProxy).toEqual([
      '10.0.0.1',
      '10.1.0.0/16',
    ]);
  });
});
