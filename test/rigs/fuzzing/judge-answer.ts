// Whether an answer is one that the description of the interface allows.
import type { Answer } from '../support/ask.ts';
import type { Operation } from '../support/operations.ts';
import { faultsIn } from './json-schema.ts';

export type Verdict = {
  readonly kind: 'server faults' | 'undocumented' | 'outside the schema';
  readonly note: string;
};

/** Faults the product answers by name: too many sign-ins at once, a disk that takes nothing more. */
const NAMED_FAULTS = new Set([503, 507]);

function documented({ responses }: Operation, status: number) {
  const range = `${Math.floor(status / 100)}xx`;
  const found = Object.entries(responses).find(
    ([key]) => key === String(status) || key.toLowerCase() === range,
  );
  const exact = responses[String(status)];
  return exact ?? found?.[1];
}

export function verdictOn(operation: Operation, { status, text, headers }: Answer): Verdict | null {
  const type = String(headers['content-type'] ?? '');
  if (status >= 500 && !(NAMED_FAULTS.has(status) && text.includes('/problems/')))
    return { kind: 'server faults', note: `${status} ${text.slice(0, 200)}` };
  const response = documented(operation, status);
  if (!response) return { kind: 'undocumented', note: `status ${status}` };
  if (text === '') return null;
  const content = response.content ?? {};
  const media = type.split(';')[0]!.trim();
  const described = Object.entries(content).find(([each]) => each.split(';')[0]!.trim() === media)?.[1];
  if (!described) return { kind: 'undocumented', note: `${status} of type ${type}` };
  if (!media.endsWith('json')) return null;
  const faults = faultsIn(JSON.parse(text), described.schema);
  return faults.length === 0
    ? null
    : { kind: 'outside the schema', note: `${status}: ${faults.slice(0, 3).join('; ')}` };
}
