// A store as it is found: nothing is created, migrated or written.
import { existsSync } from 'node:fs';
import type { Store } from '../../db/store.ts';
import type { Config } from '../config.ts';
import { BadInput } from './command.ts';
import { rejectedInWords } from './database-options.ts';

export async function openExisting(config: Config): Promise<Store> {
  const { databaseUrl } = config;
  const file = databaseUrl.startsWith('file:') ? databaseUrl.slice('file:'.length) : null;
  if (file !== null && !existsSync(file))
    throw new BadInput([`--database ${databaseUrl}: 没有这个数据库 there is no such database`]);
  const { openStoreOf } = await import('../open-product.ts');
  const looking = { migrate: false, check: true, sequence: false };
  const { store } = await rejectedInWords(openStoreOf(config, looking));
  if (await store.ready()) return store;
  await store.close();
  throw new BadInput([
    `--database ${databaseUrl}: 结构不是本程序的版本，请先运行 migrate its schema is not this program’s: run migrate`,
  ]);
}
