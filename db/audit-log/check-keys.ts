import type { Fault } from './faults.ts';
import { keyIdOf, type LogKey, signatureCheck, voucherText } from './signing.ts';

type Check = ReturnType<typeof signatureCheck>;

/** The signatures that published keys can make, and what is wrong with the keys themselves. */
export function checkKeys(keys: readonly LogKey[]): { checks: ReadonlyMap<string, Check>; faults: Fault[] } {
  const checks = new Map<string, Check>();
  let open = keys.filter((key) => keyIdOf(key.publicKey) === key.id);
  const isVouched = (key: LogKey) => {
    // Only the first vouches for itself.
    const voucher = key.vouchedBy === key.id ? checks.size === 0 && signatureCheck(key.publicKey) : null;
    return (voucher || checks.get(key.vouchedBy))?.(voucherText(key), key.voucher) === true;
  };
  for (let next = open.find(isVouched); next; next = open.find(isVouched)) {
    const { id, publicKey } = next;
    checks.set(id, signatureCheck(publicKey));
    open = open.filter((key) => key.id !== id);
  }
  const wrong = keys.filter(({ id }) => !checks.has(id));
  return { checks, faults: wrong.map(({ id }) => ({ kind: 'keyWrong', place: { key: id } })) };
}
