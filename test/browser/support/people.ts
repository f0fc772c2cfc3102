// People of the demo school, and how the product calls them.
import type { Page } from 'playwright-core';
import { type DemoPerson, people } from '../../../server/demo/people.ts';

/** The first of a unit, or the first with that post. */
export const someoneOf = (unit: string, postName?: string): DemoPerson =>
  people.find(({ post }) => post.unit.name === unit && (postName === undefined || post.name === postName))!;

/** The id of a person, as somebody sees it who may read the roster. */
export async function idOf(page: Page, staffNo: string): Promise<string> {
  const answer = await page.request.get(`/api/cadres?q=${staffNo}`);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return items[0]!.id;
}
