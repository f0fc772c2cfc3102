import { type Command, EXIT } from './command.ts';
import { databaseOptions, settingsOf, withProduct } from './database-options.ts';

const usage = 'migrate [--database url]';

export const command: Command = {
  usage,
  about: {
    zh: '把数据库升级到本程序的版本',
    en: 'Brings the database to this program’s schema',
  },
  options: databaseOptions,
  run: (given, terminal) =>
    withProduct(settingsOf(given, usage), terminal, async ({ store }) => {
      const isCurrent = await store.ready();
      terminal.out(`${JSON.stringify({ database: store.dialect, isCurrent })}\n`);
      return isCurrent ? EXIT.done : EXIT.notSo;
    }),
};
