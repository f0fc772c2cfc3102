import {
  builtInBook,
  contradictionsIn,
  FIRST_DAY,
  policyOn,
  qualifyForPost,
  refusal,
} from '../../scoring/index.ts';
import { QualificationCase } from '../promotions/qualification.contract.ts';
import { refusalsFrom } from '../refusals.ts';
import { type Command, EXIT } from './command.ts';
import { fileOf, readJson, refused } from './read-json.ts';

const usage = 'qualify <case.json|->';

export const command: Command = {
  usage,
  about: { zh: '逐项核对任职资格', en: 'Checks every condition of a post' },
  options: {},
  run: async (given, terminal) => {
    const file = fileOf(given, usage);
    const parsed = QualificationCase.safeParse(await readJson(file, terminal));
    if (!parsed.success) throw refused(file, refusalsFrom(parsed.error), terminal);
    const { asOf, target, cadre, waivers } = parsed.data;
    const early = refusal('/asOf', `${FIRST_DAY} 起的日期`, `a day from ${FIRST_DAY} on`);
    if (asOf < FIRST_DAY) throw refused(file, [early], terminal);
    const inside = contradictionsIn({ cadres: [{ constraints: cadre.constraints }] });
    const refusals = inside.map((one) => ({ ...one, pointer: one.pointer.replace('/cadres/0', '/cadre') }));
    if (refusals.length > 0) throw refused(file, refusals, terminal);
    const policy = policyOn(builtInBook, asOf);
    terminal.out(`${JSON.stringify(qualifyForPost(cadre, target, waivers, asOf, policy))}\n`);
    return EXIT.done;
  },
};
