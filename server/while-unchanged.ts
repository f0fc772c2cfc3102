// An answer read from the store is good for as long as nothing in the store changes: rights and records are asked for
// at every request and found again without being read again. On an engine that cannot say whether anything changed
// (PostgreSQL) every question is read anew.
import type { Store } from '../db/store.ts';

/** More answers than this are forgotten together: a bound, not a policy. */
const MOST_REMEMBERED = 5000;

export function whileUnchanged<T>(
  store: Pick<Store, 'revision'>,
): (question: string, read: () => Promise<T>) => Promise<T> {
  let known = new Map<string, Promise<T>>();
  let knownAt: number | null = null;
  return (question, read) => {
    // Asked before reading: whatever is committed meanwhile makes the answer old at the next question.
    const now = store.revision();
    if (now === null) return read();
    if (now !== knownAt || known.size >= MOST_REMEMBERED) known = new Map();
    knownAt = now;
    const before = known.get(question);
    if (before) return before;
    const answer = read();
    const here = known;
    here.set(question, answer);
    // A question that failed is asked again.
    answer.catch(() => here.delete(question));
    return answer;
  };
}
