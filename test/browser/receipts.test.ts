// A receipt is downloaded by whoever acted and checked on a page that asks no server.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { signersOf, headText } from '../../db/audit-log/signing.ts';
import type { Receipt } from '../../client/receipts/receipts.api.ts';
import { aLogKey } from '../support/test-keys.ts';
import { startDemo } from './support/server.ts';
import { atHand, settled, signIn, visit, type Visitor } from './support/visitor.ts';

let hand: Awaited<ReturnType<typeof atHand>>;
let receipt: Receipt;
let anybody: Visitor;

beforeAll(async () => {
  hand = await atHand(() => startDemo(inject('filledDemo')));
  const cadre = await signIn(hand.browser, hand.url, 'cadre');
  await cadre.page.goto('/receipts');
  await settled(cadre.page);
  const waiting = cadre.page.waitForEvent('download');
  await cadre.page.locator('td.col-deeds button').first().click();
  const file = await (await waiting).path();
  receipt = JSON.parse(await readFile(file, 'utf8')) as Receipt;
  await cadre.leave();
  anybody = await visit(hand.browser, hand.url);
});
afterAll(async () => {
  await hand.close();
});

/** What the page says of a receipt that is pasted. */
async function check(
  page: Page,
  pasted: object,
): Promise<{ verdict: string | null; outcomes: (string | null)[] }> {
  await page.goto('/verify');
  await settled(page);
  await page.locator('#receipt').fill(JSON.stringify(pasted));
  const verdict = page.locator('[data-verdict]');
  await verdict.waitFor();
  const lines = page.locator('.receipt-result > .receipt-checks > li');
  const outcomes: (string | null)[] = [];
  for (let i = 0; i < (await lines.count()); i += 1)
    outcomes.push(await lines.nth(i).getAttribute('data-outcome'));
  return { verdict: await verdict.getAttribute('data-verdict'), outcomes };
}

describe('核验回执的页面', () => {
  test('不登录、不问服务器，好的回执成立，指纹显示出来', async () => {
    const { page } = anybody;
    await page.goto('/verify');
    await settled(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.locator('#receipt').fill(JSON.stringify(receipt));
    await page.locator('[data-verdict]').waitFor();
    expect(await page.locator('[data-verdict]').getAttribute('data-verdict')).toBe('holds');
    expect(asked).toEqual([]);
    const shown = await page.locator('.fingerprint').first().innerText();
    expect(shown.replaceAll(/\s/gu, '')).toBe(receipt.head.keyId);
  });

  test('改动一个字符就不成立，并说出是哪一项', async () => {
    const deed = receipt.entry!.deed.replace(/^./u, 'x');
    const altered = { ...receipt, entry: { ...receipt.entry!, deed } };
    expect(await check(anybody.page, altered)).toEqual({
      verdict: 'fails',
      outcomes: ['fails', 'holds', 'holds', 'holds'],
    });
    const [first = ''] = receipt.path;
    const turned = {
      ...receipt,
      path: [first.replace(/^./u, (c) => (c === '0' ? '1' : '0')), ...receipt.path.slice(1)],
    };
    expect((await check(anybody.page, turned)).outcomes).toEqual(['holds', 'fails', 'holds', 'holds']);
  });

  test('别的密钥签的名不成立', async () => {
    const [stranger] = signersOf(aLogKey(5));
    const { publicKey: _, signature: __, ...bare } = receipt.head;
    const forged = { ...receipt, head: { ...receipt.head, signature: stranger.sign(headText(bare)) } };
    expect(await check(anybody.page, forged)).toEqual({
      verdict: 'fails',
      outcomes: ['holds', 'holds', 'holds', 'fails'],
    });
    const swapped = { ...forged, head: { ...forged.head, publicKey: stranger.publicKey } };
    expect((await check(anybody.page, swapped)).outcomes).toEqual(['holds', 'holds', 'fails', 'holds']);
  });

  test('与另存的日志头比对：同一本成立，改过的不成立', async () => {
    const { page } = anybody;
    const auditor = await signIn(hand.browser, hand.url, 'auditadmin');
    await auditor.page.goto('/audit');
    const waiting = auditor.page.waitForEvent('download');
    await auditor.page.locator('.log-head button').first().click();
    const held = await readFile(await (await waiting).path(), 'utf8');
    await auditor.leave();
    await check(page, receipt);
    await page.locator('details summary').click();
    const compared = page.locator('details [data-outcome]');
    await page.locator('#held-head').fill(held);
    await page.locator('details button').click();
    await compared.waitFor();
    expect(await compared.getAttribute('data-outcome')).toBe('holds');
    const root = (JSON.parse(held) as { rootHash: string }).rootHash;
    await page.locator('#held-head').fill(held.replace(root, 'f'.repeat(64)));
    await page.locator('details button').click();
    await compared.waitFor();
    expect(await compared.getAttribute('data-outcome')).toBe('fails');
    expect(anybody.faults).toEqual([]);
  });

  test('不是回执的说清怎么办', async () => {
    const { page } = anybody;
    await page.goto('/verify');
    await page.locator('#receipt').fill('{"kind":"something"}');
    expect(await page.locator('.notice.bad').innerText()).toContain('不要改动');
  });
});
