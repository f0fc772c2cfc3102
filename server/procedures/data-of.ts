import { invalidRequest, Refused } from '../http/problem.ts';
import { refusalsFrom } from '../refusals.ts';
import type { FileKind } from './file-kind.ts';

/** What an event carries, as its machine's contract has it; every wrong place is named. */
export function dataOf(kind: FileKind, event: string, data: unknown): Record<string, unknown> {
  const shape = kind.carries[event];
  if (shape === undefined) {
    const extra = Object.keys(data as object);
    if (extra.length === 0) return {};
    const detail = { zh: '应为空缺', en: 'Expected nothing' };
    throw new Refused(invalidRequest, { places: extra.map((key) => ({ pointer: `/data/${key}`, detail })) });
  }
  const read = shape.safeParse(data);
  if (read.success) return read.data;
  const places = refusalsFrom(read.error).map(({ pointer, expected }) => ({
    pointer: `/data${pointer}`,
    detail: { zh: `应为${expected.zh}`, en: `Expected ${expected.en}` },
  }));
  throw new Refused(invalidRequest, { places });
}
