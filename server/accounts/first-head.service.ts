// The first hr_head is granted without a proposal, once: nobody is there yet who could propose.
import type { z } from 'zod';
import { holdersAmong } from '../../db/queries/account-pages.ts';
import { accountByStaffNo, wasEverGranted } from '../../db/queries/accounts.ts';
import { addRows } from '../../db/rows.ts';
import type { Store } from '../../db/store.ts';
import type { Day } from '../../scoring/index.ts';
import { Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { ADMIN_ROLES } from '../permissions/matrix.ts';
import { dutyOf } from '../permissions/may.ts';
import type { FirstHeadView, GrantFirstHead } from './accounts.contract.ts';
import { accountUnknown, adminHoldsNoOffice, firstHeadGranted } from './accounts.problems.ts';
import { canHaveSlip, giveSlip, type Slips } from './slips.service.ts';

export interface FirstHeadService {
  isOpen(): Promise<z.infer<typeof FirstHeadView>>;
  /** Answers with the slip to activate the account by, if it is not active yet. */
  grant(actor: Actor, input: z.infer<typeof GrantFirstHead>): Promise<Slips>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly today: () => Day;
  readonly dayOf: (instant: number) => Day;
  readonly newId: (prefix: string) => string;
}

const ROLE = 'hr_head';

export function firstHeadService({ store, now, today, dayOf, newId }: Needed): FirstHeadService {
  const { tables, read } = store;

  async function accountFor(staffNo: string) {
    const account = await accountByStaffNo(read, tables, staffNo);
    if (!account)
      throw new Refused(accountUnknown, {
        places: [
          { pointer: '/staffNo', detail: { zh: '没有这个工号的账号', en: 'No account of this number' } },
        ],
      });
    return account;
  }

  return {
    isOpen: async () => ({ isOpen: !(await wasEverGranted(read, tables, ROLE)) }),

    async grant(actor, { staffNo, reason }) {
      const account = await accountFor(staffNo);
      const grant = {
        id: newId('gr'),
        accountId: account.id,
        role: ROLE,
        unitId: null,
        fromOn: today(),
        untilOn: null,
        proposalId: null,
        grantedBy: actor.accountId,
        grantedAt: now(),
        endedAt: null,
        endedBy: null,
      };
      const duty = dutyOf(actor, 'account.role.grant');
      const act = { actor: actor.accountId, duty, deed: 'grants.firstHead', subject: account.id, reason };
      return store.write(act, async (tx, changed) => {
        if (await wasEverGranted(tx, tables, ROLE)) throw new Refused(firstHeadGranted);
        const admins = await holdersAmong(tx, tables, [account.id], ADMIN_ROLES);
        if (admins.size > 0) throw new Refused(adminHoldsNoOffice);
        await addRows(tx, changed, tables.grants, [grant]);
        if (!canHaveSlip(account)) return { slips: [] };
        const { code, expiresAt } = await giveSlip({ store, now }, { tx, changed }, account);
        return { slips: [{ staffNo, name: '', unitName: '', code, expiresOn: dayOf(expiresAt) }] };
      });
    },
  };
}
