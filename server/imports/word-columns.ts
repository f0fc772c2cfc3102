// Columns whose cells hold words of a closed list: by label, by code, or by what offices also call them.
import type { Label } from '../../scoring/index.ts';
import { bad, type Column, columnOf, good, type Naming, type Reading, textOf } from './columns.ts';
import type { Fault } from './fault.ts';
import { nearestWord } from './nearest-word.ts';
import { tidyCode } from './tidy-text.ts';

/** The words of a dictionary: what people write, and the code each stands for. */
export interface Dictionary<C extends string | number> {
  readonly labels: ReadonlyMap<C, string>;
  readonly codes: ReadonlyMap<string, C>;
}

export function dictionaryOf<C extends string>(
  list: Readonly<Record<C, Pick<Label, 'zh'>>>,
  synonyms: Readonly<Record<string, NoInfer<C>>> = {},
): Dictionary<C> {
  const labels = new Map(Object.keys(list).map((each) => [each as C, list[each as C].zh]));
  const codes = new Map<string, C>();
  for (const [each, label] of labels) {
    codes.set(tidyCode(each), each);
    codes.set(tidyCode(label), each);
  }
  for (const [synonym, each] of Object.entries(synonyms)) codes.set(synonym, each);
  return { labels, codes };
}

function wordFrom<C extends string | number>(typed: string, { labels, codes }: Dictionary<C>): Reading<C> {
  const found = codes.get(tidyCode(typed));
  if (found !== undefined) return good(found);
  const words = [...labels.values()];
  const near = nearestWord(tidyCode(typed), words);
  const few = words.length <= 8 ? `可填：${words.join('、')}` : '请从模板的下拉列表中选择';
  return bad('notInDictionary', `词表中没有“${typed}”`, near === null ? few : `是否“${near}”`);
}

const hintOf = ({ labels }: Dictionary<string | number>): string =>
  labels.size <= 8 ? `可填：${[...labels.values()].join('、')}` : '从下拉列表中选择';

export const word = <C extends string | number>(
  header: string,
  dictionary: Dictionary<C>,
  naming: Naming = {},
): Column<C> =>
  columnOf(header, naming, {
    words: [...dictionary.labels.values()],
    hint: hintOf(dictionary),
    read: (cell) => wordFrom(textOf(cell), dictionary),
    write: (value) => dictionary.labels.get(value) ?? String(value),
  });

const BETWEEN_WORDS = /^[、,;/]+/u;

/** Several words in one cell. A word may hold the very sign that stands between two: the longest word wins. */
function wordsFrom<C extends string>(typed: string, dictionary: Dictionary<C>): Reading<readonly C[]> {
  const known = [...dictionary.codes.keys()].sort((a, b) => b.length - a.length);
  const found: C[] = [];
  for (let rest = typed.replace(BETWEEN_WORDS, ''); rest !== '';) {
    const next = known.find((each) => rest.startsWith(each));
    if (next === undefined) return wordFrom(rest.split(/[、,;/]/u)[0]!, dictionary) as { fault: Fault };
    found.push(dictionary.codes.get(next)!);
    rest = rest.slice(next.length).replace(BETWEEN_WORDS, '');
  }
  return good([...new Set(found)]);
}

export const words = <C extends string>(
  header: string,
  dictionary: Dictionary<C>,
  naming: Naming = {},
): Column<readonly C[]> =>
  columnOf(header, naming, {
    width: 30,
    hint: `可填多项，用分号隔开：${[...dictionary.labels.values()].join('；')}`,
    read: (cell) => wordsFrom(tidyCode(textOf(cell).replaceAll('\n', ';')), dictionary),
    write: (value) => value.map((each) => dictionary.labels.get(each) ?? each).join('；'),
  });
