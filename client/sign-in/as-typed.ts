/** A field of a form just as it was typed: a password keeps its spaces. */
export function asTyped(values: FormData, name: string): string {
  const value = values.get(name);
  return typeof value === 'string' ? value : '';
}
