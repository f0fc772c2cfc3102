// 担当作为记录: every (state × event × principal) over HTTP; only the listed ones succeed, the others change nothing.
import { describe } from 'vitest';
import { holdsForEveryTriple } from '../../support/hold-triples.ts';

describe('担当作为记录', () => {
  holdsForEveryTriple('initiative', { asked: 4000, opened: 35 });
});
