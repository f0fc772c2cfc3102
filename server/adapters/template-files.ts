// Templates on the disk: the school's own where it has one, else the product's.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface TemplateFile {
  /** Where it was found: what a message names. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const absent = (error: unknown): null => {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
};
const at = async (path: string): Promise<TemplateFile | null> => {
  const bytes = await readFile(path).catch(absent);
  return bytes && { path, bytes };
};

/** Whether there is such a folder. */
export const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(absent))?.isDirectory() === true;

/** Read anew each time, so that a corrected template is used at once. `own` null = the school has none. */
export async function templateFile(
  { builtIn, own }: { readonly builtIn: URL; readonly own: string | null },
  name: string,
): Promise<TemplateFile> {
  const found = own === null ? null : await at(join(own, name));
  if (found) return found;
  const { pathname } = new URL(name, builtIn);
  return (await at(decodeURIComponent(pathname)))!;
}
