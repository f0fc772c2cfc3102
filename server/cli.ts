#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { BadInput, type Command, EXIT, type Terminal } from './commands/command.ts';

// Loaded only when asked for: a command that needs no database does not wait for one.
const commands: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  serve: () => import('./commands/serve.ts'),
  evaluate: () => import('./commands/evaluate.ts'),
  tabulate: () => import('./commands/tabulate.ts'),
  exempt: () => import('./commands/exempt.ts'),
  qualify: () => import('./commands/qualify.ts'),
  parameters: () => import('./commands/parameters.ts'),
  'import-roster': () => import('./commands/import-roster.ts'),
  'import-figures': () => import('./commands/import-figures.ts'),
  undo: () => import('./commands/undo.ts'),
  backup: () => import('./commands/backup.ts'),
  restore: () => import('./commands/restore.ts'),
  'create-admins': () => import('./commands/create-admins.ts'),
  'reset-account': () => import('./commands/reset-account.ts'),
  'rotate-keys': () => import('./commands/rotate-keys.ts'),
  migrate: () => import('./commands/migrate.ts'),
  verify: () => import('./commands/verify.ts'),
  head: () => import('./commands/head.ts'),
  'export-log': () => import('./commands/export-log.ts'),
  bench: () => import('./commands/bench.ts'),
};

const common = {
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string', default: 'zh' },
} as const;

async function read(file: string): Promise<string> {
  if (file === '-') return textOf(process.stdin);
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new BadInput([`${file}: 无法读取 cannot be read (${code})`]);
  }
}

const terminalIn = (language: Terminal['language']): Terminal => ({
  language,
  read,
  out: (text) => process.stdout.write(text),
  say: (text) => process.stderr.write(`${text}\n`),
});

async function overview(): Promise<string> {
  const lines = ['用法 usage: dandang <command> [--lang zh|en] [--help]', ''];
  for (const load of Object.values(commands)) {
    const { usage, about } = (await load()).command;
    lines.push(`  ${usage}`, `      ${about.zh}`, `      ${about.en}`);
  }
  return lines.join('\n');
}

function parse(args: readonly string[], command: Command) {
  try {
    return parseArgs({ args: [...args], options: { ...command.options, ...common }, allowPositionals: true });
  } catch (error) {
    throw new BadInput([(error as Error).message, `用法 usage: dandang ${command.usage}`]);
  }
}

async function run([name, ...args]: readonly string[]): Promise<number> {
  const load = name === undefined || !Object.hasOwn(commands, name) ? undefined : commands[name];
  if (!load) {
    const asked = name === '--help' || name === '-h' || name === 'help';
    (asked ? process.stdout : process.stderr).write(`${await overview()}\n`);
    return asked ? EXIT.done : EXIT.badInput;
  }
  const { command } = await load();
  const { values, positionals } = parse(args, command);
  const { lang, help, ...own } = values as Record<string, string | boolean | undefined>;
  if (lang !== 'zh' && lang !== 'en') throw new BadInput([`--lang: ${String(lang)}: zh | en`]);
  const terminal = terminalIn(lang);
  if (help) {
    terminal.out(`dandang ${command.usage}\n${command.about[lang]}\n`);
    return EXIT.done;
  }
  return command.run({ values: own, positionals }, terminal);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const isInput = error instanceof BadInput;
  const messages = isInput ? error.messages : [`内部故障 internal fault: ${(error as Error).message}`];
  process.stderr.write(`${messages.join('\n')}\n`);
  process.exitCode = isInput ? EXIT.badInput : EXIT.fault;
}
