// The product opened for a command: settings, keys, store, services.
import { existsSync } from 'node:fs';
import { openStore, type Store } from '../db/store.ts';
import { BadConfig, type Config } from './config.ts';
import { type Keys, keysFrom } from './keys/key-file.ts';
import { surroundings } from './main.ts';
import { type Services, servicesOf } from './services.ts';

export interface Product {
  readonly store: Store;
  readonly keys: Keys;
  readonly services: Services;
  close(): Promise<void>;
}

/** New keys could not read what was sealed with the lost ones. */
function refuseLostKeys({ databaseUrl, keyFile, keyOverrides }: Config): void {
  const isGiven = keyOverrides.dataKey !== undefined && keyOverrides.lookupKey !== undefined;
  const file = databaseUrl.startsWith('file:') ? databaseUrl.slice('file:'.length) : null;
  if (isGiven || file === null || !existsSync(file) || existsSync(keyFile)) return;
  throw new BadConfig([
    `${keyFile}: 数据库已经存在，但没有密钥文件；请恢复它 the database exists but not its keys: restore the file`,
  ]);
}

export interface Opening {
  /** False leaves the schema as it is. */
  readonly migrate?: boolean;
  /** Looks for damage first, as a server does. */
  readonly check?: boolean;
  /** False leaves the log as it is found. */
  readonly sequence?: boolean;
}

/** The store alone, with the keys that read it. */
export async function openStoreOf(
  config: Config,
  { migrate = true, check = false, sequence = true }: Opening = {},
): Promise<Pick<Product, 'store' | 'keys'>> {
  refuseLostKeys(config);
  const keysNow = () => keysFrom(config.keyFile, config.keyOverrides);
  const keys = keysNow();
  // A key that `rotate-keys` added since the start: what it sealed is read at once.
  const dataKeysNow = () => [keysNow()].flatMap(({ dataKey, olderDataKeys }) => [dataKey, ...olderDataKeys]);
  const store = await openStore({
    url: config.databaseUrl,
    ...(config.databaseReadUrl !== undefined && { readUrl: config.databaseReadUrl }),
    ...surroundings,
    keys: { ...keys, dataKeysNow },
    migrate,
    check,
    sequence,
    migrationsFolder: `${import.meta.dirname}/${import.meta.filename.endsWith('.ts') ? '../db/' : ''}migrations`,
  });
  return { store, keys };
}

export async function openProduct(
  config: Config,
  onFault: (fault: unknown) => void,
  opening: Opening = {},
): Promise<Product> {
  const { store, keys } = await openStoreOf(config, opening);
  const services = servicesOf({ ...surroundings, store, onFault });
  return { store, keys, services, close: () => store.close() };
}
