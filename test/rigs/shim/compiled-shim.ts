// The shim, compiled once a process with whatever C compiler there is.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOURCE = join(import.meta.dirname, 'power.c');
type Compiled = { readonly library: string } | { readonly missing: string };
let compiled: Compiled | null = null;

export function compiledShim(): Compiled {
  compiled ??= compile();
  return compiled;
}

/** The library's path; only for a rig that has said it is not missing. */
export function shimLibrary(): string {
  const found = compiledShim();
  if ('missing' in found) throw new Error(found.missing);
  return found.library;
}

/** Why there are no power cuts here; null when there are. */
export function shimMissing(): string | null {
  const found = compiledShim();
  return 'missing' in found ? found.missing : null;
}

function compile(): Compiled {
  if (process.platform !== 'linux')
    return { missing: `LD_PRELOAD is for Linux, this is ${process.platform}` };
  const folder = mkdtempSync(join(tmpdir(), 'dandang-shim-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const library = join(folder, 'power.so');
  const options = ['-O2', '-shared', '-fPIC', '-o', library, SOURCE, '-ldl', '-lpthread'];
  const { error, status, stderr } = spawnSync(process.env['CC'] ?? 'cc', options, { encoding: 'utf8' });
  if (error) return { missing: `no C compiler (${error.message})` };
  return status === 0 ? { library } : { missing: `the shim does not compile: ${stderr}` };
}
