import { expect, inject, test } from 'vitest';
import { startDemo } from './support/server.ts';
import { atHand, settled, signIn } from './support/visitor.ts';
test('x', async () => {
  const hand = await atHand(() => startDemo(inject('filledDemo')));
  const c = await signIn(hand.browser, hand.url, 'leader');
  const { page } = c;
  const f = () =>
    page.evaluate<string>(
      `document.activeElement.tagName + ' ' + document.activeElement.className + ' ' + document.querySelectorAll('dialog').length`,
    );
  for (const how of ['a', 'b', 'c']) {
    await page.goto('/years/2026?q=100324');
    await page.locator('table.results a.name').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('table.origin').waitFor();
    if (how === 'a') await settled(page);
    const n = page.locator('table.origin tbody td.number .figure').nth(1);
    await n.focus();
    if (how !== 'c') {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Shift+Tab');
    }
    console.log(how, 'before', await f());
    await page.keyboard.press('Enter');
    await page.locator('dialog[open] .reason').waitFor();
    console.log(how, 'open', await f());
    await page.keyboard.press('Escape');
    console.log(how, 'esc', await f());
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    console.log(how, 'closed', await f());
    await new Promise((r) => setTimeout(r, 300));
    console.log(how, 'later', await f());
  }
  await hand.close();
});
