import { describe, expect, test } from 'vitest';
import { COMMON_PASSWORDS, isCommon } from '../../../server/accounts/common-passwords.ts';
import { refuseShortAlone, refuseWeakPassword } from '../../../server/accounts/password-rules.ts';
import { timeCodes } from '../../../server/adapters/totp.ts';
import { codeAt } from '../../support/second-factor.ts';

const isRefused = (password: string, staffNo = '100400'): boolean => {
  try {
    refuseWeakPassword(password, staffNo, '/password');
    return false;
  } catch {
    return true;
  }
};

describe('常见密码', () => {
  test('表里有几万条，条条不少于八个字符', () => {
    expect(COMMON_PASSWORDS.size).toBeGreaterThan(10_000);
    expect([...COMMON_PASSWORDS].filter((password) => password.length < 8)).toEqual([]);
  });

  test.each([
    ...['woaini1314', 'woaini520', '5201314520', 'Woaini1314', 'wo5201314', 'aini1314520'],
    ...['1qaz2wsx', '1qaz2wsx3edc', 'qwertyuiop', 'zxcvbnm,./', '1q2w3e4r5t', 'poiuytrewq', '!@#$%^&*'],
    ...['password1', 'P@ssw0rd123', 'admin123456', 'Admin@123', 'zhangwei1990', 'beijing2008'],
    ...['19900101', '13800138000', '88888888', 'abc123456', 'a1b2c3d4', 'iloveyou', 'sysadmin123'],
  ])('%s 不收', (password) => {
    expect(isCommon(password)).toBe(true);
    expect(isRefused(password)).toBe(true);
  });

  test.each(['松竹梅兰菊荷桂柳', 'correct horse battery staple', '春天 操场 跑步 三圈', 'k7$Rw2!qLz'])(
    '%s 收',
    (password) => expect(isRefused(password)).toBe(false),
  );

  test('工号占了大半、来回几个字符的不收', () => {
    expect(isRefused('100400a100400b100400')).toBe(true);
    expect(isRefused('abcabcabcabcabcabc')).toBe(true);
  });

  test('没有第二因素，少于十五个字符不收', () => {
    expect(() => refuseShortAlone('k7$Rw2!qLz', '/next')).toThrow('weak-password');
    expect(() => refuseShortAlone('correct horse battery', '/next')).not.toThrow();
  });
});

describe('验证码', () => {
  test('与另写的一份算法（RFC 6238）一致；前后各一步之内都认', () => {
    const secret = timeCodes.newSecret();
    for (let at = 1_800_000_000_000; at < 1_800_003_000_000; at += 97_000) {
      const step = Math.floor(at / 30_000);
      expect(timeCodes.stepOf(secret, codeAt(secret, at), at)).toBe(step);
      expect(timeCodes.stepOf(secret, codeAt(secret, at - 30_000), at)).toBe(step - 1);
      expect(timeCodes.stepOf(secret, codeAt(secret, at + 30_000), at)).toBe(step + 1);
      expect(timeCodes.stepOf(secret, codeAt(secret, at - 90_000), at)).toBeNull();
    }
  });

  test('RFC 6238 附录 B 的数', () => {
    // The secret 12345678901234567890 in base32; the last six of the eight figures given there.
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    for (const [seconds, code] of [
      [59, '287082'],
      [1_111_111_109, '081804'],
      [20_000_000_000, '353130'],
    ] as const)
      expect(timeCodes.stepOf(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });
});
