// Backups on a disk: written beside, synced, and named last.
import { createHash } from 'node:crypto';
import { constants, createReadStream, createWriteStream } from 'node:fs';
import {
  copyFile,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { BackupFiles, BackupInTheMaking, WrittenFile } from '../backups/backup-files.ts';

const MANIFEST = 'manifest.json';
const PARTIAL = '.partial';
/** They hold personal data. */
const OWNER_ONLY = { folder: 0o700, file: 0o600 };
/** One that is being made grows; one that has not grown for so long belongs to a process that is no more. */
const FORSAKEN_MS = 15 * 60_000;
const FAST = 1;

const errorCode = (error: unknown): string => String((error as NodeJS.ErrnoException).code);
const unless =
  <T>(codes: readonly string[], value: T) =>
  (error: unknown): T => {
    if (codes.includes(errorCode(error))) return value;
    throw error;
  };

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function digestOf(path: string, name: string): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { name, bytes, sha256: hash.digest('hex') };
}

async function* withBreaks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

async function isForsaken(partial: string, now: number): Promise<boolean> {
  const names = await readdir(partial).catch(unless(['ENOENT'], []));
  const times = await Promise.all(
    [partial, ...names.map((name) => join(partial, name))].map((path) =>
      stat(path).then(({ mtimeMs }) => mtimeMs, unless(['ENOENT'], 0)),
    ),
  );
  return now - Math.max(...times) > FORSAKEN_MS;
}

/** The folder to write in, ours alone. */
async function claim(folder: string, now: number): Promise<string | null> {
  const partial = join(dirname(folder), `.${basename(folder)}${PARTIAL}`);
  await mkdir(dirname(folder), { recursive: true, mode: OWNER_ONLY.folder });
  const lying = await readdir(folder).catch(unless(['ENOENT'], []));
  if (lying.length > 0) return null;
  const make = () => mkdir(partial, { mode: OWNER_ONLY.folder }).then(() => true, unless(['EEXIST'], false));
  if (await make()) return partial;
  if (!(await isForsaken(partial, now))) return null;
  await rm(partial, { recursive: true, force: true });
  return (await make()) ? partial : null;
}

function inTheMaking(partial: string, folder: string): BackupInTheMaking {
  const pathOf = (name: string) => join(partial, name);
  return {
    pathOf,
    writeLines: (name, lines) =>
      pipeline(
        Readable.from(withBreaks(lines)),
        createGzip({ level: FAST }),
        createWriteStream(pathOf(name), { mode: OWNER_ONLY.file, flags: 'wx' }),
      ),
    async finish(manifestOf) {
      const files: WrittenFile[] = [];
      for (const name of (await readdir(partial)).sort()) {
        await sync(pathOf(name));
        files.push(await digestOf(pathOf(name), name));
      }
      const manifest = await open(pathOf(MANIFEST), 'wx', OWNER_ONLY.file);
      await manifest.writeFile(`${JSON.stringify(manifestOf(files), null, 2)}\n`);
      await manifest.sync();
      await manifest.close();
      await sync(partial);
      await rename(partial, folder);
      await sync(dirname(folder));
    },
    abandon: () => rm(partial, { recursive: true, force: true }),
  };
}

export const backupFiles: BackupFiles = {
  async begin(folder, now) {
    const partial = await claim(folder, now);
    return partial === null ? null : inTheMaking(partial, folder);
  },
  async namesIn(place) {
    const unseen = ['ENOENT', 'ENOTDIR', 'EACCES', 'EIO'];
    const entries = await readdir(place, { withFileTypes: true }).catch(unless(unseen, []));
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  },
  async manifestIn(folder) {
    const text = await readFile(join(folder, MANIFEST), 'utf8').catch(unless(['ENOENT', 'ENOTDIR'], null));
    return text === null ? null : (JSON.parse(text) as unknown);
  },
  digest: (folder, name) => digestOf(join(folder, name), name).catch(unless(['ENOENT'], null)),
  lines: (folder, name) =>
    createInterface({
      input: createReadStream(join(folder, name)).pipe(createGunzip()),
      crlfDelay: Infinity,
    }),
  async copyOut(folder, name, target) {
    await mkdir(dirname(target), { recursive: true, mode: OWNER_ONLY.folder });
    await copyFile(join(folder, name), target, constants.COPYFILE_EXCL);
    await sync(target);
  },
  remove: (folder) => rm(folder, { recursive: true, force: true }),
  exists: (file) => stat(file).then(() => true, unless(['ENOENT'], false)),
  async publish(file, name) {
    await sync(file);
    // Unlike a rename, a link never replaces what is there.
    await link(file, name);
    await rm(file);
    await sync(dirname(name));
  },
  async keepText(file, text) {
    const beside = `${file}.new`;
    await writeFile(beside, text, { mode: OWNER_ONLY.file, flush: true });
    await rename(beside, file);
  },
  async discard(file) {
    for (const each of ['', '-wal', '-shm', '-journal']) await rm(`${file}${each}`, { force: true });
  },
};
