import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltClient, builtClient, gzipped } from '../support/built-client.ts';

const client = new URL('../../client/', import.meta.url);
const KILOBYTE = 1000;
const BUDGET = { scripts: 40 * KILOBYTE, styles: 6 * KILOBYTE, charts: 75 * KILOBYTE };

let built: BuiltClient;
beforeAll(async () => {
  built = await builtClient();
}, 60_000);

describe('the built client', () => {
  test('first load of every page stays within 40 kB of script and 6 kB of style, gzipped', () => {
    const loads = built.pages.map((page) => ({ page: page.fileName, ...built.firstLoad(page) }));
    expect(loads.length).toBeGreaterThan(5);
    expect(
      loads.filter(({ scripts, styles: sheet }) => scripts > BUDGET.scripts || sheet > BUDGET.styles),
    ).toEqual([]);
  });
  test('charts are fetched only when shown, within 75 kB gzipped', () => {
    expect(gzipped(built.charts.code)).toBeLessThanOrEqual(BUDGET.charts);
    const early = [built.entry, ...built.pages].filter((chunk) =>
      built.closure(chunk.fileName).has(built.charts.fileName),
    );
    expect(early).toEqual([]);
  });
  test('holds nothing of the server, the store or full zod', () => {
    const foreign = [...built.chunks.values()].flatMap(({ modules }) =>
      modules.filter((id) => /\/(server|db)\/|node_modules\/(zod|fastify|drizzle-orm)\//.test(id)),
    );
    expect(foreign).toEqual([]);
    for (const { code } of built.chunks.values()) expect(code).not.toMatch(/drizzle|fastify|ZodObject/);
  });
  test('sets no style or script inline: the content security policy allows none', () => {
    for (const { code } of built.chunks.values()) expect(code).not.toMatch(/\.setAttribute\(["'`]style/);
    const sources = sourcesOf('.tsx').filter(({ text }) =>
      /\sstyle=|<style|dangerouslySetInnerHTML/.test(text),
    );
    expect(sources.map(({ name }) => name)).toEqual([]);
  });
  test('calls nothing that Chrome 90 lacks (the build lowers syntax, not the library)', () => {
    const younger =
      /\.(at|findLast|findLastIndex|toSorted|toReversed|toSpliced|isSubsetOf|union)\(|Object\.(hasOwn|groupBy)|structuredClone|withResolvers|randomUUID/;
    const wrong = [...sourcesOf('.ts'), ...sourcesOf('.tsx')].filter(({ text }) => younger.test(text));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

function sourcesOf(ending: string) {
  return readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name, text: readFileSync(new URL(name, client), 'utf8') }));
}
