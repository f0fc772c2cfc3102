/** What a code is called on screen, in both languages. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** The codes of a closed list, in its order. */
export const codesOf = <Code extends string>(list: Readonly<Record<Code, unknown>>): readonly Code[] =>
  Object.keys(list) as Code[];
