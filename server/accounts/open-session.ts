// A session begins: whatever way somebody was recognised in, it is opened here, in one act.
import { accountById } from '../../db/queries/accounts.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Store, Tx } from '../../db/store.ts';
import type { SignInMethod } from '../../db/tables/accounts.ts';
import type { Row } from '../../db/tables/index.ts';
import { Refused } from '../http/problem.ts';
import { wrongCredentials } from './accounts.problems.ts';
import type { Lockouts } from './lockouts.ts';

type Account = Row<'accounts'>;

/** Where a request comes from, so that people know their own sessions; a command comes from nowhere. */
export interface Where {
  readonly address: string | null;
  readonly agent: string | null;
}
export interface Opening extends Where {
  readonly method: SignInMethod;
  readonly hasSecondFactor: boolean;
}

/** Within the act, with the account as it stands there: refuses, or says what the proof uses up. */
export type Proof = (tx: Tx, account: Account) => Promise<Partial<Account>>;
export interface Opened {
  readonly account: Account;
  readonly session: Row<'sessions'>;
}
export type OpenSession = (account: Account, opening: Opening, proof?: Proof) => Promise<Opened>;

export const LONGEST_MS = 10 * 3_600_000;

/** A one-time password opens a session too, for nothing but choosing an own one. */
export const hasToChange = ({ state, passwordHash }: Account): boolean =>
  state === 'created' && passwordHash !== null;
export const mayOpen = (account: Account): boolean => account.state === 'active' || hasToChange(account);

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly newId: (prefix: string) => string;
  readonly lockouts: Lockouts;
}

export function sessionOpening({ store, now, newId, lockouts }: Needed): OpenSession {
  const { tables } = store;
  return async ({ id }, opening, proof) => {
    const sessionId = newId('ses');
    const act = { actor: id, duty: 'self', deed: 'session.opened', subject: id, reason: null };
    return store.write(act, async (tx, changed) => {
      const before = await accountById(tx, tables, id);
      if (!before || !mayOpen(before)) throw new Refused(wrongCredentials);
      const used = (await proof?.(tx, before)) ?? {};
      const isUsed = Object.keys(used).length > 0;
      const account = isUsed ? await changeRow(tx, changed, tables.accounts, { before, set: used }) : before;
      const session: Row<'sessions'> = {
        id: sessionId,
        accountId: id,
        startedAt: now(),
        expiresAt: now() + LONGEST_MS,
        endedAt: null,
        ...opening,
        failuresBefore: await lockouts.forget(tx, changed, account.staffNo),
      };
      await addRows(tx, changed, tables.sessions, [session]);
      return { account, session };
    });
  };
}
