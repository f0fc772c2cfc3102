// What import-roster and import-figures share: a dry run, and with --apply the import itself.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DryRun } from '../imports/dry-run-view.ts';
import type { FileInput } from '../imports/imports.service.ts';
import type { ImportFile } from '../imports/import-files.ts';
import type { Product } from '../open-product.ts';
import { actingAs, actingOptions, refusalsInWords } from './acting-as.ts';
import { BadInput, EXIT, type Given, type Terminal } from './command.ts';
import { databaseOptions, settingsOf, withProduct } from './database-options.ts';
import { fileOf } from './read-json.ts';

export const importOptions = { ...databaseOptions, ...actingOptions, apply: { type: 'boolean' } } as const;

async function read(file: string): Promise<ImportFile> {
  try {
    return { name: basename(file), bytes: await readFile(file) };
  } catch (error) {
    throw new BadInput([`${file}: 无法读取 cannot be read (${(error as NodeJS.ErrnoException).code})`]);
  }
}

function tell(file: string, trial: DryRun, { language, say }: Terminal): void {
  const { added, updated, unchanged, failed } = trial.counts;
  say(
    language === 'zh'
      ? `${file}: 新增 ${added}、更新 ${updated}、无变化 ${unchanged}、错误 ${failed}。${trial.consequence}`
      : `${file}: ${added} added, ${updated} updated, ${unchanged} unchanged, ${failed} failed.`,
  );
  for (const { sheet, row, column, header, value, problem, suggestion } of trial.problems)
    say(`${file}: ${sheet}!${column}${row} ${header}“${value}”：${problem}。${suggestion}`);
  if (trial.moreProblems > 0)
    say(language === 'zh' ? `另有 ${trial.moreProblems} 处` : `${trial.moreProblems} more`);
}

/** How a command knows what kind of file it was given, and for which year. */
export type InputFor = (product: Product, file: ImportFile) => Promise<FileInput>;

export const runImport = (
  given: Given,
  terminal: Terminal,
  { usage, inputFor }: { usage: string; inputFor: InputFor },
): Promise<number> =>
  refusalsInWords(terminal, async () => {
    const path = fileOf(given, usage);
    const file = await read(path);
    const config = settingsOf({ ...given, positionals: [] }, usage);
    return withProduct(config, terminal, async (product) => {
      const { imports } = product.services;
      const input = await inputFor(product, file);
      const trial = await imports.dryRunForOperator(input);
      tell(path, trial, terminal);
      if (trial.problems.length > 0 || given.values['apply'] !== true) {
        terminal.out(`${JSON.stringify(trial)}\n`);
        return trial.problems.length > 0 ? EXIT.badInput : EXIT.done;
      }
      const { fileHash } = trial;
      const batch = await actingAs(product, given, terminal, (actor) =>
        imports.apply(actor, { ...input, fileHash }),
      );
      terminal.out(`${JSON.stringify(batch)}\n`);
      return EXIT.done;
    });
  });
