// The school's own channel: one small POST, signed as "Standard Webhooks" has it, so that any of its libraries can check it.
import { createHmac } from 'node:crypto';
import type { OutsideNotice, Sender, Sent } from '../notices/sender.ts';

export interface WebhookSettings {
  readonly url: string;
  /** Its bytes sign. */
  readonly key: string;
}

const TIMEOUT_MS = 8_000;
const TOO_MANY = 429;

/** `webhook-signature: v1,<base64>` over id, timestamp (seconds) and body. */
export const signatureOf = (key: string, id: string, seconds: number, body: string): string =>
  `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`, 'utf8').digest('base64')}`;

const bodyOf = ({ id, to, text, link }: OutsideNotice): string =>
  JSON.stringify({ type: 'notice.waiting', id, to, text, link });

export const webhookSender = (
  { url, key }: WebhookSettings,
  { timeoutMs = TIMEOUT_MS }: { timeoutMs?: number } = {},
): Sender => ({
  async send(notice): Promise<Sent> {
    const body = bodyOf(notice);
    const seconds = Math.floor(notice.at / 1000);
    const headers = {
      'content-type': 'application/json',
      'webhook-id': notice.id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signatureOf(key, notice.id, seconds, body),
    };
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      // A redirection is a failure: what is signed for one address goes to no other.
      const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
      await answer.body?.cancel();
      if (answer.ok) return { isSent: true };
      const isDown = answer.status >= 500 || answer.status === TOO_MANY;
      return { isSent: false, fault: `http ${answer.status}`, isDown };
    } catch (error) {
      return { isSent: false, fault: faultOf(error), isDown: true };
    }
  },
});

/** The code of the network's own error; its text may hold the address. */
function faultOf(error: unknown): string {
  const { name, cause } = error as Error & { cause?: { code?: unknown } };
  if (name === 'TimeoutError') return 'timeout';
  return typeof cause?.code === 'string' ? cause.code : 'unreachable';
}
