// What people hold in their hands: the record of a year on one A4 page, slips and rules that can be read.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { people } from '../../server/demo/people.ts';
import { idOf } from './support/people.ts';
import { see, sights } from './support/pages.ts';
import { YEAR } from './support/school-files.ts';
import { startDemo } from './support/server.ts';
import { atHand, settled, signIn, type Visitor } from './support/visitor.ts';

let hand: Awaited<ReturnType<typeof atHand>>;
let head: Visitor;

beforeAll(async () => {
  hand = await atHand(() => startDemo(inject('filledDemo')));
  head = await signIn(hand.browser, hand.url, 'hr_head');
});
afterAll(() => hand.close());

/** How many sheets of paper, and how wide and high in points. */
async function printed(page: Page): Promise<{ pages: number; size: readonly number[] }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/u.exec(pdf)!;
  return {
    pages: pdf.match(/\/Type \/Page\b/gu)!.length,
    size: [Number(width), Number(height)].map(Math.round),
  };
}
const A4 = [595, 842];

/** An ordinary year; many small records; a repeat with a long history; discipline; figures that are missing. */
const WHOSE = [0, 164, 58, 303, 233];

describe('the page of a person', () => {
  test.each(WHOSE)('is one A4 sheet: number %i', async (index) => {
    const { page } = head;
    const id = await idOf(page, people[index]!.staffNo);
    await page.goto(`/years/${YEAR}/results/${id}`);
    await settled(page);
    expect(await printed(page)).toEqual({ pages: 1, size: A4 });
  });

  test('is one A4 sheet for the cadre, in English too', async () => {
    const cadre = await signIn(hand.browser, hand.url, 'cadre', { locale: 'en-GB' });
    expect(await cadre.page.locator('h2').first().innerText()).toMatch(/^[A-Z]/u);
    expect(await printed(cadre.page)).toEqual({ pages: 1, size: A4 });
    await cadre.leave();
  });
});

test('five slips are one sheet, with every code on it and no menu', async () => {
  const { page } = head;
  await see(
    page,
    sights.find(({ name }) => name === 'slips')!,
  );
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.slip-code:visible').count()).toBe(5);
  expect(await page.locator('.side:visible, button:visible').count()).toBe(0);
  await page.emulateMedia({ media: null });
  expect(await printed(page)).toEqual({ pages: 1, size: A4 });
});

/** Between the margins of A4, in pixels. */
const PAPER = { width: 703, height: 1032 };
const LISTS = ['/policy', `/years/${YEAR}`, `/years/${YEAR}/quota`, '/roster', '/imports/figures'];

describe.each(LISTS)('%s', (path) => {
  test('is printed without menu and deeds, nothing cut off at the right', async () => {
    const { page } = head;
    await page.goto(path);
    await settled(page);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(PAPER);
    expect(await page.locator('.side:visible, .filters:visible, .col-deeds:visible').count()).toBe(0);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      PAPER.width,
    );
    await page.emulateMedia({ media: null });
    const { pages, size } = await printed(page);
    expect(size).toEqual(A4);
    expect(pages).toBeLessThan(20);
  });
});
