import type { z } from 'zod';
import type { Problem } from '../server/http/shared.contract.ts';
import { ProblemError } from './problem.ts';
import { hearReadOnly } from './read-only.ts';
import { shellWords } from './words/shell.ts';
import { language, say } from './words/language.ts';

/** The type that a server contract describes: `type Todo = View<typeof TodoList>`. */
export type View<Schema extends z.ZodType> = z.infer<Schema>;
/** The type to send for a contract, before its defaults are filled in. */
export type Sent<Schema extends z.ZodType> = z.input<Schema>;

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

let csrfToken = '';
let whenSignedOut: () => void = () => {};

/** Every change carries this token from now on. */
export function carryToken(token: string): void {
  csrfToken = token;
}

/** What to do when the server no longer knows the session. */
export function onSignedOut(act: () => void): void {
  whenSignedOut = act;
}

/** A key that makes a repeated deed one deed. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/** Reads: `ask<View<typeof TodoList>>('/api/todo')`. */
export const ask = <Answer>(path: string, signal?: AbortSignal): Promise<Answer> =>
  send(path, { method: 'GET', ...(signal && { signal }) }).then((answer) => readJson<Answer>(answer));

/** Changes something; a lost answer is asked for once more under the same key, so nothing happens twice. */
export async function act<Answer = void>(method: Method, path: string, body?: unknown): Promise<Answer> {
  const headers: Record<string, string> = { 'Idempotency-Key': newKey() };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const sent = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
  return readJson<Answer>(await sendTwice(path, sent));
}

/** Sends one file (multipart, field `file`) and reads JSON. */
export const upload = async <Answer>(path: string, file: File): Promise<Answer> =>
  readJson<Answer>(await sendTwice(path, fileRequest(file)));

/** Sends one file and gets one back, as with the marked copy of an import. */
export const uploadForFile = async (path: string, file: File): Promise<Blob> =>
  (await sendTwice(path, fileRequest(file))).blob();

function fileRequest(file: File): RequestInit {
  const body = new FormData();
  body.append('file', file);
  return { method: 'POST', body, headers: { 'Idempotency-Key': newKey() } };
}

async function sendTwice(path: string, request: RequestInit): Promise<Response> {
  try {
    return await send(path, request);
  } catch (error) {
    if (error instanceof ProblemError && error.status === 0) return send(path, request);
    throw error;
  }
}

async function send(path: string, request: RequestInit): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set('Accept-Language', language.peek() === 'zh' ? 'zh-CN' : 'en');
  if (request.method !== 'GET') headers.set('X-CSRF-Token', csrfToken);
  const answer = await fetch(path, { ...request, headers, credentials: 'same-origin' }).catch(
    (error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new ProblemError(0, say(shellWords).unreachable);
    },
  );
  hearReadOnly(answer);
  if (answer.ok) return answer;
  const problem = await problemOf(answer);
  if (answer.status === 401) whenSignedOut();
  throw problem;
}

const readJson = async <Answer>(answer: Response): Promise<Answer> =>
  (answer.status === 204 ? undefined : await answer.json()) as Answer;

async function problemOf(answer: Response): Promise<ProblemError> {
  const isProblem = (answer.headers.get('Content-Type') ?? '').includes('json');
  if (!isProblem) return new ProblemError(answer.status, say(shellWords).fault);
  const body = (await answer.json()) as View<typeof Problem>;
  return new ProblemError(answer.status, body.title, {
    kind: body.type.slice(body.type.lastIndexOf('/') + 1),
    detail: body.detail ?? null,
    fields: body.errors ?? [],
  });
}
