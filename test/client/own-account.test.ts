import { describe, expect, test } from 'vitest';
import { deviceName } from '../../client/accounts/device-name.ts';
import { passwordLacks, SHORTEST_WITH_FACTOR } from '../../client/accounts/password-advice.ts';
import { pathOf } from '../../client/accounts/qr-path.ts';

describe('本人账号', () => {
  test('浏览器的长名字写成人认得的两个词', () => {
    const chrome =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';
    expect(deviceName(chrome)).toBe('Chrome · Windows');
    expect(deviceName('curl/8.5.0')).toBe('curl/8.5.0');
    expect(deviceName(null)).toBeNull();
  });

  test('图码按行画成一笔一笔，只画深色', () => {
    expect(pathOf(['0110', '0000', '1001'])).toBe('M1 0h2v1h-2zM0 2h1v1h-1zM3 2h1v1h-1z');
  });

  test('有第二因素时密码八个字符就够', () => {
    expect(passwordLacks('松竹梅兰菊荷桂', '松竹梅兰菊荷桂', SHORTEST_WITH_FACTOR)).toEqual(['tooShort']);
    expect(passwordLacks('松竹梅兰菊荷桂柳', '松竹梅兰菊荷桂柳', SHORTEST_WITH_FACTOR)).toEqual([]);
  });
});
