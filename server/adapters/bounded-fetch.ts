// Asking the school's own sign-in service: a time limit, a size limit, no way to be sent on elsewhere.
import { Refused } from '../http/problem.ts';
import { providerAnswerOdd, providerUnreachable } from '../sign-in/sign-in.problems.ts';

export interface Bounds {
  readonly timeoutMs: number;
  readonly mostBytes: number;
}
export const PROVIDER_BOUNDS: Bounds = { timeoutMs: 8_000, mostBytes: 256 * 1024 };

type Asked = Pick<RequestInit, 'method' | 'headers' | 'body'>;

/** `fetch` with the whole answer read; a redirection is an answer like any other and is not followed. */
export const boundedFetch =
  ({ timeoutMs, mostBytes }: Bounds) =>
  async (address: string | URL, asked: Asked = {}): Promise<Response> => {
    const signal = AbortSignal.timeout(timeoutMs);
    let answer: Response;
    try {
      answer = await fetch(address, { ...asked, redirect: 'manual', signal });
    } catch {
      throw new Refused(providerUnreachable);
    }
    const body = await bodyOf(answer, mostBytes);
    if (answer.status >= 500) throw new Refused(providerUnreachable);
    return new Response(body.length > 0 ? body : null, { status: answer.status, headers: answer.headers });
  };

async function bodyOf(answer: Response, mostBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of answer.body ?? []) {
      size += part.length;
      if (size > mostBytes) break;
      parts.push(part);
    }
  } catch {
    throw new Refused(providerUnreachable);
  }
  if (size > mostBytes) throw new Refused(providerAnswerOdd);
  return Buffer.concat(parts);
}
