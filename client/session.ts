import { signal } from '@preact/signals';
import type { SessionView, SignIn } from '../server/accounts/accounts.contract.ts';
import { act, ask, carryToken, onSignedOut, type Sent, type View } from './api.ts';
import { ProblemError } from './problem.ts';

export type Session = View<typeof SessionView>;
export type Role = Session['roles'][number]['role'];

/** Who is signed in; null: nobody; undefined: not known yet. */
export const session = signal<Session | null | undefined>(undefined);

function begin(view: Session): Session {
  carryToken(view.csrfToken);
  session.value = view;
  return view;
}

/** Finds out at the start whether somebody is still signed in. */
export async function recallSession(): Promise<void> {
  onSignedOut(() => (session.value = null));
  try {
    begin(await ask<Session>('/api/session'));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    session.value = null;
  }
}

export const signIn = async (given: Sent<typeof SignIn>): Promise<Session> =>
  begin(await act<Session>('POST', '/api/session', given));

export async function signOut(): Promise<void> {
  await act('DELETE', '/api/session');
  session.value = null;
}

/** Whether to offer something; the server asks again at every request. */
export const may = (permission: string): boolean => session.value?.permissions.includes(permission) ?? false;
export const holds = (...roles: readonly Role[]): boolean =>
  session.value?.roles.some(({ role }) => roles.includes(role)) ?? false;

/** Whether a file of this machine names whoever is signed in, as a panel's member if that is asked. */
export const isNamedIn = (machine: string, as?: 'panel'): boolean =>
  session.value?.namedIn.some(
    (named) => named.machine === machine && (as ?? named.principal) === named.principal,
  ) ?? false;

/** Somebody who is here only for the own record. */
export const isOnlyCadre = (): boolean => session.value?.roles.length === 0 && session.value.cadreId !== null;
