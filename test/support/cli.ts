// The command line for tests: as a child process, and a command alone with a terminal that keeps what it is told.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { BadInput, type Command } from '../../server/commands/command.ts';
import { PROGRAM } from './program.ts';

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command line; what is given goes to its standard input, `preloaded` is a module run before it. */
export function dandang(args: readonly string[], input = '', preloaded?: string): Promise<Outcome> {
  const preload = preloaded === undefined ? [] : ['--import', preloaded];
  const child = spawn(process.execPath, [...preload, PROGRAM, ...args], { stdio: 'pipe' });
  const told = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (told.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (told.stderr += text));
  // A command that refuses its arguments does not wait for its input.
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...told }));
  });
}

/** Runs one command here and now on a value, as JSON: its answer, or the messages of bad input. */
export async function answered(
  command: Command,
  input: unknown,
  { lang = 'zh', args = [] }: { readonly lang?: 'zh' | 'en'; readonly args?: readonly string[] } = {},
): Promise<{ readonly answer: unknown; readonly messages: readonly string[] }> {
  const out: string[] = [];
  const terminal = {
    language: lang,
    read: () => Promise.resolve(typeof input === 'string' ? input : JSON.stringify(input)),
    out: (text: string) => out.push(text),
    say: (text: string) => out.push(text),
  };
  const { values, positionals } = parseArgs({
    args: input === undefined ? [...args] : ['in.json', ...args],
    options: command.options,
    allowPositionals: true,
  });
  try {
    await command.run({ values: values as Record<string, string>, positionals }, terminal);
    return { answer: JSON.parse(out.join('')) as unknown, messages: [] };
  } catch (error) {
    if (!(error instanceof BadInput) || out.length > 0) throw error;
    return { answer: undefined, messages: error.messages };
  }
}

/** The JSON pointers that the messages of bad input name. */
export const pointersOf = ({ messages }: { readonly messages: readonly string[] }): string[] =>
  messages.map((message) => message.split(': ')[1]!);
