// Builds what is shipped: the client by Vite, the server bundled by esbuild. `node server/build.ts [--if-needed]`
import { cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isBuilt } from './is-built.ts';

const root = resolve(import.meta.dirname, '..');

/** Packages with a binary of their own stay outside; pg-native is one that pg can do without. */
const EXTERNAL = ['better-sqlite3', '@node-rs/argon2', 'pg-native'];
/** CommonJS packages inside an ES module still call these. */
const BANNER = [
  "import { createRequire as requireOf } from 'node:module';",
  'const require = requireOf(import.meta.url);',
  'const __filename = import.meta.filename, __dirname = import.meta.dirname;',
].join('');

async function buildClient(): Promise<void> {
  const { build } = await import('vite');
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
}

async function buildServer(): Promise<void> {
  const { build } = await import('esbuild');
  const outdir = join(root, 'dist/server');
  rmSync(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: { cli: 'server/cli.ts', 'xlsx-worker': 'server/adapters/xlsx-worker.ts' },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'linked',
    external: EXTERNAL,
    banner: { js: BANNER },
    chunkNames: 'part-[hash]',
    logLevel: 'warning',
  });
  cpSync(join(root, 'server/permissions/permissions.txt'), join(outdir, 'permissions.txt'));
  for (const machines of ['procedures.json', 'corrections.json', 'years.json'])
    cpSync(join(root, 'server/procedures', machines), join(outdir, machines));
  cpSync(join(root, 'server/documents/templates'), join(outdir, 'templates'), { recursive: true });
  cpSync(join(root, 'db/migrations'), join(outdir, 'migrations'), { recursive: true });
}

if (!process.argv.includes('--if-needed') || !isBuilt(root)) {
  process.chdir(root);
  await buildClient();
  await buildServer();
}
