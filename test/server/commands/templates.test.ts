// The server does not start with a school's templates that it could not fill in: it names the file and the tag.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zipOf } from '../../../server/adapters/zip-writer.ts';
import { paragraph, partsOfDocument } from '../../../server/documents/word-parts.ts';
import { PROGRAM } from '../../support/program.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dandang-start-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function started(templates: string, lang: 'zh' | 'en') {
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--port', '0', '--lang', lang], {
    env: { ...process.env, DATABASE_URL: `file:${folder}/data/test.db`, DOCUMENT_TEMPLATES: templates },
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += String(text)));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, said };
}

test('文件夹不存在、标签写错，都不启动，并说出是哪个文件、哪个标签', async () => {
  const missing = await started(join(folder, 'none'), 'zh');
  expect(missing.code).toBe(2);
  expect(missing.said).toContain(`${join(folder, 'none')}：没有这个文件夹`);
  const own = join(folder, 'own');
  mkdirSync(own);
  const wrong = partsOfDocument(paragraph('body', '{姓名}{行为}{行为日期}{决定}{决定日期}{职称}'));
  writeFileSync(join(own, 'clarification.docx'), zipOf(wrong));
  const broken = await started(own, 'en');
  expect(broken.code).toBe(2);
  expect(broken.said).toContain(`${join(own, 'clarification.docx')}: there is no tag {职称}`);
});
