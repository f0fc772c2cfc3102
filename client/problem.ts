/** One place of an input and what is wrong with it. */
export interface FieldProblem {
  /** JSON pointer into the body sent, e.g. `/reason` or `/lines/0/staffNo`. */
  readonly pointer: string;
  readonly detail: string;
}

/** A refusal of the server (RFC 9457), or status 0 where it could not be reached. */
export class ProblemError extends Error {
  readonly status: number;
  /** `stale-version` of `/problems/stale-version`. */
  readonly kind: string;
  readonly detail: string | null;
  readonly fields: readonly FieldProblem[];
  constructor(
    status: number,
    title: string,
    more: { kind?: string; detail?: string | null; fields?: readonly FieldProblem[] } = {},
  ) {
    super(title);
    this.name = 'ProblemError';
    this.status = status;
    this.kind = more.kind ?? '';
    this.detail = more.detail ?? null;
    this.fields = more.fields ?? [];
  }
}
