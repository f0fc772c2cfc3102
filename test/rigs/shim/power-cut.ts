// A power cut: after SIGKILL nothing is left but what had been synced.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cut } from '../cuts/cut-rig.ts';
import { shimLibrary } from './compiled-shim.ts';

const emptied = (folder: string): void => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
};

export function powerCut(): Cut {
  const copies = mkdtempSync(join(tmpdir(), 'dandang-durable-'));
  return {
    environment(folder) {
      // Whatever lies there when the machine starts is durable; the memory of the WAL never is.
      emptied(copies);
      mkdirSync(copies, { recursive: true });
      cpSync(folder, copies, { recursive: true, filter: (path) => !path.endsWith('-shm') });
      return { LD_PRELOAD: shimLibrary(), RIG_WATCH: folder, RIG_COPIES: copies };
    },
    afterwards(folder) {
      emptied(folder);
      cpSync(copies, folder, { recursive: true });
    },
    remove: () => rmSync(copies, { recursive: true, force: true }),
  };
}
