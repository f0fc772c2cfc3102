// Signing in with a password and, where one is set up, a second factor. Whatever is wrong, the answer is the same, takes
// as long and counts as a failure; only whoever knows the password hears that a code is missing.
import type { z } from 'zod';
import { accountByStaffNo } from '../../db/queries/accounts.ts';
import type { Store } from '../../db/store.ts';
import { Refused } from '../http/problem.ts';
import type { SignIn } from './accounts.contract.ts';
import { secondFactorNeeded, wrongCredentials } from './accounts.problems.ts';
import type { Lockouts } from './lockouts.ts';
import { changeByCode, type CodesNeed, hasSecondFactor } from './one-time-codes.ts';
import { mayOpen, type Opened, type OpenSession, type Where } from './open-session.ts';
import type { Passwords } from './passwords.ts';

export type Credentials = z.infer<typeof SignIn>;
export type PasswordSignIn = (input: Credentials, where: Where) => Promise<Opened>;

interface Needed extends Omit<CodesNeed, 'sealed'> {
  readonly store: Store;
  readonly passwords: Passwords;
  readonly lockouts: Lockouts;
  readonly open: OpenSession;
}

export function passwordSignIn({ store, passwords, lockouts, open, ...codes }: Needed): PasswordSignIn {
  const { tables, read, sealed } = store;

  const isWrong = (error: unknown): boolean => error instanceof Refused && error.kind === wrongCredentials;

  return async ({ staffNo, password, code }, where) => {
    const tried = { staffNo, address: where.address };
    await lockouts.refuseWaiting(tried);
    const account = await accountByStaffNo(read, tables, staffNo);
    const hash = account && mayOpen(account) ? account.passwordHash : null;
    const isRight = await passwords.isRight(hash, password);
    if (!account || !isRight) {
      await lockouts.fail(tried, account?.id ?? null);
      throw new Refused(wrongCredentials);
    }
    const shows = hasSecondFactor(account);
    if (shows && code === undefined) throw new Refused(secondFactorNeeded);
    try {
      return await open(
        account,
        { ...where, method: 'password', hasSecondFactor: shows },
        async (tx, held) => {
          // Of many guesses at once the right one too waits, once the others have failed.
          await lockouts.refuseWaiting(tried, tx);
          if (held.passwordHash !== hash || hasSecondFactor(held) !== shows)
            throw new Refused(wrongCredentials);
          const used = shows ? changeByCode({ ...codes, sealed }, held, code ?? '') : {};
          if (used === null) throw new Refused(wrongCredentials);
          return used;
        },
      );
    } catch (error) {
      if (isWrong(error)) await lockouts.fail(tried, account.id);
      throw error;
    }
  };
}
