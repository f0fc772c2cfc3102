import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openConnection } from '../../../db/open-sqlite.ts';
import { dandang } from '../../support/cli.ts';

let folder: string;
const at = (name: string) => join(folder, name);
const database = () => `file:${at('dandang.db')}`;

/** A copy of the store with its keys, altered behind the program. */
function alteredCopy(name: string, sql: string): string {
  copyFileSync(at('dandang.db'), at(`${name}.db`));
  copyFileSync(at('dandang.keys.json'), at(`${name}.keys.json`));
  const client = openConnection(at(`${name}.db`), 'write');
  client.pragma('foreign_keys = OFF');
  client.exec(sql);
  client.close();
  return `file:${at(`${name}.db`)}`;
}
interface Report {
  sound: boolean;
  size: number;
  faults: { kind: string; place: object; what: string; cure: string }[];
}
const reportOf = (stdout: string) => JSON.parse(stdout) as Report;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dandang-verify-'));
  await dandang(['create-admins', '--database', database()]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('dandang verify', () => {
  test('完好的数据库：0；日志头和导出的日志也都核验得过', async () => {
    const head = await dandang(['head', '--database', database()]);
    writeFileSync(at('head.json'), head.stdout);
    const live = await dandang(['verify', '--database', database(), '--head', at('head.json')]);
    expect(live.code).toBe(0);
    expect(reportOf(live.stdout)).toMatchObject({ sound: true, size: 1, faults: [] });
    const exported = await dandang(['export-log', at('log.jsonl'), '--database', database()]);
    expect(exported.code).toBe(0);
    expect(statSync(at('log.jsonl')).mode & 0o077).toBe(0);
    const offline = await dandang(['verify', '--file', at('log.jsonl'), '--head', at('head.json')]);
    expect(offline.code).toBe(0);
    expect(reportOf(offline.stdout)).toMatchObject({ sound: true, size: 1 });
  });

  test('被改动的：1，逐条说出位置和办法；英文亦然', async () => {
    const url = alteredCopy('altered', "update accounts set state = 'locked' where staff_no = 'sysadmin'");
    const { code, stdout } = await dandang(['verify', '--database', url]);
    expect(code).toBe(1);
    expect(reportOf(stdout)).toMatchObject({
      sound: false,
      faults: [{ kind: 'rowAltered', place: { table: 'accounts' }, what: '数据行在程序之外被改动' }],
    });
    const english = await dandang(['verify', '--database', url, '--lang', 'en']);
    expect(reportOf(english.stdout).faults[0]!.what).toBe('A row was altered behind the program');
  });

  test('核验不改动数据库', async () => {
    const url = alteredCopy('cut', 'delete from log_leaves; delete from log_heads; delete from log_nodes');
    for (let i = 0; i < 2; i += 1) {
      const { code, stdout } = await dandang(['verify', '--database', url, '--head', at('head.json')]);
      expect(code).toBe(1);
      expect(reportOf(stdout).faults.map(({ kind }) => kind)).toEqual(['heldHeadAhead']);
    }
  });

  test('导出的日志被改动：1', async () => {
    writeFileSync(
      at('bad.jsonl'),
      readFileSync(at('log.jsonl'), 'utf8').replace('admins.created', 'admins.creates'),
    );
    const { code, stdout } = await dandang(['verify', '--file', at('bad.jsonl')]);
    expect(code).toBe(1);
    expect(reportOf(stdout).faults.map(({ kind }) => kind)).toEqual(['entryAltered']);
  });

  test('给错了的：2，指明文件和位置', async () => {
    writeFileSync(at('no-head.json'), '{"size":-1}');
    const wrong: [string[], string][] = [
      [['--database', `file:${at('none.db')}`], 'none.db'],
      [['--file', at('none.jsonl')], 'none.jsonl'],
      [['--file', at('head.json')], 'head.json:1'],
      [['--database', database(), '--head', at('no-head.json')], '/size'],
      [['--database', database(), '--file', at('log.jsonl')], '--file'],
      [['more'], '用法'],
    ];
    for (const [args, says] of wrong) {
      const { code, stderr } = await dandang(['verify', ...args]);
      expect([code, args]).toEqual([2, args]);
      expect(stderr).toContain(says);
    }
  });
});
