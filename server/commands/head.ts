import { BadInput, type Command, EXIT } from './command.ts';
import { databaseOptions, settingsOf } from './database-options.ts';
import { openExisting } from './existing-store.ts';

const usage = 'head [--database url]';

export const command: Command = {
  usage,
  about: {
    zh: '打印当前的日志头；在库外妥善保存，日后用 verify --head 比对',
    en: 'Prints the present head of the log; keep it elsewhere and compare later with verify --head',
  },
  options: databaseOptions,
  async run(given, terminal) {
    const store = await openExisting(settingsOf(given, usage));
    try {
      const head = await store.log.head();
      if (!head) throw new BadInput(['日志还没有记录 the log has no entry yet']);
      const key = (await store.log.keys()).find(({ id }) => id === head.keyId);
      terminal.out(`${JSON.stringify({ ...head, publicKey: key?.publicKey ?? '' })}\n`);
      return EXIT.done;
    } finally {
      await store.close();
    }
  },
};
