import { backupFiles } from '../adapters/backup-files.ts';
import { type Manifest, takeBackup } from '../backups/take-backup.ts';
import { notAllowed, Refused } from '../http/problem.ts';
import { surroundings } from '../main.ts';
import type { Product } from '../open-product.ts';
import type { Actor } from '../permissions/actor.ts';
import { may } from '../permissions/may.ts';
import { VERSION } from '../version.ts';
import { ACTING_USAGE, actingAs, actingOptions, refusalsInWords } from './acting-as.ts';
import { BadInput, type Command, EXIT } from './command.ts';
import { databaseOptions, settingsOf, withProduct } from './database-options.ts';
import { fileOf } from './read-json.ts';

const usage = `backup <dir> [--portable] ${ACTING_USAGE} [--database url]`;

/** On record as a job, like one that a page asks for. */
async function recorded(
  { store, services: { jobs } }: Product,
  actor: Actor,
  folder: string,
  isPortable: boolean,
): Promise<Manifest> {
  if (!may(actor, 'backup.run')) throw new Refused(notAllowed);
  let outcome: { readonly manifest: Manifest } | { readonly fault: unknown } | null = null;
  const { id } = await jobs.startJob('backup', actor, 1, async () => {
    const taking = { ...surroundings, store, files: backupFiles, version: VERSION, isPortable };
    try {
      outcome = { manifest: await takeBackup({ ...taking, how: 'aside' }, folder) };
    } catch (fault) {
      outcome = { fault };
      throw fault;
    }
  });
  await jobs.ended(id);
  const ended = outcome as { readonly manifest: Manifest } | { readonly fault: unknown } | null;
  if (ended === null) throw new Error('the backup did not end');
  if ('fault' in ended) throw ended.fault;
  return ended.manifest;
}

export const command: Command = {
  usage,
  about: {
    zh: '在线备份到一个新目录（服务运行时也可以）；--portable 制作两种数据库都能恢复的备份',
    en: 'An online backup into a new folder, also while the server runs; --portable makes one that either engine restores',
  },
  options: { ...databaseOptions, ...actingOptions, portable: { type: 'boolean' } },
  run: (given, terminal) =>
    refusalsInWords(terminal, async () => {
      const folder = fileOf(given, usage);
      const config = settingsOf({ ...given, positionals: [] }, usage);
      return withProduct(
        config,
        terminal,
        async (product) => {
          if (!(await product.store.ready()))
            throw new BadInput([
              '数据库不是本程序的版本，请先运行 migrate the database is of another version: run migrate first',
            ]);
          const isPortable = given.values['portable'] === true;
          const manifest = await actingAs(product, given, terminal, (actor) =>
            recorded(product, actor, folder, isPortable),
          );
          const { madeAt, engine, form, head } = manifest;
          terminal.out(`${JSON.stringify({ backup: folder, madeAt, engine, form, head })}\n`);
          return EXIT.done;
        },
        { migrate: false },
      );
    }),
};
