import type { Role } from './matrix.ts';

/** A role as granted: for a subtree of units (null is the whole school). */
export interface HeldRole {
  readonly role: Role;
  readonly units: ReadonlySet<string> | null;
}

/** Who asks: rights are read from the store at every request, never from the token. */
export interface Actor {
  /** `anon` for whoever has not signed in. */
  readonly accountId: string;
  readonly staffNo: string;
  /** The person's own record, if the account is a cadre's. */
  readonly cadreId: string | null;
  readonly roles: readonly HeldRole[];
  readonly language: 'zh' | 'en';
  readonly isAnonymous?: true;
}

export const anonymous = (language: Actor['language']): Actor => ({
  accountId: 'anon',
  staffNo: '',
  cadreId: null,
  roles: [],
  language,
  isAnonymous: true,
});

/** What a request touches, as far as the right to it depends on that. */
export interface Touched {
  readonly cadreId?: string;
  readonly unitId?: string;
}
