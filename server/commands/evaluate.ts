import { evaluate } from '../../scoring/index.ts';
import { readBundle } from '../appraisals/read-bundle.ts';
import { type Command, EXIT } from './command.ts';
import { fileOf, readJson, refused } from './read-json.ts';

const usage = 'evaluate <bundle.json|->';

export const command: Command = {
  usage,
  about: {
    zh: '对一份考核数据计分：得分、等次建议、每一分的理由（不用数据库）',
    en: 'Evaluates a bundle: points, proposed grades and the reason for every point (no database)',
  },
  options: {},
  run: async (given, terminal) => {
    const file = fileOf(given, usage);
    const read = readBundle(await readJson(file, terminal));
    if ('refusals' in read) throw refused(file, read.refusals, terminal);
    terminal.out(`${JSON.stringify(evaluate(read.bundle))}\n`);
    return EXIT.done;
  },
};
