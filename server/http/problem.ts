import type { Label } from '../../scoring/index.ts';

/** A named refusal (RFC 9457): `type` is `/problems/<name>`; the title finishes “refused because …”. */
export interface ProblemKind {
  readonly name: string;
  readonly status: number;
  readonly title: Label;
}

export interface ProblemPlace {
  readonly pointer: string;
  readonly detail: Label;
}

const declared = new Map<string, ProblemKind>();
/** Every refusal there is, by name: what the address in its `type` leads to. */
export const problemKinds: ReadonlyMap<string, ProblemKind> = declared;

/** Declares a refusal; features keep theirs in `x.problems.ts`. */
export function problem(name: string, status: number, zh: string, en: string): ProblemKind {
  const kind = { name, status, title: { zh, en } };
  declared.set(name, kind);
  return kind;
}

/** Thrown by services for expected refusals; the one error handler turns it into problem+json. */
export class Refused extends Error {
  readonly kind: ProblemKind;
  readonly detail: Label | null;
  readonly places: readonly ProblemPlace[];
  constructor(kind: ProblemKind, more: { detail?: Label; places?: readonly ProblemPlace[] } = {}) {
    super(kind.name);
    this.name = 'Refused';
    this.kind = kind;
    this.detail = more.detail ?? null;
    this.places = more.places ?? [];
  }
}

/** Not there, or not yours: the two are answered alike where existence itself is private. */
export const notFound = problem('not-found', 404, '没有找到', 'Not found');
export const notAllowed = problem('not-allowed', 403, '无权进行此操作', 'Not allowed');
export const invalidRequest = problem(
  'invalid-request',
  400,
  '提交的内容不符合要求',
  'The request is not valid',
);

export const staleVersion = problem(
  'stale-version',
  409,
  '内容已被他人更改，请刷新后再试',
  'Changed by somebody else meanwhile; reload and try again',
);
