// 容错认定: every (state × event × principal) over HTTP; only the listed ones succeed, the others change nothing.
import { describe } from 'vitest';
import { holdsForEveryTriple } from '../../support/hold-triples.ts';

describe('容错认定', () => {
  holdsForEveryTriple('exemption', { asked: 6000, opened: 40 });
});
