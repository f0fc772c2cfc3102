// The school's own channel as a school would write it: checks the signature, answers, fails, keeps silent.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { webhookSender } from '../../../server/adapters/webhook.ts';
import { OUTSIDE } from '../../../server/notices/message-words.ts';
import { NOON } from '../../support/rows.ts';

const KEY = 'a key of the school, made by chance: 0123456789';
const notice = { id: 'snd_1', to: '100400', at: NOON, ...OUTSIDE, link: 'https://cadres.school.test/inbox' };

/** As the standard's libraries do it, with the key in their form. */
function isGenuine(secret: string, headers: IncomingHttpHeaders, body: string): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/u, ''), 'base64');
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const expected = createHmac('sha256', key).update(signed).digest();
  const [version, given = ''] = String(headers['webhook-signature']).split(',');
  const found = Buffer.from(given, 'base64');
  return version === 'v1' && found.length === expected.length && timingSafeEqual(found, expected);
}

describe('学校通道', () => {
  let server: Server;
  let url: string;
  let answer: { status: number; headers?: Record<string, string>; isSilent?: boolean };
  const got: { headers: IncomingHttpHeaders; body: string; path: string }[] = [];
  beforeEach(async () => {
    answer = { status: 204 };
    got.length = 0;
    server = createServer((request, response) => {
      void textOf(request).then((body) => {
        got.push({ headers: request.headers, body, path: request.url! });
        if (!answer.isSilent) response.writeHead(answer.status, answer.headers).end();
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/dandang`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  test('只有工号、固定的话和登录地址；签名核对得上，改一个字就对不上', async () => {
    expect(await webhookSender({ url, key: KEY }).send(notice)).toEqual({ isSent: true });
    const [{ headers, body }] = got as [(typeof got)[0]];
    expect(JSON.parse(body)).toEqual({
      ...{ type: 'notice.waiting', id: 'snd_1', to: '100400', link: 'https://cadres.school.test/inbox' },
      text: OUTSIDE.text,
    });
    expect(headers).toMatchObject({
      ...{ 'content-type': 'application/json', 'webhook-id': 'snd_1' },
      'webhook-timestamp': String(NOON / 1000),
    });
    const secret = `whsec_${Buffer.from(KEY).toString('base64')}`;
    expect(isGenuine(secret, headers, body)).toBe(true);
    expect(isGenuine(secret, headers, body.replace('100400', '100401'))).toBe(false);
    expect(isGenuine(secret, { ...headers, 'webhook-timestamp': '1' }, body)).toBe(false);
    expect(isGenuine(`whsec_${Buffer.from(`${KEY}x`).toString('base64')}`, headers, body)).toBe(false);
  });

  test.each([
    [200, true, null],
    [400, false, false],
    [429, false, true],
    [503, false, true],
  ])('答复 %i', async (status, isSent, isDown) => {
    answer = { status };
    const told = isSent ? { isSent } : { isSent, fault: `http ${status}`, isDown };
    expect(await webhookSender({ url, key: KEY }).send(notice)).toEqual(told);
  });

  test('要转到别处的不跟去', async () => {
    answer = { status: 307, headers: { location: '/elsewhere' } };
    const sent = await webhookSender({ url, key: KEY }).send(notice);
    expect(sent).toEqual({ isSent: false, fault: 'http 307', isDown: false });
    expect(got.map(({ path }) => path)).toEqual(['/hooks/dandang']);
  });

  test('不答复的不等下去；不在的说得出', async () => {
    answer = { status: 200, isSilent: true };
    const silent = await webhookSender({ url, key: KEY }, { timeoutMs: 50 }).send(notice);
    expect(silent).toEqual({ isSent: false, fault: 'timeout', isDown: true });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    const gone = await webhookSender({ url, key: KEY }).send(notice);
    expect(gone).toEqual({ isSent: false, fault: 'ECONNREFUSED', isDown: true });
  });
});
