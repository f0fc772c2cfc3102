// What the security administrator does to accounts: lock, unlock, reset, end a grant. Nothing of it opens an account:
// after a reset it is HR that prints the slip, so that nobody takes over an account alone.
import type { z } from 'zod';
import { grantById, guardedAccounts, openGrantsOf } from '../../db/queries/account-security.ts';
import { holdersAmong } from '../../db/queries/account-pages.ts';
import { accountById } from '../../db/queries/accounts.ts';
import type { Changed } from '../../db/audit-entry.ts';
import { changeRow } from '../../db/rows.ts';
import type { Store, Tx } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { ADMIN_ROLES, isAdminRole, type Role } from '../permissions/matrix.ts';
import { dutyOf } from '../permissions/may.ts';
import type { GuardedAccounts, GuardedQuery } from './account-security.contract.ts';
import {
  accountNotLocked,
  accountLockedAlready,
  adminGrantStays,
  adminResetOnServer,
  grantEnded,
  ownAccountRefused,
} from './accounts.problems.ts';
import { endSessions } from './end-sessions.ts';
import type { Lockouts } from './lockouts.ts';

type Account = Row<'accounts'>;
interface Deed {
  readonly id: string;
  readonly reason: string;
}

export interface AccountSecurityService {
  list(input: z.infer<typeof GuardedQuery>): Promise<z.infer<typeof GuardedAccounts>>;
  lock(actor: Actor, deed: Deed): Promise<void>;
  unlock(actor: Actor, deed: Deed): Promise<void>;
  /** Password, second factor and sessions are void; the account waits for a new activation slip. */
  reset(actor: Actor, deed: Deed): Promise<void>;
  endGrant(actor: Actor, deed: Deed): Promise<void>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly today: () => Day;
  readonly lockouts: Lockouts;
}

/** Everything by which an account could be opened. */
export const nothingToOpenBy = {
  passwordHash: null,
  slipHash: null,
  slipExpiresAt: null,
  totpSealed: null,
  totpSince: null,
  totpStep: null,
  recoveryHashes: null,
} as const;

export function accountSecurityService({ store, now, today, lockouts }: Needed): AccountSecurityService {
  const { tables, read } = store;

  /** Changes an account within an act of its own. */
  const change = (
    actor: Actor,
    { id, reason }: Deed,
    { permission, deed, ends }: { permission: string; deed: string; ends: boolean },
    setFor: (tx: Tx, account: Account, changed: Changed) => Promise<Partial<Account>>,
  ): Promise<void> => {
    if (id === actor.accountId) throw new Refused(ownAccountRefused);
    const duty = dutyOf(actor, permission);
    const act = { actor: actor.accountId, duty, deed, subject: id, reason };
    return store.write(act, async (tx, changed) => {
      const before = await accountById(tx, tables, id);
      if (!before) throw new Refused(notFound);
      const set = await setFor(tx, before, changed);
      const ended = ends ? { sessionVersion: before.sessionVersion + 1 } : {};
      await changeRow(tx, changed, tables.accounts, { before, set: { ...set, ...ended } });
      if (ends) await endSessions(tx, changed, { tables, accountId: id, at: now() });
    });
  };

  return {
    async list({ q = '', among, after = null, limit }) {
      const holdersOn = among === 'holders' ? today() : null;
      const page = await guardedAccounts(read, tables, { staffNoStart: q, holdersOn, after, limit });
      const ids = page.items.map(({ id }) => id);
      const grants = await openGrantsOf(read, tables, ids, today());
      const waits = await lockouts.waitsOf(page.items.map(({ staffNo }) => staffNo));
      return {
        ...page,
        items: page.items.map(({ totpSince, ...account }) => ({
          ...account,
          hasSecondFactor: totpSince !== null,
          waitsUntil: waits.get(account.staffNo) ?? null,
          grants: (grants.get(account.id) ?? []).map(({ accountId: _, role, ...grant }) => ({
            ...grant,
            role: role as Role,
          })),
        })),
      };
    },

    lock: (actor, deed) =>
      change(
        actor,
        deed,
        { permission: 'account.lock', deed: 'account.locked', ends: true },
        async (_tx, { state }) => {
          if (state === 'locked') throw new Refused(accountLockedAlready);
          // Slips and one-time passwords do not outlive the lock: whoever has them may be the reason for it.
          return { state: 'locked', ...(state === 'created' && nothingToOpenBy) };
        },
      ),

    unlock: (actor, deed) =>
      change(
        actor,
        deed,
        { permission: 'account.lock', deed: 'account.unlocked', ends: false },
        async (tx, account, changed) => {
          const { state, passwordHash, staffNo } = account;
          const failures = await lockouts.forget(tx, changed, staffNo);
          if (state !== 'locked' && failures === 0) throw new Refused(accountNotLocked);
          if (state !== 'locked') return {};
          return { state: passwordHash === null ? 'created' : 'active' };
        },
      ),

    reset: (actor, deed) =>
      change(
        actor,
        deed,
        { permission: 'account.reset', deed: 'account.reset', ends: true },
        async (tx, { id, staffNo }, changed) => {
          const admins = await holdersAmong(tx, tables, [id], ADMIN_ROLES);
          if (admins.size > 0) throw new Refused(adminResetOnServer);
          await lockouts.forget(tx, changed, staffNo);
          return { ...nothingToOpenBy, state: 'created' };
        },
      ),

    async endGrant(actor, { id, reason }) {
      const duty = dutyOf(actor, 'account.role.grant');
      const act = { actor: actor.accountId, duty, deed: 'grants.ended', subject: id, reason };
      await store.write(act, async (tx, changed) => {
        const before = await grantById(tx, tables, id);
        if (!before) throw new Refused(notFound);
        if (isAdminRole(before.role)) throw new Refused(adminGrantStays);
        if (before.endedAt !== null) throw new Refused(grantEnded);
        const set = { endedAt: now(), endedBy: actor.accountId };
        await changeRow(tx, changed, tables.grants, { before, set });
      });
    },
  };
}
