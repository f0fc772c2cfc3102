import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluate } from '../../scoring/index.ts';
import { aBundle, aCadre } from '../support/builders.ts';
import { command as evaluateCommand } from '../../server/commands/evaluate.ts';
import { command as exempt } from '../../server/commands/exempt.ts';
import { command as qualify } from '../../server/commands/qualify.ts';
import { command as tabulate } from '../../server/commands/tabulate.ts';
import { answered, dandang, type Outcome } from '../support/cli.ts';

const bundle = aBundle().of(aCadre().withInaction('1.1')).facts;

let folder = '';
const fileOf = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'commands-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const STACK = /^\s+at .+:\d+:\d+|node:internal|\.ts:\d+:\d+/m;

/** Bad input: told on stderr without a stack, nothing on stdout, exit 2. */
const isRefusal = ({ code, stdout, stderr }: Outcome): boolean =>
  code === 2 && stdout === '' && stderr.endsWith('\n') && stderr.trim() !== '' && !STACK.test(stderr);

describe('命令行：成功', () => {
  test('从文件和标准输入读入，得出同一份结果：一个 JSON 文档，末尾换行，没有别的话', async () => {
    const text = JSON.stringify(bundle);
    const [fromFile, fromInput] = await Promise.all([
      dandang(['evaluate', fileOf('good.json', text)]),
      dandang(['evaluate', '-'], text),
    ]);
    expect(fromFile).toEqual({ code: 0, stdout: `${JSON.stringify(evaluate(bundle))}\n`, stderr: '' });
    expect(fromInput).toEqual(fromFile);
  });

  test('参数一览是一个 JSON 文档', async () => {
    const { code, stdout, stderr } = await dandang(['parameters', '--on', '2018-01-01']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.endsWith(']\n')).toBe(true);
    expect(JSON.parse(stdout)).toContainEqual(expect.objectContaining({ id: 'quota.rate' }));
  });
});

describe('命令行：帮助', () => {
  test('总的帮助列出每一个命令，中英文各一句；写错命令的，同样的话写到标准错误', async () => {
    const [help, wrong] = await Promise.all([dandang(['--help']), dandang(['toString'])]);
    const commands = [
      'evaluate',
      'tabulate',
      'exempt',
      'qualify',
      'parameters',
      'serve',
      'create-admins',
      'migrate',
    ];
    for (const command of commands)
      expect(help.stdout).toMatch(new RegExp(`^  ${command} .*\n {6}.+\n {6}[A-Z]`, 'm'));
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(wrong).toEqual({ code: 2, stdout: '', stderr: help.stdout });
  });

  test('命令的 --help 说明用法，不读文件，用所选的语言', async () => {
    const { code, stdout, stderr } = await dandang(['evaluate', 'missing.json', '--help', '--lang', 'en']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^dandang evaluate <bundle.json\|->\nEvaluates a bundle/);
  });
});

describe('命令行：说不通的话', () => {
  test('没有的选项、不认识的语言、不存在的文件、文件夹，都是退出码 2，没有堆栈', async () => {
    const missing = join(folder, 'missing.json');
    const outcomes = await Promise.all([
      dandang(['evaluate', '--wrong', 'x.json']),
      dandang(['evaluate', '-', '--lang', 'fr'], '{}'),
      dandang(['evaluate', missing]),
      dandang(['tabulate', folder]),
      dandang(['evaluate', '-'], '['.repeat(100_000) + ']'.repeat(100_000)),
    ]);
    expect(outcomes.map(isRefusal)).toEqual([true, true, true, true, true]);
    expect(outcomes[0].stderr).toContain('evaluate <bundle.json|->');
    expect(outcomes[1].stderr).toContain('fr');
    expect(outcomes[2].stderr.startsWith(`${missing}: `)).toBe(true);
    expect(outcomes[3].stderr.startsWith(`${folder}: `)).toBe(true);
  });

  test('没有给文件、多给文件的，说明用法', async () => {
    for (const args of [[], ['a.json', 'b.json']]) {
      const { messages } = await answered(qualify, undefined, { args });
      expect(messages).toEqual(['用法 usage: dandang qualify <case.json|->']);
    }
  });

  test.each([evaluateCommand, tabulate, exempt, qualify])(
    '不是 JSON 的，指出是哪个文件（%#）',
    async (command) => {
      for (const text of ['', '{"asOf": ', '\u0000']) {
        const [zh, en] = await Promise.all([
          answered(command, text),
          answered(command, text, { lang: 'en' }),
        ]);
        expect(zh.messages[0]).toMatch(/^in.json: 不是有效的 JSON/);
        expect(en.messages[0]).toMatch(/^in.json: not valid JSON/);
      }
    },
  );

  test('错误超过一百处的，列出一百处并说明还有几处', async () => {
    const cadres = Array.from({ length: 130 }, (_, index) => aCadre(`c${index}`).inUnit('u9').facts);
    const wrong = { ...bundle, cadres };
    const outcome = await dandang(['evaluate', '-', '--lang', 'en'], JSON.stringify(wrong));
    expect(isRefusal(outcome)).toBe(true);
    const lines = outcome.stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(101);
    expect(lines[99]).toContain('/cadres/99/unitId');
    expect(lines[100]).toBe('-: 30 more');
    expect((await answered(evaluateCommand, wrong)).messages.at(-1)).toBe('in.json: 另有 30 处');
  });
});

describe('命令行：内部故障', () => {
  test('程序自己出错的，退出码 3，一句话，没有堆栈', async () => {
    const fault = fileOf('fault.mjs', "JSON.stringify = () => { throw new TypeError('boom'); };");
    const outcome = await dandang(['parameters'], '', fault);
    expect(outcome).toEqual({ code: 3, stdout: '', stderr: '内部故障 internal fault: boom\n' });
  });
});
