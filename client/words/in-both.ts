// A dictionary of one feature in both languages. Chinese is the source; a key without its English does not compile.

type Entry = string | ((...figures: never[]) => string);
type InEnglish<Chinese> = {
  readonly [Key in keyof Chinese]: Chinese[Key] extends (...figures: infer Figures) => string
    ? (...figures: Figures) => string
    : string;
};

export interface Both<Words> {
  readonly zh: Words;
  readonly en: Words;
}

export function inBoth<const Chinese extends Readonly<Record<string, Entry>>>(
  zh: Chinese,
  en: NoInfer<InEnglish<Chinese>>,
): Both<InEnglish<Chinese>>;
export function inBoth<Words>(zh: Words, en: Words): Both<Words> {
  return { zh, en };
}
