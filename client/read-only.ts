import { signal } from '@preact/signals';

const HEADER = 'X-Dandang-Read-Only';

/** Why nothing can be changed just now, as the last answer said; null = everything can. */
export const readOnlyBecause = signal<string | null>(null);

/** Every answer of the server says it. */
export function hearReadOnly({ headers }: Response): void {
  const because = headers.get(HEADER);
  if (readOnlyBecause.peek() !== because) readOnlyBecause.value = because;
}
