// 不为记录: every (state × event × principal) over HTTP; only the listed ones succeed, the others change nothing.
import { describe } from 'vitest';
import { holdsForEveryTriple } from '../../support/hold-triples.ts';

describe('不为记录', () => {
  holdsForEveryTriple('inaction', { asked: 10_000, opened: 50 });
});
