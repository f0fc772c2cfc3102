// Passwords are hashed a few at a time: each costs 19 MiB and 20 ms, and whoever waits must not wait for ever.
import { problem, Refused } from '../http/problem.ts';

export interface Hasher {
  hash(password: string): Promise<string>;
  verify(hashed: string, password: string): Promise<boolean>;
}
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Without a hash (no such account) it takes as long and is never right. */
  isRight(hashed: string | null, password: string): Promise<boolean>;
}

export const tooBusy = problem(
  'too-busy',
  503,
  '登录人数较多，请稍后再试',
  'Too many sign-ins at once; try again shortly',
);

const AT_ONCE = 4;
const MOST_WAITING = 100;

export function passwordsWith(hasher: Hasher): Passwords {
  const inTurn = fewAtATime(AT_ONCE, MOST_WAITING);
  let dummy: Promise<string> | null = null;
  return {
    hash: (password) => inTurn(() => hasher.hash(password)),
    isRight: (hashed, password) =>
      inTurn(async () => {
        dummy ??= hasher.hash('nobody has this password');
        const isRight = await hasher.verify(hashed ?? (await dummy), password);
        return isRight && hashed !== null;
      }),
  };
}

/** Runs a few works at a time and refuses those beyond the queue. */
export function fewAtATime(atOnce: number, mostWaiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) throw new Refused(tooBusy);
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // Whoever is next takes over the place.
      if (next) next();
      else running -= 1;
    }
  };
}
