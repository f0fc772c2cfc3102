// Is what was built last still the release of these sources?
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['client', 'db', 'scoring', 'server', 'package-lock.json', 'vite.config.ts'];
const BUILT = ['dist/client/index.html', 'dist/server/cli.mjs'];

const newest = (path: string): number => {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

/** True if everything that is built is there and newer than every source under `root`. */
export function isBuilt(root: string): boolean {
  const built = BUILT.map((path) => join(root, path));
  if (!built.every((path) => existsSync(path))) return false;
  const oldest = Math.min(...built.map((path) => statSync(path).mtimeMs));
  return SOURCES.every((path) => newest(join(root, path)) < oldest);
}
