import { ACTING_USAGE } from './acting-as.ts';
import type { Command } from './command.ts';
import { importOptions, runImport } from './import-file.ts';

const usage = `import-roster <file.xlsx|csv> [--apply ${ACTING_USAGE}] [--database url]`;

export const command: Command = {
  usage,
  about: {
    zh: '导入单位、岗位、干部、任职；不加 --apply 只试导入：列出新增、更新、无变化与每一处错误',
    en: 'Imports units, posts, cadres, appointments; without --apply only tries: counts and every error',
  },
  options: importOptions,
  run: (given, terminal) =>
    runImport(given, terminal, {
      usage,
      inputFor: async (_product, file) => ({ kind: 'roster', year: null, file }),
    }),
};
