// When a provider's word counts as a second factor: `amr=mfa|otp;acr=https://example.edu.cn/mfa*`.

/** Whether what a provider says of somebody, by the names of its claims or attributes, shows a second factor. */
export type SecondFactorRule = (valuesOf: (name: string) => readonly string[]) => boolean;

export class BadRule extends Error {}

interface Part {
  readonly name: string;
  readonly wanted: readonly string[];
}

function partOf(text: string): Part {
  const [, name, values] = /^([^=\s]+)\s*=\s*(.+)$/u.exec(text) ?? [];
  if (name === undefined || values === undefined) throw new BadRule(text);
  const wanted = values.split('|').map((value) => value.trim());
  // `*` alone would believe any value.
  if (wanted.some((value) => value === '' || value === '*')) throw new BadRule(text);
  return { name, wanted };
}

/** A `*` at the end stands for any rest. */
const fits = (value: string, wanted: string): boolean =>
  wanted.endsWith('*') ? value.startsWith(wanted.slice(0, -1)) : value === wanted;

export function secondFactorRule(text: string): SecondFactorRule {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(partOf);
  return (valuesOf) =>
    parts.some(({ name, wanted }) =>
      valuesOf(name).some((value) => wanted.some((each) => fits(value, each))),
    );
}
