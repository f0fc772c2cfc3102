// `rotate-keys --data`: a new key for what is sealed, then every sealed value under it; `--drop-old` ends the old ones.
import type { Config } from '../config.ts';
import { addDataKey, dropOlderDataKeys } from '../keys/key-file.ts';
import { resealing } from '../keys/reseal.ts';
import { BadInput, EXIT, type Terminal } from './command.ts';
import { inWords, withProduct } from './database-options.ts';

/** The main database alone: a replica could show rows as they were before the last batch. */
const withoutReplica = (config: Config): Config => ({ ...config, databaseReadUrl: undefined });

/** Adds a key unless an earlier rotation was left half-way, and brings everything under the newest. */
export async function rotateDataKey(given: Config, terminal: Terminal): Promise<number> {
  const config = withoutReplica(given);
  const isFromFile = config.keyOverrides.dataKey === undefined;
  const isHalfway = await withProduct(config, terminal, async ({ store, keys }) => {
    return keys.olderDataKeys.length > 0 && (await resealing(store).remaining()) > 0;
  });
  if (isFromFile && !isHalfway) inWords(() => addDataKey(config.keyFile));
  return withProduct(config, terminal, async ({ store, keys }) => {
    if (keys.olderDataKeys.length === 0)
      throw new BadInput([
        'DATA_KEY: 把新密钥写在旧密钥之前，用逗号隔开，再运行 put the new key before the old one, with a comma, and run again',
      ]);
    const { values, batches } = await resealing(store).resealAll((count) => terminal.say(String(count)));
    terminal.out(`${JSON.stringify({ values, batches, olderKeys: keys.olderDataKeys.length })}\n`);
    terminal.say(
      terminal.language === 'zh'
        ? '已全部用新密钥封存。重启各个节点，之后运行 rotate-keys --data --drop-old；旧备份仍要旧密钥才能读，请连同备份另行保管。'
        : 'All is sealed with the new key. Restart every node, then run rotate-keys --data --drop-old; old backups still need the old key: keep it with them.',
    );
    return EXIT.done;
  });
}

/** Refused while any value needs them. */
export async function dropOldDataKeys(given: Config, terminal: Terminal): Promise<number> {
  const config = withoutReplica(given);
  const remaining = await withProduct(config, terminal, ({ store }) => resealing(store).remaining());
  if (remaining > 0) {
    terminal.say(
      terminal.language === 'zh'
        ? `还有 ${remaining} 行要用旧密钥，先运行 rotate-keys --data`
        : `${remaining} rows still need an old key: run rotate-keys --data first`,
    );
    return EXIT.notSo;
  }
  if (config.keyOverrides.dataKey !== undefined)
    throw new BadInput(['DATA_KEY: 可以从环境变量中删去旧密钥了 the old keys may be taken out of it now']);
  inWords(() => dropOlderDataKeys(config.keyFile));
  terminal.out(`${JSON.stringify({ remaining })}\n`);
  return EXIT.done;
}
