// axe-core on a page: WCAG 2.2 AA and best practice.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const runOf = (runOnly: readonly string[]): string => `axe.run(document, ${JSON.stringify({
  runOnly,
  resultTypes: ['violations'],
})}).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
  nodes.map(({ target, failureSummary }) => id + ' at ' + target.join(' ') + ': ' + failureSummary)))`;

export const violationsOn = (page: Page): Promise<string[]> => found(page, TAGS);

/** What another colour scheme can break: the same page, seen in other colours. */
export const contrastsOn = (page: Page): Promise<string[]> =>
  found(page, ['color-contrast', 'link-in-text-block']);

async function found(page: Page, rules: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axeSource);
  return page.evaluate<string[]>(runOf(rules));
}

/** In light, then in dark; the page is left light. */
export async function violationsInBoth(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await violationsOn(page)).map((violation) => `${colorScheme}: ${violation}`));
  }
  return found;
}
