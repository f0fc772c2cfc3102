// A real Chromium for journeys: the one named, the system's, or the one that comes as an npm package.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import manifest from '../../package.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '../..');
const SYSTEM = '/usr/bin/chromium';
const UNPACKED = join(
  ROOT,
  `node_modules/.cache/dandang/chromium-${manifest.devDependencies['@sparticuz/chromium']}`,
);
const UNPACK = `import packed from '@sparticuz/chromium'; await packed.executablePath();`;

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

// The package's own arguments are left out: in its single process all contexts share their cookies.
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: QUIET });

/** The Chromium to launch; the package's is unpacked at the first asking. */
export function chromiumPath(): string {
  const own = process.env['CHROMIUM'] ?? (existsSync(SYSTEM) ? SYSTEM : undefined);
  if (own !== undefined) return own;
  if (!existsSync(UNPACKED)) unpack();
  return join(UNPACKED, 'chromium');
}

// The package unpacks into the folder for temporary files and takes a half-written one there for whole.
function unpack(): void {
  mkdirSync(dirname(UNPACKED), { recursive: true });
  const half = mkdtempSync(`${UNPACKED}-`);
  execFileSync(process.execPath, ['--input-type=module', '--eval', UNPACK], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: half },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    renameSync(half, UNPACKED);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(UNPACKED)) throw error;
  }
}
