// Reads what somebody pasted or dropped: a receipt or a head, whole, or nothing.
import type { LogHead, Receipt } from './receipts.api.ts';

type Held = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Held => typeof value === 'object' && value !== null;
const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
const isText = (value: unknown): value is string => typeof value === 'string';
const orNull = (is: (value: unknown) => boolean) => (value: unknown) => value === null || is(value);

type Shape = Readonly<Record<string, (value: unknown) => boolean>>;
const fits = (value: unknown, shape: Shape): boolean =>
  isObject(value) &&
  Object.keys(value).every((name) => name in shape) &&
  Object.entries(shape).every(([name, is]) => is(value[name]));

const HEAD: Shape = {
  size: isCount,
  previousSize: isCount,
  rootHash: isHash,
  at: isCount,
  keyId: isHash,
  signature: isText,
  publicKey: isText,
};
const ENTRY: Shape = {
  id: isText,
  at: isCount,
  actor: isText,
  duty: isText,
  deed: isText,
  subject: isText,
  reason: orNull(isText),
  oldHash: orNull(isHash),
  newHash: orNull(isHash),
};
const RECEIPT: Shape = {
  kind: (value) => value === 'dandang receipt',
  entry: orNull((value) => fits(value, ENTRY)),
  changesHash: orNull(isHash),
  entryId: isText,
  sequence: isCount,
  leafHash: isHash,
  path: (value) => Array.isArray(value) && value.length <= 64 && value.every(isHash),
  head: (value) => fits(value, HEAD),
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function receiptFrom(text: string): Receipt | null {
  const value = parsed(text);
  return fits(value, RECEIPT) ? (value as Receipt) : null;
}
export function headFrom(text: string): LogHead | null {
  const value = parsed(text);
  return fits(value, HEAD) ? (value as LogHead) : null;
}
