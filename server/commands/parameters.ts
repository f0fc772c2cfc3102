import {
  allParameters,
  type DatedValue,
  FIRST_DAY,
  inForceOn,
  isDay,
  type Label,
  type Parameter,
} from '../../scoring/index.ts';
import { BadInput, type Command, EXIT } from './command.ts';

const usage = 'parameters [--on YYYY-MM-DD]';

type AnyParameter = Parameter<number | Label>;

/** A parameter as it is listed: all its values, or with a day only the one in force on it. */
function listed(id: string, parameter: AnyParameter, on: string | undefined) {
  const values: readonly DatedValue<number | Label>[] =
    on === undefined ? parameter.values : [inForceOn(parameter, on)!];
  return { id, title: parameter.title, unit: parameter.unit, values };
}

export const command: Command = {
  usage,
  about: {
    zh: '列出全部参数：编号、名称、单位、历次取值、依据性质和出处',
    en: 'Lists every parameter: id, title, unit, values over time, basis, citation',
  },
  options: { on: { type: 'string' } },
  run: ({ values, positionals }, terminal) => {
    if (positionals.length > 0) throw new BadInput([`用法 usage: dandang ${usage}`]);
    const on = values['on'] === undefined ? undefined : String(values['on']);
    if (on !== undefined && (!isDay(on) || on < FIRST_DAY))
      throw new BadInput([`--on: ${on}: 应为 ${FIRST_DAY} 起的日期 expected a day from ${FIRST_DAY} on`]);
    terminal.out(
      `${JSON.stringify(Object.entries(allParameters).map(([id, parameter]) => listed(id, parameter, on)))}\n`,
    );
    return Promise.resolve(EXIT.done);
  },
};
