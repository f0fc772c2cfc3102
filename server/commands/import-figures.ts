import { ACTING_USAGE } from './acting-as.ts';
import { BadInput, type Command, type Given } from './command.ts';
import { importOptions, runImport } from './import-file.ts';

const usage = `import-figures <file.xlsx|csv> [--year Y] [--apply ${ACTING_USAGE}] [--database url]`;

const yearFrom = ({ values }: Given): number | null => {
  const year = values['year'];
  if (year === undefined) return null;
  if (typeof year === 'string' && /^(?:19|20)\d{2}$/u.test(year)) return Number(year);
  throw new BadInput([`--year: ${String(year)}: 四位年份 a year of four digits`]);
};

export const command: Command = {
  usage,
  about: {
    zh: '导入年度考核数据、处分与限制情形、既往履职记录（按工作表辨认）；须由另一人复核后才计入',
    en: 'Imports yearly figures, constraints or past conduct (told apart by their sheets); a second person confirms',
  },
  options: { ...importOptions, year: { type: 'string' } },
  run: (given, terminal) =>
    runImport(given, terminal, {
      usage,
      async inputFor({ services: { imports } }, file) {
        const kind = await imports.kindOf(file, ['figures', 'constraints', 'conduct']);
        if (kind === null)
          throw new BadInput([
            `${file.name}: 没有认得的工作表 no sheet is recognised; 请按模板 see the templates`,
          ]);
        return { kind, year: yearFrom(given) ?? (await imports.onlyOpenYear()), file };
      },
    }),
};
