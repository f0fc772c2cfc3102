// The commands around the server, run for real: keys, the three admins, listening, ending.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROGRAM } from '../../support/program.ts';

let folder: string;
let environment: Record<string, string | undefined>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dandang-serve-'));
  environment = {
    ...process.env,
    DATABASE_URL: `file:${folder}/data/test.db`,
    KEY_FILE: `${folder}/data/keys.json`,
  };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], more: Record<string, string | undefined> = {}) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...environment, ...more } });
  const told = { stdout: '', stderr: '' };
  child.stdout.on('data', (text: Buffer) => (told.stdout += String(text)));
  child.stderr.on('data', (text: Buffer) => (told.stderr += String(text)));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, told, ended };
}
async function outcome(args: readonly string[], more: Record<string, string | undefined> = {}) {
  const { told, ended } = run(args, more);
  return { code: await ended, ...told };
}

describe('首次启动', () => {
  test('没有三员时启动，告诉人下一条命令；收到信号就好好结束', async () => {
    const { child, told, ended } = run(['serve', '--port', '0', '--lang', 'zh']);
    const url = await new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = /http:\/\/127\.0\.0\.1:\d+/u.exec(told.stderr);
        if (found && told.stderr.includes('create-admins')) resolve(found[0]);
      };
      child.stderr.on('data', look);
      child.on('close', () => reject(new Error(told.stderr)));
    });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect((await fetch(`${url}/api/session`)).status).toBe(401);
    expect(told.stderr).toContain('npm run -s dandang -- create-admins');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(statSync(`${folder}/data/keys.json`).mode & 0o777).toBe(0o600);
  });

  test('三员只建一次，密码只在标准输出出现一次', async () => {
    const first = await outcome(['create-admins']);
    expect(first.code).toBe(0);
    const admins = JSON.parse(first.stdout) as { role: string; password: string }[];
    expect(admins.map(({ role }) => role)).toEqual(['sysadmin', 'secadmin', 'auditadmin']);
    expect(first.stderr).not.toContain(admins[0]!.password);
    const again = await outcome(['create-admins', '--lang', 'en']);
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toContain('The three admins have been created already');
  });

  test('升级数据库，并说是否已是当前版本', async () => {
    const { code, stdout } = await outcome(['migrate']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ database: 'sqlite', isCurrent: true });
  });

  test('密钥文件丢了就不再打开原来的数据库', async () => {
    const { code, stderr } = await outcome(['migrate'], { KEY_FILE: `${folder}/lost.json` });
    expect(code).toBe(2);
    expect(stderr).toContain('密钥');
  });
});

describe('写错了', () => {
  test.each([
    ['明文监听外部地址', ['serve', '--host', '0.0.0.0'], 'docs/deployment.md'],
    ['端口不是数字', ['serve', '--port', 'many'], 'PORT'],
    ['数据库地址不认识', ['migrate', '--database', 'mysql://x'], 'DATABASE_URL'],
    ['多余的参数', ['serve', 'now'], 'usage'],
  ])('%s：退出码 2，指出哪里', async (_what, args, told) => {
    const { code, stdout, stderr } = await outcome(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(told);
    expect(stderr).not.toContain('    at ');
  });
});
