import { describe, expect, test } from 'vitest';
import { paramsOf, withQuery } from '../../client/paths.ts';

describe('paramsOf', () => {
  test('a pattern without names fits its own path only', () => {
    expect(paramsOf('/years', '/years')).toEqual({});
    expect(paramsOf('/years', '/years/2026')).toBeNull();
    expect(paramsOf('/years', '/yearsx')).toBeNull();
  });
  test('names take one part each, decoded', () => {
    expect(paramsOf('/years/:year/results/:cadreId', '/years/2026/results/c%2F1')).toEqual({
      year: '2026',
      cadreId: 'c/1',
    });
  });
  test('a part that cannot be decoded stays as it is', () => {
    expect(paramsOf('/a/:b', '/a/%E0%A4')).toEqual({ b: '%E0%A4' });
  });
  test('a name takes no empty part; a slash at the end is forgiven', () => {
    expect(paramsOf('/years/:year', '/years/')).toBeNull();
    expect(paramsOf('/years/:year', '/years/2026/')).toEqual({ year: '2026' });
    expect(paramsOf('/', '/')).toEqual({});
  });
});

describe('withQuery', () => {
  test('keys are set over those that stand there', () => {
    expect(withQuery('/years/2026', { grade: 'excellent' }, '?q=wang')).toBe(
      '/years/2026?q=wang&grade=excellent',
    );
  });
  test('null, undefined and an empty text take a key out', () => {
    expect(
      withQuery('/years/2026', { q: '', unit: null, sort: undefined }, '?q=wang&unit=u1&sort=name'),
    ).toBe('/years/2026');
  });
  test('Chinese and signs are encoded', () => {
    expect(withQuery('/a', { q: '王&李', limit: 50 })).toBe('/a?q=%E7%8E%8B%26%E6%9D%8E&limit=50');
  });
});
