// The people of a rig: several of each office, signed in as if a moment ago, so that a run needs no passwords.
import { addRows, type Store } from '../../../db/store.ts';
import type { Row } from '../../../db/tables/index.ts';
import { sessionTokens } from '../../../server/adapters/session-token.ts';
import type { Keys } from '../../../server/keys/key-file.ts';
import { surroundings } from '../../../server/main.ts';
import type { Role } from '../../../server/permissions/matrix.ts';
import { aGrant, anAccount } from '../../support/rows.ts';
import type { Act } from '../../../db/store.ts';

const YEAR_MS = 365 * 86_400_000;
/** They hold their offices since before any run. */
const LONG_AGO = '2020-01-01';

export const setUp = (deed: string): Act => ({
  actor: 'rig',
  duty: 'rig',
  deed,
  subject: 'rig',
  reason: null,
});

export interface Office {
  readonly staffNo: string;
  readonly role: Role;
}
/** `several('secadmin', 3)`: secadmin1, secadmin2, secadmin3. */
export const several = (role: Role, count: number): Office[] =>
  Array.from({ length: count }, (_, i) => ({ role, staffNo: `${role}${i + 1}` }));

export const accountIdOf = (staffNo: string): string => `acc_${staffNo}`;

export async function appoint(store: Store, offices: readonly Office[]): Promise<void> {
  const accounts = offices.map(({ staffNo }) =>
    anAccount({
      id: accountIdOf(staffNo),
      staffNo,
      totpSealed: store.sealed.seal('JBSWY3DPEHPK3PXP'),
      totpSince: surroundings.now(),
    }),
  );
  const grants = offices.map(({ staffNo, role }) =>
    aGrant({ id: `gr_${staffNo}`, accountId: accountIdOf(staffNo), role, unitId: null, fromOn: LONG_AGO }),
  );
  await store.write(setUp('offices.filled'), async (tx, changed) => {
    await addRows(tx, changed, store.tables.accounts, accounts);
    await addRows(tx, changed, store.tables.grants, grants);
  });
}

export interface SignedInAs {
  readonly sessionId: string;
  readonly token: string;
}

/** A session's row and the token of its cookie. */
export async function openSession(
  store: Store,
  keys: Keys,
  account: { readonly id: string; readonly sessionVersion?: number },
): Promise<SignedInAs> {
  const now = surroundings.now();
  const session: Row<'sessions'> = {
    id: surroundings.newId('ses'),
    accountId: account.id,
    startedAt: now,
    expiresAt: now + YEAR_MS,
    endedAt: null,
    method: 'password',
    hasSecondFactor: true,
    address: null,
    agent: null,
    failuresBefore: null,
  };
  await store.write(setUp('session.opened'), (tx, changed) =>
    addRows(tx, changed, store.tables.sessions, [session]),
  );
  const issuedAt = Math.floor(now / 1000);
  const token = sessionTokens(keys.signingKey).sign({
    sessionId: session.id,
    accountId: account.id,
    version: account.sessionVersion ?? 1,
    issuedAt,
    expiresAt: issuedAt + YEAR_MS / 1000,
  });
  return { sessionId: session.id, token };
}
