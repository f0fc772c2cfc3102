// What the deployment page tells people to type exists: commands, options, settings.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { configFrom } from '../../server/config.ts';
import { dandang } from '../support/cli.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const page = read('docs/deployment.md');
const settings = [...read('server/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gmu)].map(([, name]) => name!);

/** Each command on the page with the options that are used with it there. */
const used = new Map<string, Set<string>>();
for (const [, command, rest] of page.matchAll(/(?:dandang|cli\.mjs) ([a-z]+(?:-[a-z]+)*)([^`\n]*)/gu)) {
  if (!/^[a-z-]+$/u.test(command!)) continue;
  const options = used.get(command!) ?? new Set();
  for (const [, option] of rest!.matchAll(/--([a-z-]+)/gu)) options.add(option!);
  used.set(command!, options);
}

describe('the deployment page', () => {
  test('names at least what an operator needs', () => {
    expect([...used.keys()]).toEqual(
      expect.arrayContaining([
        'serve',
        'create-admins',
        'backup',
        'restore',
        'verify',
        'head',
        'rotate-keys',
      ]),
    );
  });

  test.each([...used])('dandang %s', async (command, options) => {
    const { code, stdout } = await dandang([command, '--help']);
    expect(code).toBe(0);
    // --as comes with a password, a code.
    const known = new Set([...stdout.matchAll(/--([a-z-]+)/gu)].map(([, option]) => option));
    expect([...options].filter((option) => !known.has(option))).toEqual([]);
  });

  test('every setting stands on the page and in .env.example, and no other', () => {
    expect(settings.length).toBeGreaterThan(15);
    const example = read('.env.example');
    expect(settings.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
    expect(settings.filter((name) => !example.includes(`${name}=`))).toEqual([]);
    const named = [...example.matchAll(/^# ([A-Z_]+)=/gmu)].map(([, name]) => name!);
    expect(named.filter((name) => !settings.includes(name))).toEqual([]);
  });

  test('defaults on the page are those of the program', () => {
    const config = configFrom({});
    const default_ = (name: string) => new RegExp(`\`${name}\`[^|]*\\| ([^|]+) \\|`, 'u').exec(page)![1]!;
    const both = (a: unknown, b: unknown) => `\`${String(a)}\`, \`${String(b)}\``;
    expect(default_('DATABASE_URL')).toBe(`\`${config.databaseUrl}\``);
    expect(default_('HOST')).toBe(both(config.host, config.port));
    expect(default_('BACKUP_DIR')).toBe(`–, ${both(config.backups.everyHours, config.backups.keep)}`);
    expect(default_('REQUESTS_PER_ACCOUNT')).toBe(
      both(config.requests.perAccount, config.requests.perAddress),
    );
    expect(default_('TRIES_PER_ACCOUNT')).toBe(both(config.triesPerAccount, config.triesPerAddress));
  });
});
