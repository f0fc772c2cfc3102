// Commands that write act for an account: the same password, permissions and audit entries as on a page.
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Refused } from '../http/problem.ts';
import type { Product } from '../open-product.ts';
import type { Actor } from '../permissions/actor.ts';
import { BadInput, EXIT, type Given, type Terminal } from './command.ts';

export const actingOptions = { as: { type: 'string' }, 'password-file': { type: 'string' } } as const;
export const ACTING_USAGE = '--as <staff number> [--password-file <file>]';

/** Asked on the terminal without echo, or the first line of a file. */
async function passwordFrom({ values }: Given, terminal: Terminal): Promise<string> {
  const file = values['password-file'];
  if (typeof file === 'string') return (await terminal.read(file)).split(/\r?\n/u)[0]!;
  if (!process.stdin.isTTY)
    throw new BadInput(['--password-file: 不在终端上时必填 needed where there is no terminal to ask on']);
  process.stderr.write(terminal.language === 'zh' ? '密码：' : 'Password: ');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const asking = createInterface({ input: process.stdin, output: silent, terminal: true });
  const password = await new Promise<string>((resolve) => asking.question('', resolve));
  asking.close();
  process.stderr.write('\n');
  return password;
}

/** Signs in, does the work as that account, and signs out again. */
export async function actingAs<T>(
  { services }: Product,
  given: Given,
  terminal: Terminal,
  work: (actor: Actor) => Promise<T>,
): Promise<T> {
  const staffNo = given.values['as'];
  if (typeof staffNo !== 'string') throw new BadInput(['--as: 请指明以哪个账号操作 say which account acts']);
  const password = await passwordFrom(given, terminal);
  const signedIn = await services.sessions.signIn({ staffNo, password }, terminal.language);
  try {
    if (signedIn.mustChangePassword)
      throw new BadInput(['--as: 请先登录并设置自己的密码 sign in on the page and choose a password first']);
    return await work(signedIn.actor);
  } finally {
    await services.sessions.signOut(signedIn);
  }
}

const IS_INPUT = [400, 413, 422];

/** A refusal in words: what people can mend in their input is exit 2, the rest is “not so”, exit 1. */
export async function refusalsInWords(terminal: Terminal, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    const { kind, detail, places } = refused;
    const messages = [
      `${kind.title[terminal.language]}${detail ? `：${detail[terminal.language]}` : ''}`,
      ...places.map((place) => `${place.pointer}: ${place.detail[terminal.language]}`),
    ];
    if (IS_INPUT.includes(kind.status)) throw new BadInput(messages);
    for (const message of messages) terminal.say(message);
    return EXIT.notSo;
  }
}
