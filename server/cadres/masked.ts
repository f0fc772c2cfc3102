const HEAD = 3;
const TAIL = 4;
/** `440***********1234`: enough to tell two people apart, no more. */
export function masked(text: string): string {
  const hidden = '*'.repeat(Math.max(0, text.length - HEAD - TAIL));
  return hidden === '' ? '*'.repeat(text.length) : `${text.slice(0, HEAD)}${hidden}${text.slice(-TAIL)}`;
}
