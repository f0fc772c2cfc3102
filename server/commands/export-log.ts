import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { exportedLines } from '../../db/store.ts';
import { type Command, EXIT } from './command.ts';
import { databaseOptions, settingsOf } from './database-options.ts';
import { openExisting } from './existing-store.ts';
import { fileOf } from './read-json.ts';

const usage = 'export-log <file> [--database url]';
/** It says who did what: for its owner only. */
const OWNER_ONLY = 0o600;

export const command: Command = {
  usage,
  about: {
    zh: '把审计日志导出为文件；脱离数据库用 verify --file 核验',
    en: 'Writes the audit log to a file that verify --file checks without the database',
  },
  options: databaseOptions,
  async run(given, terminal) {
    const target = fileOf(given, usage);
    const store = await openExisting(settingsOf({ ...given, positionals: [] }, usage));
    try {
      if (target === '-') {
        await store.snapshot(async (db) => {
          for await (const line of exportedLines(db, store.tables)) terminal.out(line);
        });
        return EXIT.done;
      }
      const file = createWriteStream(target, { mode: OWNER_ONLY, flags: 'wx' });
      await store.snapshot(async (db) => {
        for await (const line of exportedLines(db, store.tables))
          if (!file.write(line)) await once(file, 'drain');
      });
      file.end();
      await finished(file);
      const head = await store.log.head();
      terminal.out(
        `${JSON.stringify({ file: target, size: head?.size ?? 0, rootHash: head?.rootHash ?? null })}\n`,
      );
      return EXIT.done;
    } finally {
      await store.close();
    }
  },
};
