// A real Chromium for journeys: the one named, the system's, or the one that comes as an npm package.
import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const SYSTEM = '/usr/bin/chromium';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

// The package's own arguments are left out: in its single process all contexts share their cookies.
export async function launchChromium(): Promise<Browser> {
  const own = process.env['CHROMIUM'] ?? (existsSync(SYSTEM) ? SYSTEM : undefined);
  return chromium.launch({ executablePath: own ?? (await sparticuz.executablePath()), args: QUIET });
}
