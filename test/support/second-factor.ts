// An authenticator of one's own (RFC 6238), written out so that the product is not measured by its own library.
import { createHmac } from 'node:crypto';
import type { Visitor } from './app.ts';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
export const STEP_MS = 30_000;

function bytesOf(secret: string): Buffer {
  const bits = Array.from(secret, (letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/gu)!.map((byte) => Number.parseInt(byte, 2)));
}

/** The six figures that an authenticator shows at a moment. */
export function codeAt(secret: string, at: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / STEP_MS)));
  const hash = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const from = hash.at(-1)! & 15;
  return String((hash.readUInt32BE(from) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0');
}

/** Sets the second factor of whoever is signed in. */
export async function setUpSecondFactor(
  visitor: Visitor,
  { password, at }: { password: string; at: number },
): Promise<{ secret: string; recoveryCodes: readonly string[] }> {
  const begun = await visitor.post('/api/own-second-factor/setup', { password });
  if (begun.status !== 200) throw new Error(`no set-up: ${begun.text}`);
  const { ticket, secret } = begun.body as { ticket: string; secret: string };
  const set = await visitor.post('/api/own-second-factor', { ticket, code: codeAt(secret, at) });
  if (set.status !== 200) throw new Error(`not set: ${set.text}`);
  return { secret, ...(set.body as { recoveryCodes: string[] }) };
}
