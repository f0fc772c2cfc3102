import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = readFileSync(join(root, 'test/scoring/does-not-compile.ts'), 'utf8');

/** The lines on which the compiler finds something wrong. */
function refusedLines(program: string): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'types-'));
  try {
    writeFileSync(join(folder, 'program.mts'), program.replace('../../scoring', join(root, 'scoring')));
    const config = {
      extends: join(root, 'tsconfig.json'),
      include: ['program.mts'],
      compilerOptions: { types: [] },
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], {
      encoding: 'utf8',
    });
    const found = [...stdout.matchAll(/program\.mts\((\d+),/g)].map(([, line]) => Number(line));
    return [...new Set(found)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('一: 没有出处的数值、没有列入的条款、缺数的理由，都编译不过', () => {
  const lines = source.split('\n');
  const expected = lines.flatMap((line, index) => (line.includes('@ts-expect-error') ? [index + 2] : []));
  expect(expected.length).toBeGreaterThan(6);
  const unguarded = lines.map((line) => line.replace('@ts-expect-error', '')).join('\n');
  expect(refusedLines(unguarded)).toEqual(expected);
});
