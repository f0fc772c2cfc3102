// The keys of every test store: they stay the same, so that a store can be opened again by another process.
import { createPrivateKey } from 'node:crypto';

const ED25519_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

export const aLogKey = (byte: number): string =>
  createPrivateKey({
    key: Buffer.concat([ED25519_PREFIX, Buffer.alloc(32, byte)]),
    format: 'der',
    type: 'pkcs8',
  })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();

export const testLogKey = aLogKey(3);

export const testKeys = {
  dataKey: Buffer.alloc(32, 1),
  lookupKey: Buffer.alloc(32, 2),
  logKey: testLogKey,
};
