import { expect, test } from 'vitest';
import { passwordLacks } from '../../client/accounts/password-advice.ts';

const good = '春天 操场 跑步 三圈 再喝水吧';

test('够长、字符不重复、两次一致的密码没有欠缺', () => {
  expect(passwordLacks(good, good)).toEqual([]);
});

test('不足 15 个字符', () => {
  expect(passwordLacks('short-but-fine', 'short-but-fine')).toEqual(['tooShort']);
});

test('只用了几个字符', () => {
  expect(passwordLacks('abababababababab', 'ABababababababab')).toEqual(['fewCharacters', 'differs']);
});

test('两次输入不一致', () => {
  expect(passwordLacks(good, `${good}x`)).toEqual(['differs']);
});
