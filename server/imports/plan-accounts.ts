import { accountsByStaffNo } from '../../db/queries/accounts.ts';
import type { Planning } from './planning.ts';
import type { Sheets } from './read-book.ts';
import type { accountSheets } from './sheets-of-roster.ts';

/** Accounts by staff number only: whoever imports them sees no names, and an account finds its person by number. */
export async function planAccounts(
  planning: Planning,
  { accounts: sheet }: Sheets<typeof accountSheets>,
): Promise<void> {
  const { db, tables, newId } = planning.here;
  const staffNos = [...sheet.known('staffNo')];
  const stored = new Set((await accountsByStaffNo(db, tables, staffNos)).map(({ staffNo }) => staffNo));
  for (const row of sheet.sound) {
    const { staffNo } = row.values;
    if (stored.has(staffNo)) continue;
    row.outcome = 'added';
    planning.add('accounts', {
      id: newId('acc'),
      staffNo,
      cadreId: null,
      passwordHash: null,
      state: 'created',
      sessionVersion: 1,
      slipHash: null,
      slipExpiresAt: null,
      totpSealed: null,
      totpSince: null,
      totpStep: null,
      recoveryHashes: null,
      version: 1,
    });
  }
}
