// What a browser would load of the built client, measured after gzip.
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const client = new URL('../../client/', import.meta.url);

export interface Chunk {
  readonly fileName: string;
  readonly code: string;
  readonly imports: readonly string[];
  readonly styles: readonly string[];
  readonly facade: string | null;
  readonly modules: readonly string[];
}

export interface BuiltClient {
  readonly chunks: ReadonlyMap<string, Chunk>;
  readonly entry: Chunk;
  readonly pages: readonly Chunk[];
  readonly charts: Chunk;
  /** The chunks a chunk needs before it can run, itself among them. */
  closure(fileName: string): ReadonlySet<string>;
  /** Bytes of script and style that a visitor fetches who comes to a page first. */
  firstLoad(page: Chunk): { readonly scripts: number; readonly styles: number };
}

export const gzipped = (text: string): number => gzipSync(text).length;

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);

/** A test runner's NODE_ENV would make a build for developers: larger, and not what is served. */
async function asReleased<T>(work: () => Promise<T>): Promise<T> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

async function builtParts() {
  const chunks = new Map<string, Chunk>();
  const styles = new Map<string, string>();
  const output = await asReleased(() =>
    build({
      root: fileURLToPath(client),
      configFile: `${root}vite.config.ts`,
      logLevel: 'error',
      build: { write: false },
    }),
  );
  const [bundle] = [output].flat();
  if (!bundle || !('output' in bundle)) throw new Error('nothing was built');
  for (const part of bundle.output) {
    if (part.type === 'asset') {
      if (part.fileName.endsWith('.css')) styles.set(part.fileName, String(part.source));
      continue;
    }
    const { viteMetadata } = part as { viteMetadata?: { importedCss: Set<string> } };
    chunks.set(part.fileName, {
      fileName: part.fileName,
      code: part.code,
      imports: part.imports,
      styles: [...(viteMetadata?.importedCss ?? [])],
      facade: part.facadeModuleId,
      modules: part.moduleIds,
    });
  }
  return { chunks, styles };
}

/** Builds the client in memory. */
export async function builtClient(): Promise<BuiltClient> {
  const { chunks, styles } = await builtParts();
  const all = [...chunks.values()];
  const entry = all.find(({ facade }) => facade?.endsWith('index.html') === true)!;
  const closure = (fileName: string, seen = new Set<string>()): Set<string> => {
    const chunk = chunks.get(fileName);
    if (!chunk || seen.has(fileName)) return seen;
    seen.add(fileName);
    for (const needed of chunk.imports) closure(needed, seen);
    return seen;
  };
  return {
    chunks,
    entry,
    pages: all.filter(({ facade }) => facade?.includes('.page.tsx') === true),
    charts: all.find(({ facade }) => facade?.endsWith('charts/draw.ts') === true)!,
    closure: (fileName) => closure(fileName),
    firstLoad: (page) => {
      const needed = [...closure(page.fileName, closure(entry.fileName))].map((name) => chunks.get(name)!);
      const sheets = new Set([...needed.flatMap((chunk) => chunk.styles), ...entry.styles]);
      return {
        scripts: sum(needed.map(({ code }) => gzipped(code))),
        styles: sum([...sheets].map((name) => gzipped(styles.get(name) ?? ''))),
      };
    },
  };
}
