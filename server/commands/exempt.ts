import { exemptFromBlame } from '../../scoring/index.ts';
import { readCase } from '../exemptions/read-case.ts';
import { type Command, EXIT } from './command.ts';
import { fileOf, readJson, refused } from './read-json.ts';

const usage = 'exempt <case.json|->';

export const command: Command = {
  usage,
  about: {
    zh: '按“三个区分开来”判断一件失误有哪些结论可选；由人决定',
    en: 'Which outcomes the three distinctions leave open for a mistake; people decide',
  },
  options: {},
  run: async (given, terminal) => {
    const file = fileOf(given, usage);
    const raw = await readJson(file, terminal);
    const cases = Array.isArray(raw) ? raw.map(readCase) : [readCase(raw)];
    const refusals = cases.flatMap((read, index) => {
      if (!('refusals' in read)) return [];
      const prefix = Array.isArray(raw) ? `/${index}` : '';
      return read.refusals.map((one) => ({ ...one, pointer: `${prefix}${one.pointer}` }));
    });
    if (refusals.length > 0) throw refused(file, refusals, terminal);
    const found = cases.flatMap((read) => ('mistake' in read ? [exemptFromBlame(read.mistake)] : []));
    terminal.out(`${JSON.stringify(Array.isArray(raw) ? found : found[0])}\n`);
    return EXIT.done;
  },
};
