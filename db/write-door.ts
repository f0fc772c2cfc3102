// What both engines' write doors share.
import { AsyncLocalStorage } from 'node:async_hooks';

export class NestedWrite extends Error {
  constructor() {
    super('a write inside a write: use the tx that was given');
  }
}

export class StoreClosed extends Error {
  constructor() {
    super('the store is closed');
  }
}

/** Refuses a write begun inside another: on one writer it would wait for itself for ever. */
export function oneAtATime() {
  const inside = new AsyncLocalStorage<true>();
  return {
    refuseNested: () => {
      if (inside.getStore()) throw new NestedWrite();
    },
    enter: <T>(work: () => Promise<T>): Promise<T> => inside.run(true, work),
  };
}

/** Lends `tx` for as long as `work` runs; used afterwards it throws instead of writing past the door. */
export async function lend<X extends object, T>(tx: X, work: (tx: X) => Promise<T>): Promise<T> {
  const { proxy, revoke } = Proxy.revocable(tx, {});
  try {
    return await work(proxy);
  } finally {
    revoke();
  }
}
