// What people do to their own account: activate it with a printed slip, choose another password.
import type { z } from 'zod';
import { accountById, accountByStaffNo } from '../../db/queries/accounts.ts';
import { cadresByStaffNo } from '../../db/queries/roster.ts';
import { changeRow } from '../../db/rows.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { Activate, ChangePassword } from './accounts.contract.ts';
import { activationRefused } from './accounts.problems.ts';
import { endSessions } from './end-sessions.ts';
import type { Lockouts } from './lockouts.ts';
import { hasSecondFactor } from './one-time-codes.ts';
import type { Where } from './open-session.ts';
import type { OwnerProof } from './owner-proof.ts';
import { refuseShortAlone, refuseWeakPassword } from './password-rules.ts';
import type { Passwords } from './passwords.ts';
import type { SignedIn, SessionStamp } from './sessions.service.ts';
import { slipCodeFrom } from './slip-codes.ts';
import { slipHashOf } from './slips.service.ts';

export interface OwnAccountService {
  activate(input: z.infer<typeof Activate>, where?: Where): Promise<void>;
  /** Ends every other session; the returned stamp is the one that goes on. */
  changePassword(
    signedIn: SignedIn,
    input: z.infer<typeof ChangePassword>,
    where?: Where,
  ): Promise<SessionStamp>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly passwords: Passwords;
  readonly lockouts: Lockouts;
  readonly owner: OwnerProof;
}

const NOWHERE: Where = { address: null, agent: null };

export function ownAccountService({ store, now, passwords, lockouts, owner }: Needed): OwnAccountService {
  const { tables, read, sealed } = store;

  /** Whether the four characters end the citizen ID; somebody not in the roster yet has none to compare. */
  async function isBearer(staffNo: string, last4: string): Promise<boolean> {
    const [cadre] = await cadresByStaffNo(read, tables, [staffNo]);
    if (!cadre || cadre.citizenIdSealed === null) return true;
    return sealed.unseal(cadre.citizenIdSealed).toUpperCase().endsWith(last4.toUpperCase());
  }

  const holdsSlip = (account: Row<'accounts'>, code: string): boolean =>
    account.state === 'created' &&
    account.slipHash === slipHashOf(sealed, account.staffNo, slipCodeFrom(code)) &&
    account.slipExpiresAt !== null &&
    account.slipExpiresAt > now();

  const own = (account: Row<'accounts'>, deed: string) => ({
    actor: account.id,
    duty: 'self',
    deed,
    subject: account.id,
    reason: null,
  });

  return {
    async activate({ staffNo, slipCode, citizenIdLast4, password }, { address } = NOWHERE) {
      refuseWeakPassword(password, staffNo, '/password');
      await lockouts.refuseWaiting({ staffNo, address });
      const account = await accountByStaffNo(read, tables, staffNo);
      const isTheirs = account !== undefined && holdsSlip(account, slipCode);
      if (!isTheirs || !(await isBearer(staffNo, citizenIdLast4))) {
        await lockouts.fail({ staffNo, address }, account?.id ?? null);
        throw new Refused(activationRefused);
      }
      const passwordHash = await passwords.hash(password);
      await store.write(own(account, 'account.activated'), (tx, changed) =>
        changeRow(tx, changed, tables.accounts, {
          before: account,
          set: { state: 'active', passwordHash, slipHash: null, slipExpiresAt: null },
        }),
      );
    },

    async changePassword({ actor, stamp }, { current, next }, { address } = NOWHERE) {
      refuseWeakPassword(next, actor.staffNo, '/next');
      const account = await accountById(read, tables, actor.accountId);
      if (!account) throw new Refused(notFound);
      if (!hasSecondFactor(account)) refuseShortAlone(next, '/next');
      await owner.password(account, current, { pointer: '/current', address });
      const passwordHash = await passwords.hash(next);
      const version = account.sessionVersion + 1;
      await store.write(own(account, 'account.passwordChanged'), async (tx, changed) => {
        await changeRow(tx, changed, tables.accounts, {
          before: account,
          set: { state: 'active', passwordHash, sessionVersion: version },
        });
        const { id: accountId } = account;
        await endSessions(tx, changed, { tables, accountId, at: now(), except: stamp.sessionId });
      });
      return { ...stamp, version };
    },
  };
}
