import { ACTING_USAGE, actingAs, actingOptions, refusalsInWords } from './acting-as.ts';
import { BadInput, type Command, EXIT } from './command.ts';
import { databaseOptions, settingsOf, withProduct } from './database-options.ts';
import { fileOf } from './read-json.ts';

const usage = `undo <batch> --reason <text> ${ACTING_USAGE} [--database url]`;

export const command: Command = {
  usage,
  about: {
    zh: '整批撤销一次导入；数据已被使用时拒绝并列出',
    en: 'Undoes an import as a whole; refused with a list once anything refers to it',
  },
  options: { ...databaseOptions, ...actingOptions, reason: { type: 'string' } },
  run: (given, terminal) =>
    refusalsInWords(terminal, async () => {
      const id = fileOf(given, usage);
      const { reason } = given.values;
      if (typeof reason !== 'string' || reason.trim().length < 2)
        throw new BadInput(['--reason: 请写明撤销的理由 say why']);
      const config = settingsOf({ ...given, positionals: [] }, usage);
      return withProduct(config, terminal, async (product) => {
        const batch = await actingAs(product, given, terminal, (actor) =>
          product.services.batches.undoNow(actor, { id, reason: reason.trim() }),
        );
        terminal.out(`${JSON.stringify(batch)}\n`);
        return EXIT.done;
      });
    }),
};
