// Who could ask nobody else: an admin who lost the password or the second factor, or the last head of HR. Whoever runs
// the server resets the account; the one-time password lets its holder choose another, and the log says `system`.
import { activeHoldersOf } from '../../db/queries/account-security.ts';
import { accountByStaffNo, grantsInForce } from '../../db/queries/accounts.ts';
import { changeRow } from '../../db/rows.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import { Refused } from '../http/problem.ts';
import { isAdminRole } from '../permissions/matrix.ts';
import { nothingToOpenBy } from './account-security.service.ts';
import { accountUnknown, resetNeedsOthers } from './accounts.problems.ts';
import { SYSTEM } from './accounts.service.ts';
import { endSessions } from './end-sessions.ts';
import type { Lockouts } from './lockouts.ts';
import type { Passwords } from './passwords.ts';
import { newOneTimePassword } from './slip-codes.ts';

export interface ResetOnServerService {
  /** Shown once. */
  reset(staffNo: string): Promise<{ readonly staffNo: string; readonly password: string }>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly today: () => Day;
  readonly passwords: Passwords;
  readonly lockouts: Lockouts;
}

const HEAD = 'hr_head';

export function resetOnServerService(needed: Needed): ResetOnServerService {
  const { store, now, today, passwords, lockouts } = needed;
  const { tables, read } = store;

  async function hasNobodyElse({ id }: Row<'accounts'>): Promise<boolean> {
    const grants = await grantsInForce(read, tables, id, today());
    if (grants.some(({ role }) => isAdminRole(role))) return true;
    if (grants.every(({ role }) => role !== HEAD)) return false;
    const heads = await activeHoldersOf(read, tables, HEAD, today());
    return heads.every(({ accountId }) => accountId === id);
  }

  return {
    async reset(staffNo) {
      const account = await accountByStaffNo(read, tables, staffNo);
      if (!account) throw new Refused(accountUnknown);
      if (!(await hasNobodyElse(account))) throw new Refused(resetNeedsOthers);
      const password = newOneTimePassword();
      const passwordHash = await passwords.hash(password);
      const { id } = account;
      const act = {
        actor: SYSTEM,
        duty: SYSTEM,
        deed: 'account.resetOnServer',
        subject: id,
        reason: null,
      };
      await store.write(act, async (tx, changed) => {
        const sessionVersion = account.sessionVersion + 1;
        const set = { ...nothingToOpenBy, passwordHash, state: 'created' as const, sessionVersion };
        await changeRow(tx, changed, tables.accounts, { before: account, set });
        await lockouts.forget(tx, changed, staffNo);
        await endSessions(tx, changed, { tables, accountId: id, at: now() });
      });
      return { staffNo, password };
    },
  };
}
