import type { Refusal } from '../../scoring/index.ts';
import { BadInput, type Given, type Terminal } from './command.ts';

const MOST = 100;

/** The one file (or `-`) that a command was given. */
export function fileOf({ positionals }: Given, usage: string): string {
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new BadInput([`用法 usage: dandang ${usage}`]);
  return file;
}

/** No input of ours nests deeper than a dozen levels. */
const DEEPEST = 64;

/** Whether objects and lists stand in one another deeper than any input of ours. */
function isTooDeep(json: unknown): boolean {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((held) => (typeof held === 'object' && held !== null ? Object.values(held) : []));
  }
  return false;
}

/** A file's JSON; what cannot be read or parsed is bad input that names the file. */
export async function readJson(file: string, terminal: Terminal): Promise<unknown> {
  const text = await terminal.read(file);
  try {
    const json: unknown = JSON.parse(text);
    if (isTooDeep(json)) throw new SyntaxError(`> ${DEEPEST} levels`);
    return json;
  } catch (error) {
    const { message } = error as SyntaxError;
    throw new BadInput([
      terminal.language === 'zh'
        ? `${file}: 不是有效的 JSON（${message}）`
        : `${file}: not valid JSON (${message})`,
    ]);
  }
}

/** Bad input from refusals, one message each: file, pointer, what was expected; at most 100. */
export function refused(file: string, refusals: readonly Refusal[], { language }: Terminal): BadInput {
  const messages = refusals
    .slice(0, MOST)
    .map(({ pointer, expected }) =>
      language === 'zh'
        ? `${file}: ${pointer || '/'}: 应为${expected.zh}`
        : `${file}: ${pointer || '/'}: expected ${expected.en}`,
    );
  const more = refusals.length - messages.length;
  if (more > 0) messages.push(language === 'zh' ? `${file}: 另有 ${more} 处` : `${file}: ${more} more`);
  return new BadInput(messages);
}
