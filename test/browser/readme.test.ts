// What the README tells people to type works: every command of its ```sh blocks, and the start of the demo.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { configFrom } from '../../server/config.ts';
import { demoLogins } from '../../server/demo/logins.ts';
import { aFolder, environmentIn, listening } from './support/server.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The lines of the blocks with this tag; `install` and `test` are what runs these tests. */
const commandsOf = (tag: '' | 'serve'): string[] =>
  [...readme.matchAll(/^```sh *(\w*)\n(.*?)^```/gmsu)]
    .filter(([, found]) => found === tag)
    .flatMap(([, , block]) => block!.split('\n'))
    .filter((line) => line !== '' && !line.startsWith('#'));

const folder = aFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (command: string) =>
  spawn(command, { shell: true, cwd: root, env: environmentIn(folder), detached: true });

test('there are commands to try', () => {
  expect(commandsOf('').length).toBeGreaterThan(4);
  expect(commandsOf('serve')).toHaveLength(1);
});

describe.each(commandsOf(''))('%s', (command) => {
  test('succeeds', async () => {
    const child = start(command);
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (told += text));
    child.stdout.resume();
    const [code] = (await once(child, 'close')) as [number];
    expect(code, told).toBe(0);
  });
});

test.each(commandsOf('serve'))(
  '%s serves the demo, prints a login for each role, and ends when asked',
  async (command) => {
    const child = start(command);
    const server = await listening(child, folder);
    const answer = await fetch(server.url);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<div id="app">');
    await expect.poll(server.said).toContain(demoLogins.at(-1)!.staffNo);
    for (const { role, staffNo, password } of demoLogins)
      expect(server.said()).toMatch(new RegExp(`${role} +${staffNo} +${password}`, 'u'));
    const ended = once(child, 'close');
    process.kill(-child.pid!, 'SIGTERM');
    await ended;
    await expect(fetch(server.url)).rejects.toThrow('fetch failed');
  },
);

test('names the address of the defaults, and pictures and files that are there', () => {
  const { host, port } = configFrom({});
  expect(readme).toContain(`http://${host}:${port}`);
  const files = [...readme.matchAll(/\]\(([^)#:]+)\)|`(docs\/[^`]+)`/gu)].map(
    ([, link, code]) => link ?? code!,
  );
  expect(files.length).toBeGreaterThan(3);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
