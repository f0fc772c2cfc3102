// What the product itself finds in a store, with a head that was kept elsewhere.
import { type HeldHead, verifyStore } from '../../../db/audit-log/verify.ts';
import type { Store } from '../../../db/store.ts';
import { type Home, opened } from '../support/database.ts';

/** Null when nothing was found; else the kinds of what was. */
export async function foundWrong(home: Pick<Home, 'url' | 'keys'>, held: HeldHead): Promise<string | null> {
  let store: Store;
  try {
    store = await opened(home, { migrate: false, sequence: false, check: true });
  } catch (fault) {
    return `it does not open: ${(fault as Error).message}`;
  }
  try {
    if (store.readOnly !== null) return store.readOnly.because;
    const { isSound, faultCounts } = await verifyStore(store, held);
    return isSound ? null : Object.keys(faultCounts).join(', ');
  } finally {
    await store.close();
  }
}

/** The latest head with its key, as somebody would note it on paper. */
export async function headOf(store: Store): Promise<HeldHead> {
  await store.log.sequenced();
  const head = await store.log.head();
  const key = (await store.log.keys()).find(({ id }) => id === head?.keyId);
  if (!head || !key) throw new Error('the log has no head');
  return { ...head, publicKey: key.publicKey };
}
