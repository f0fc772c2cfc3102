import { BadConfig, type Config } from '../config.ts';
import { configured } from '../main.ts';
import { UnsafeKeyFile } from '../keys/key-file.ts';
import type { Opening, Product } from '../open-product.ts';
import { BadInput, type Given, type Terminal } from './command.ts';

/** What every command that needs the database takes. */
export const databaseOptions = { database: { type: 'string' } } as const;

/** The settings of the environment with `--database` and whatever else the command names. */
export function settingsOf(
  { values, positionals }: Given,
  usage: string,
  named: Readonly<Record<string, string>> = {},
): Config {
  if (positionals.length > 0) throw new BadInput([`用法 usage: dandang ${usage}`]);
  const options = Object.entries({ database: 'DATABASE_URL', ...named });
  const said = options.flatMap(([option, variable]) =>
    typeof values[option] === 'string' ? [[variable, values[option]] as const] : [],
  );
  return inWords(() => configured(Object.fromEntries(said)));
}

/** Opens the product, does the work, and closes it again whatever happens. */
export async function withProduct<T>(
  config: Config,
  terminal: Terminal,
  work: (product: Product) => Promise<T>,
  opening: Opening = {},
): Promise<T> {
  // Loaded only now: `--help` does not wait for a database.
  const { openProduct } = await import('../open-product.ts');
  const onFault = (fault: unknown) => terminal.say(String(fault));
  const product = await rejectedInWords(openProduct(config, onFault, opening));
  try {
    return await work(product);
  } finally {
    await product.close();
  }
}

/** The same of something that is on its way. */
export const rejectedInWords = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => inWords(() => raise(error)));

function raise(error: unknown): never {
  throw error;
}

/** A wrong setting is for people to mend, like any other input. */
export function inWords<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof BadConfig) throw new BadInput(error.messages);
    if (error instanceof UnsafeKeyFile) throw new BadInput([error.message]);
    throw error;
  }
}
