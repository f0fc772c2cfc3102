import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const client = new URL('../../client/', import.meta.url);
const KILOBYTE = 1000;
const BUDGET = { scripts: 40 * KILOBYTE, styles: 6 * KILOBYTE, charts: 75 * KILOBYTE };

interface Chunk {
  readonly fileName: string;
  readonly code: string;
  readonly imports: readonly string[];
  readonly styles: readonly string[];
  readonly facade: string | null;
  readonly modules: readonly string[];
}

const chunks = new Map<string, Chunk>();
const styles = new Map<string, string>();

beforeAll(async () => {
  const output = await build({
    root: fileURLToPath(client),
    configFile: `${root}vite.config.ts`,
    logLevel: 'error',
    build: { write: false },
  });
  const [bundle] = [output].flat();
  if (!bundle || !('output' in bundle)) throw new Error('nothing was built');
  for (const part of bundle.output) {
    if (part.type === 'asset') {
      if (part.fileName.endsWith('.css')) styles.set(part.fileName, String(part.source));
      continue;
    }
    chunks.set(part.fileName, {
      fileName: part.fileName,
      code: part.code,
      imports: part.imports,
      styles: [
        ...((part as { viteMetadata?: { importedCss: Set<string> } }).viteMetadata?.importedCss ?? []),
      ],
      facade: part.facadeModuleId,
      modules: part.moduleIds,
    });
  }
}, 60_000);

/** A chunk with everything it needs before it can run. */
function closure(fileName: string, seen = new Set<string>()): Set<string> {
  const chunk = chunks.get(fileName);
  if (!chunk || seen.has(fileName)) return seen;
  seen.add(fileName);
  for (const needed of chunk.imports) closure(needed, seen);
  return seen;
}

const sizeOf = (text: string): number => gzipSync(text).length;
const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
const entry = (): Chunk =>
  [...chunks.values()].find(({ facade }) => facade?.endsWith('index.html') === true)!;
const pages = (): Chunk[] =>
  [...chunks.values()].filter(({ facade }) => facade?.includes('.page.tsx') === true);
const charts = (): Chunk =>
  [...chunks.values()].find(({ facade }) => facade?.endsWith('charts/draw.ts') === true)!;

/** What a visitor fetches who comes to a page first. */
function firstLoad(page: Chunk) {
  const needed = [...closure(page.fileName, closure(entry().fileName))].map((name) => chunks.get(name)!);
  const sheets = new Set([...needed.flatMap((chunk) => chunk.styles), ...entry().styles]);
  return {
    scripts: sum(needed.map(({ code }) => sizeOf(code))),
    styles: sum([...sheets].map((name) => sizeOf(styles.get(name) ?? ''))),
  };
}

describe('the built client', () => {
  test('first load of every page stays within 40 kB of script and 6 kB of style, gzipped', () => {
    const loads = pages().map((page) => ({ page: page.fileName, ...firstLoad(page) }));
    expect(loads.length).toBeGreaterThan(5);
    expect(
      loads.filter(({ scripts, styles: sheet }) => scripts > BUDGET.scripts || sheet > BUDGET.styles),
    ).toEqual([]);
  });
  test('charts are fetched only when shown, within 75 kB gzipped', () => {
    expect(sizeOf(charts().code)).toBeLessThanOrEqual(BUDGET.charts);
    const early = [entry(), ...pages()].filter((chunk) => closure(chunk.fileName).has(charts().fileName));
    expect(early).toEqual([]);
  });
  test('holds nothing of the server, the store or full zod', () => {
    const foreign = [...chunks.values()].flatMap(({ modules }) =>
      modules.filter((id) => /\/(server|db)\/|node_modules\/(zod|fastify|drizzle-orm)\//.test(id)),
    );
    expect(foreign).toEqual([]);
    for (const { code } of chunks.values()) expect(code).not.toMatch(/drizzle|fastify|ZodObject/);
  });
  test('sets no style or script inline: the content security policy allows none', () => {
    for (const { code } of chunks.values()) expect(code).not.toMatch(/\.setAttribute\(["'`]style/);
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
