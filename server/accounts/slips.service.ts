// Activation slips: codes that HR prints and hands over. Only their keyed hashes are kept.
import type { z } from 'zod';
import { accountsWithoutSlip, unitNamesOf } from '../../db/queries/account-pages.ts';
import { accountsByStaffNo } from '../../db/queries/accounts.ts';
import { cadresByStaffNo } from '../../db/queries/roster.ts';
import type { Changed } from '../../db/audit-entry.ts';
import { changeRow } from '../../db/rows.ts';
import type { SealedFields } from '../../db/sealed-fields.ts';
import type { Store, Tx } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import { Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { dutyOf } from '../permissions/may.ts';
import type { PrintSlips, SlipsView } from './accounts.contract.ts';
import { cannotPrintSlip } from './accounts.problems.ts';
import { newSlipCode } from './slip-codes.ts';

export type Slips = z.infer<typeof SlipsView>;
export interface SlipsService {
  print(actor: Actor, input: z.infer<typeof PrintSlips>): Promise<Slips>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly dayOf: (instant: number) => Day;
}

const HOLDS_MS = 30 * 86_400_000;

export const slipHashOf = (sealed: SealedFields, staffNo: string, code: string): string =>
  sealed.lookup(`slip:${staffNo}:${code}`);

/** Gives an account a new code; one printed before holds no more. */
export async function giveSlip(
  { store, now }: Pick<Needed, 'store' | 'now'>,
  { tx, changed }: { tx: Tx; changed: Changed },
  account: Row<'accounts'>,
): Promise<{ code: string; expiresAt: number }> {
  const code = newSlipCode();
  const slipHash = slipHashOf(store.sealed, account.staffNo, code);
  const slipExpiresAt = now() + HOLDS_MS;
  await changeRow(tx, changed, store.tables.accounts, { before: account, set: { slipHash, slipExpiresAt } });
  return { code, expiresAt: slipExpiresAt };
}

export const canHaveSlip = ({ state, passwordHash }: Row<'accounts'>): boolean =>
  state === 'created' && passwordHash === null;

export function slipsService({ store, now, dayOf }: Needed): SlipsService {
  const { tables, read } = store;

  async function accountsFor(staffNos: readonly string[] | undefined): Promise<Row<'accounts'>[]> {
    if (staffNos === undefined) return accountsWithoutSlip(read, tables, now());
    const found = (await accountsByStaffNo(read, tables, staffNos)).filter(canHaveSlip);
    const known = new Set(found.map(({ staffNo }) => staffNo));
    const places = staffNos.flatMap((staffNo, i) =>
      known.has(staffNo)
        ? []
        : [
            {
              pointer: `/staffNos/${i}`,
              detail: { zh: `${staffNo}：没有待激活的账号`, en: `${staffNo}: nothing to activate` },
            },
          ],
    );
    if (places.length > 0) throw new Refused(cannotPrintSlip, { places });
    return found;
  }

  /** The people as the roster names them, to be printed on the slips. */
  async function bearersOf(accounts: readonly Row<'accounts'>[]) {
    const cadres = await cadresByStaffNo(
      read,
      tables,
      accounts.map(({ staffNo }) => staffNo),
    );
    const unitNames = await unitNamesOf(
      read,
      tables,
      cadres.map(({ unitId }) => unitId),
    );
    return new Map(
      cadres.map(({ staffNo, name, unitId }) => [staffNo, { name, unitName: unitNames.get(unitId) ?? '' }]),
    );
  }

  return {
    async print(actor, { staffNos }) {
      const accounts = await accountsFor(staffNos);
      if (accounts.length === 0) return { slips: [] };
      const bearers = await bearersOf(accounts);
      const act = {
        actor: actor.accountId,
        duty: dutyOf(actor, 'account.role.propose'),
        deed: 'account.slipsPrinted',
        subject: 'accounts',
        reason: null,
      };
      return store.write(act, async (tx, changed) => {
        const slips: Slips['slips'] = [];
        for (const account of accounts) {
          const { code, expiresAt } = await giveSlip({ store, now }, { tx, changed }, account);
          const bearer = bearers.get(account.staffNo) ?? { name: '', unitName: '' };
          slips.push({ staffNo: account.staffNo, ...bearer, code, expiresOn: dayOf(expiresAt) });
        }
        return { slips };
      });
    },
  };
}
