// Accounts as sysadmin knows them: staff numbers, no names. And the first three, made before there is anybody.
import type { z } from 'zod';
import { accountPage } from '../../db/queries/account-pages.ts';
import { accountsByStaffNo, wasEverGranted } from '../../db/queries/accounts.ts';
import { addRows } from '../../db/rows.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import { Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { ADMIN_ROLES } from '../permissions/matrix.ts';
import { dutyOf } from '../permissions/may.ts';
import type { AccountPage, AccountQuery, AccountsCreated, CreateAccounts } from './accounts.contract.ts';
import { adminsExist } from './accounts.problems.ts';
import type { Passwords } from './passwords.ts';
import { newOneTimePassword } from './slip-codes.ts';

export interface FirstSignIn {
  readonly role: (typeof ADMIN_ROLES)[number];
  readonly staffNo: string;
  /** Shown once; signing in with it only lets its holder choose another. */
  readonly password: string;
}
export interface AccountsService {
  list(actor: Actor, input: z.infer<typeof AccountQuery>): Promise<z.infer<typeof AccountPage>>;
  create(actor: Actor, input: z.infer<typeof CreateAccounts>): Promise<z.infer<typeof AccountsCreated>>;
  /** The three admins of the first start. */
  createAdmins(): Promise<FirstSignIn[]>;
  hasAdmins(): Promise<boolean>;
  /** Whether there are accounts of all these staff numbers. */
  knows(staffNos: readonly string[]): Promise<boolean>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly today: () => Day;
  readonly newId: (prefix: string) => string;
  readonly passwords: Passwords;
}

export const SYSTEM = 'system';

export function accountsService({ store, now, today, newId, passwords }: Needed): AccountsService {
  const { tables, read } = store;

  const anAccount = (staffNo: string, passwordHash: string | null): Row<'accounts'> => ({
    id: newId('acc'),
    staffNo,
    cadreId: null,
    passwordHash,
    state: 'created',
    sessionVersion: 1,
    slipHash: null,
    slipExpiresAt: null,
    totpSealed: null,
    totpSince: null,
    totpStep: null,
    recoveryHashes: null,
    batchId: null,
    recordedAt: now(),
    withdrawnAt: null,
    version: 1,
  });

  const aGrant = (accountId: string, role: string): Row<'grants'> => ({
    id: newId('gr'),
    accountId,
    role,
    unitId: null,
    fromOn: today(),
    untilOn: null,
    proposalId: null,
    grantedBy: SYSTEM,
    grantedAt: now(),
    endedAt: null,
    endedBy: null,
  });

  const hasAdmins = () => wasEverGranted(read, tables, ADMIN_ROLES[0]);

  return {
    hasAdmins,

    knows: async (staffNos) => (await accountsByStaffNo(read, tables, staffNos)).length === staffNos.length,

    list: (_actor, { q, after, limit }) =>
      accountPage(read, tables, { staffNoStart: q ?? '', after: after ?? null, limit }),

    async create(actor, { staffNos }) {
      const wanted = [...new Set(staffNos)];
      const existing = (await accountsByStaffNo(read, tables, wanted)).map(({ staffNo }) => staffNo);
      const missing = wanted.filter((staffNo) => !existing.includes(staffNo));
      if (missing.length === 0) return { created: 0, existing };
      const act = {
        actor: actor.accountId,
        duty: dutyOf(actor, 'account.create'),
        deed: 'account.created',
        subject: 'accounts',
        reason: null,
      };
      const rows = missing.map((staffNo) => anAccount(staffNo, null));
      await store.write(act, (tx, changed) => addRows(tx, changed, tables.accounts, rows));
      return { created: missing.length, existing };
    },

    async createAdmins() {
      if (await hasAdmins()) throw new Refused(adminsExist);
      const firsts = ADMIN_ROLES.map((role) => ({ role, staffNo: role, password: newOneTimePassword() }));
      const hashes = await Promise.all(firsts.map(({ password }) => passwords.hash(password)));
      const accounts = firsts.map(({ staffNo }, i) => anAccount(staffNo, hashes[i]!));
      const grants = firsts.map(({ role }, i) => aGrant(accounts[i]!.id, role));
      const act = { actor: SYSTEM, duty: SYSTEM, deed: 'admins.created', subject: 'accounts', reason: null };
      await store.write(act, async (tx, changed) => {
        if (await wasEverGranted(tx, tables, ADMIN_ROLES[0])) throw new Refused(adminsExist);
        await addRows(tx, changed, tables.accounts, accounts);
        await addRows(tx, changed, tables.grants, grants);
      });
      return firsts;
    },
  };
}
