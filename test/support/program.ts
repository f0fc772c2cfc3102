// The command line as a program of its own: the built one where it is that of these sources, for it starts eight
// times as fast; else the sources.
import { join } from 'node:path';
import { isBuilt } from '../../server/is-built.ts';

const ROOT = join(import.meta.dirname, '../..');

export const PROGRAM = join(ROOT, isBuilt(ROOT) ? 'dist/server/cli.mjs' : 'server/cli.ts');
