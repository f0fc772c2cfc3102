// Commands that write act for an account: the same password, permissions and audit entries as on a page.
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { secondFactorNeeded } from '../accounts/accounts.problems.ts';
import { lacksSecondFactor } from '../accounts/second-factor-rule.ts';
import type { SignedIn } from '../accounts/sessions.service.ts';
import { Refused } from '../http/problem.ts';
import type { Product } from '../open-product.ts';
import type { Actor } from '../permissions/actor.ts';
import { BadInput, EXIT, type Given, type Terminal } from './command.ts';

export const actingOptions = {
  as: { type: 'string' },
  'password-file': { type: 'string' },
  code: { type: 'string' },
} as const;
export const ACTING_USAGE = '--as <staff number> [--password-file <file>] [--code <second factor>]';

/** Asked on the terminal without echo, or the first line of a file. */
export async function passwordFrom({ values }: Given, terminal: Terminal): Promise<string> {
  const file = values['password-file'];
  if (typeof file === 'string') return (await terminal.read(file)).split(/\r?\n/u)[0]!;
  return asked('password-file', terminal.language === 'zh' ? '密码：' : 'Password: ');
}

/** Asked without echo; where there is no terminal to ask on, the option is needed. */
async function asked(option: string, question: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw new BadInput([`--${option}: 不在终端上时必填 needed where there is no terminal to ask on`]);
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const asking = createInterface({ input: process.stdin, output: silent, terminal: true });
  const answer = await new Promise<string>((resolve) => asking.question('', resolve));
  asking.close();
  process.stderr.write('\n');
  return answer;
}

/** The code is asked for only when the password was right and one is set up. */
async function signIn(
  { sessions }: Product['services'],
  { staffNo, password }: { staffNo: string; password: string },
  given: Given,
  { language }: Terminal,
): Promise<SignedIn> {
  const code = given.values['code'];
  const first = typeof code === 'string' ? { code } : {};
  try {
    return await sessions.signIn({ staffNo, password, ...first }, language);
  } catch (refused) {
    if (!(refused instanceof Refused) || refused.kind !== secondFactorNeeded) throw refused;
    const typed = await asked('code', language === 'zh' ? '验证码：' : 'Code of the second factor: ');
    return sessions.signIn({ staffNo, password, code: typed }, language);
  }
}

/** On the command line nobody is asked less than on a page. */
function refuseUnready(signedIn: SignedIn): void {
  if (signedIn.mustChangePassword)
    throw new BadInput(['--as: 请先登录并设置自己的密码 sign in on the page and choose a password first']);
  if (lacksSecondFactor(signedIn, { isDemo: false }))
    throw new BadInput(['--as: 请先登录并设置第二因素 sign in on the page and set up a second factor first']);
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
  const signedIn = await signIn(services, { staffNo, password }, given, terminal);
  try {
    refuseUnready(signedIn);
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
