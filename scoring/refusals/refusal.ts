import type { Label } from '../vocabulary/label.ts';

/** Why something cannot be taken: the place (JSON pointer) and what was expected there. */
export interface Refusal {
  readonly pointer: string;
  readonly expected: Label;
}

export const refusal = (pointer: string, zh: string, en: string): Refusal => ({
  pointer,
  expected: { zh, en },
});

/** Facts as they came in: whatever could not be read is missing, whatever was left out may be null. */
export type Unsettled<T> = T extends readonly (infer Item)[]
  ? readonly (Unsettled<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Unsettled<T[Key]> | null | undefined }
    : T;

/** Each item of a list that could be read, with its pointer. */
export function* placed<T>(
  pointer: string,
  items: readonly (T | undefined)[] | null | undefined,
): Generator<readonly [place: string, item: T]> {
  for (const [index, item] of (items ?? []).entries())
    if (item !== undefined) yield [`${pointer}/${index}`, item];
}
