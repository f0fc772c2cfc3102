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
  /** The people he must not act upon: kin and declared conflicts (回避). */
  readonly recused?: ReadonlySet<string>;
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
  /** As whom the actor is named in this file; `anything`: whether any file could let him in. */
  readonly assigned?: ReadonlySet<string> | 'anything';
  /** The file concerns a unit that the actor answers for. */
  readonly isRepresented?: boolean;
}

/** Touched by whoever may find a file of his own, or one that names him: routes about files ask with it. */
export const ANY_FILE: Touched = { assigned: 'anything', isRepresented: true };
