import { builtInBook, FIRST_DAY, isDay, policyOn, tabulateBallots } from '../../scoring/index.ts';
import { readCampaign } from '../ballots/read-campaign.ts';
import { BadInput, type Command, EXIT } from './command.ts';
import { fileOf, readJson, refused } from './read-json.ts';

const usage = 'tabulate <campaign.json|-> [--on YYYY-MM-DD]';

export const command: Command = {
  usage,
  about: {
    zh: '汇总一次民主测评：人数不足的组不公布',
    en: 'Tabulates a democratic evaluation; small groups are never shown',
  },
  options: { on: { type: 'string', default: FIRST_DAY } },
  run: async (given, terminal) => {
    const file = fileOf(given, usage);
    const on = String(given.values['on']);
    if (!isDay(on) || on < FIRST_DAY)
      throw new BadInput([`--on: ${on}: 应为 ${FIRST_DAY} 起的日期 expected a day from ${FIRST_DAY} on`]);
    const read = readCampaign(await readJson(file, terminal));
    if ('refusals' in read) throw refused(file, read.refusals, terminal);
    const policy = policyOn(builtInBook, on);
    const minimumGroup = read.campaign.minimumGroup ?? policy['ballot.minimumGroup'];
    terminal.out(`${JSON.stringify(tabulateBallots({ ...read.campaign, minimumGroup }, policy))}\n`);
    return EXIT.done;
  },
};
