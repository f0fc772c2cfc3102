import { existsSync } from 'node:fs';
import { argon2 } from '../adapters/argon2.ts';
import { passwordsWith } from '../accounts/passwords.ts';
import { backupFiles } from '../adapters/backup-files.ts';
import { type HeldHead, heldHeadFrom } from '../backups/read-backup.ts';
import { restoreBackup } from '../backups/restore-backup.ts';
import type { Config } from '../config.ts';
import { surroundings } from '../main.ts';
import { StoreNotEmpty } from '../../db/store.ts';
import { Refused } from '../http/problem.ts';
import { targetFilled } from '../backups/backups.problems.ts';
import { passwordFrom, refusalsInWords } from './acting-as.ts';
import { BadInput, type Command, EXIT, type Given, type Terminal } from './command.ts';
import { databaseOptions, settingsOf } from './database-options.ts';
import { fileOf } from './read-json.ts';

const usage =
  'restore <dir> --as <staff number> [--password-file <file>] [--head <file>] [--older-than-head] [--database url]';

/** Somebody holds a head elsewhere, or the one lies here that this place saw last. */
async function heldHead({ values }: Given, config: Config, terminal: Terminal): Promise<HeldHead | null> {
  const given = values['head'];
  const file = typeof given === 'string' ? given : existsSync(config.headFile) ? config.headFile : null;
  if (file === null) return null;
  const head = heldHeadFrom(await terminal.read(file));
  if (!head) throw new BadInput([`${file}: 不是日志首部 is no log head: {"size": …, "rootHash": …}`]);
  return head;
}

/** A restore without the keys of then would be a store that nobody can read. */
function refuseNoKeys({ keyFile, keyOverrides }: Config): void {
  const areGiven = keyOverrides.dataKey !== undefined && keyOverrides.lookupKey !== undefined;
  if (areGiven || existsSync(keyFile)) return;
  throw new BadInput([
    `${keyFile}: 请先恢复密钥文件；备份里没有密钥 bring the key file back first; keys are never in a backup`,
  ]);
}

async function restore(given: Given, terminal: Terminal): Promise<number> {
  const folder = fileOf(given, usage);
  const staffNo = given.values['as'];
  if (typeof staffNo !== 'string')
    throw new BadInput(['--as: 请指明由哪位系统管理员恢复 say which system administrator restores']);
  const config = settingsOf({ ...given, positionals: [] }, usage);
  refuseNoKeys(config);
  const held = await heldHead(given, config, terminal);
  const password = await passwordFrom(given, terminal);
  const { openStoreOf } = await import('../open-product.ts');
  const isFile = config.databaseUrl.startsWith('file:');
  const manifest = await restoreBackup({
    ...surroundings,
    files: backupFiles,
    folder,
    file: isFile ? config.databaseUrl.replace(/^file:(\/\/(?=\/))?/u, '') : null,
    open: async (file) => {
      const target = file === null ? config : { ...config, databaseUrl: `file:${file}` };
      return (await openStoreOf(target, { check: true })).store;
    },
    passwords: passwordsWith(argon2),
    as: { staffNo, password },
    held,
    isOlderFine: given.values['older-than-head'] === true,
  }).catch((fault: unknown) => {
    throw fault instanceof StoreNotEmpty ? new Refused(targetFilled) : fault;
  });
  const { madeAt, engine, head, counts } = manifest;
  terminal.out(`${JSON.stringify({ restored: folder, madeAt, engine, head, counts })}\n`);
  return EXIT.done;
}

export const command: Command = {
  usage,
  about: {
    zh: '把备份恢复到空的数据库；比所持日志首部旧的备份须加 --older-than-head',
    en: 'Restores a backup into an empty database; one older than a held log head only with --older-than-head',
  },
  options: {
    ...databaseOptions,
    as: { type: 'string' },
    'password-file': { type: 'string' },
    head: { type: 'string' },
    'older-than-head': { type: 'boolean' },
  },
  run: (given, terminal) => refusalsInWords(terminal, () => restore(given, terminal)),
};
