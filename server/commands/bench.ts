import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BadInput, type Command, EXIT } from './command.ts';

const usage = 'bench [<cadres>]';

/** The benches stand beside the source; a release alone does not carry them. */
const BENCH = join(import.meta.dirname, '../../test/bench/run.ts');

export const command: Command = {
  usage,
  about: {
    zh: '在本机测量性能目标（两边同一次运行之比）',
    en: 'Measures the performance goals on this machine, as ratios within one run',
  },
  options: {},
  run: async ({ positionals }) => {
    const [cadres, ...more] = positionals;
    const isCount = cadres === undefined || /^[1-9]\d{0,5}$/u.test(cadres);
    if (!isCount || more.length > 0) throw new BadInput([`用法 usage: dandang ${usage}`]);
    if (!existsSync(BENCH)) throw new BadInput(['bench 须在源代码目录中运行 needs a checkout of the source']);
    const child = spawn(process.execPath, [BENCH, ...positionals], { stdio: 'inherit' });
    const [code] = (await once(child, 'exit')) as [number | null];
    return code === 0 ? EXIT.done : EXIT.fault;
  },
};
