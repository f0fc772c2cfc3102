import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = new URL('../../client/words/', import.meta.url);
/** These two are the machinery, not words. */
const MACHINERY = ['in-both.ts', 'language.ts'];

type Entry = string | ((...figures: readonly unknown[]) => string);
type Dictionary = Readonly<Record<string, Entry>>;
interface Both {
  readonly zh: Dictionary;
  readonly en: Dictionary;
}

const isBoth = (value: unknown): value is Both =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;

const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !MACHINERY.includes(name));
const exports = await Promise.all(
  files.map(async (name) => {
    const exported = Object.values((await import(new URL(name, folder).href)) as Record<string, unknown>);
    return { name, all: exported.filter(isBoth) };
  }),
);
/** Some files hold lists of words that other ones take in. */
const dictionaries = exports.filter(({ all }) => all.length > 0);

/** An entry with figures put in, as it would stand on the screen. */
const said = (entry: Entry): string =>
  typeof entry === 'string' ? entry : entry(...Array.from({ length: entry.length }, (_, index) => index + 2));

const sayings = (all: readonly Both[], language: 'zh' | 'en') =>
  all.flatMap((both) => Object.entries(both[language]).map(([key, entry]) => [key, said(entry)] as const));

/** Words that stand in the other language on purpose. */
const CROSSING = new Set(['otherLanguage']);
const HAN = /\p{Script=Han}/u;

describe.each(dictionaries)('words/$name', ({ all }) => {
  test('holds the same words in both languages', () => {
    for (const { zh, en } of all) expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });
  test('English says something wherever Chinese does, and takes the same figures', () => {
    const unsaid = all.flatMap(({ zh, en }) =>
      Object.entries(zh)
        .filter(([key, chinese]) => {
          const english = en[key] ?? '';
          return typeof english !== typeof chinese || (said(chinese) !== '' && said(english) === '');
        })
        .map(([key]) => key),
    );
    expect(unsaid).toEqual([]);
  });
  test('English holds no Chinese', () => {
    const crossing = sayings(all, 'en').filter(([key, text]) => HAN.test(text) && !CROSSING.has(key));
    expect(crossing).toEqual([]);
  });
  test('Chinese is punctuated in full width, without exclamation', () => {
    const wrong = sayings(all, 'zh').filter(([, text]) => /\p{Script=Han}[,;:!?]|[!！]/u.test(text));
    expect(wrong).toEqual([]);
  });
  test('the program proposes, people decide: nothing is “judged by the system”', () => {
    const wrong = sayings(all, 'zh').filter(([, text]) => /系统(判定|认定|决定|提示)|排名|名次/u.test(text));
    expect(wrong).toEqual([]);
  });
});
