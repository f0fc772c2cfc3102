// Before somebody changes how an account is opened: is it the owner, or somebody at an unlocked screen? A wrong answer
// counts like a failed sign-in.
import type { Row } from '../../db/tables/index.ts';
import { Refused } from '../http/problem.ts';
import { wrongCode, wrongPassword } from './accounts.problems.ts';
import type { Lockouts } from './lockouts.ts';
import { changeByCode, type CodesNeed } from './one-time-codes.ts';
import type { Passwords } from './passwords.ts';

type Account = Row<'accounts'>;
interface Needed extends CodesNeed {
  readonly passwords: Passwords;
  readonly lockouts: Lockouts;
}
export interface OwnerProof {
  /** Refuses a wrong password; of an account without one every password is wrong. */
  password(
    account: Account,
    typed: string,
    asked: { pointer: string; address: string | null },
  ): Promise<void>;
  /** What the code uses up, in the transaction that changes the account; refuses a wrong one. */
  code(account: Account, typed: string): Partial<Account>;
  /** Runs an act that asks for a code: a wrong one is counted once the act has come to nothing. */
  counting<T>(account: Account, address: string | null, act: () => Promise<T>): Promise<T>;
}

const wrong = (pointer: string, zh: string, en: string) => ({ places: [{ pointer, detail: { zh, en } }] });

export function ownerProof({ passwords, lockouts, ...codes }: Needed): OwnerProof {
  return {
    async password({ id, staffNo, passwordHash }, typed, { pointer, address }) {
      await lockouts.refuseWaiting({ staffNo, address });
      if (await passwords.isRight(passwordHash, typed)) return;
      await lockouts.fail({ staffNo, address }, id);
      throw new Refused(wrongPassword, wrong(pointer, '与现用密码不符', 'Not the current password'));
    },

    code(account, typed) {
      const used = changeByCode(codes, account, typed);
      if (used) return used;
      throw new Refused(
        wrongCode,
        wrong('/code', '不正确，或已经用过，请等下一个', 'Wrong or used already: wait for the next'),
      );
    },

    async counting({ id, staffNo }, address, act) {
      await lockouts.refuseWaiting({ staffNo, address });
      try {
        return await act();
      } catch (error) {
        if (error instanceof Refused && error.kind === wrongCode)
          await lockouts.fail({ staffNo, address }, id);
        throw error;
      }
    },
  };
}
