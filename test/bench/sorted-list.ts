// P11: from the click on a column's head until the page of fifty is there in the new order, in a real browser.
import { fillDemo } from '../browser/support/filled-demo.ts';
import { startDemo } from '../browser/support/server.ts';
import { atHand, settled, signIn } from '../browser/support/visitor.ts';
import { atMost, type Row } from './measure.ts';

const CLICKS = 7;

/** Runs in the page: the click, and the time until somebody else stands in the first row. */
const SORT_ONCE = `new Promise((done) => {
  const firstRow = () => document.querySelector('tbody tr')?.textContent;
  const before = firstRow();
  const begun = performance.now();
  new MutationObserver((_, observer) => {
    if (firstRow() === before) return;
    observer.disconnect();
    done(performance.now() - begun);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
  document.querySelector('thead th[aria-sort] button').click();
})`;

export async function sortedList(): Promise<Row[]> {
  const filled = await fillDemo();
  const hand = await atHand(() => startDemo(filled));
  const { page } = await signIn(hand.browser, hand.url, 'hr');
  await page.goto('/years/2026');
  await settled(page);
  const spent: number[] = [];
  for (let click = 0; click < CLICKS; click += 1) {
    spent.push(await page.evaluate<number>(SORT_ONCE));
    await settled(page);
  }
  await hand.close();
  return [atMost('P11', '500 人名单换序 list of 500 sorted, ms', 100, spent.slice(1))];
}
