// The own second factor: set up with a first code, renewed and ended with password and code, shown in a session that
// was opened without.
import type { z } from 'zod';
import { accountById, sessionRunning } from '../../db/queries/accounts.ts';
import type { Changed } from '../../db/audit-entry.ts';
import { changeRow } from '../../db/rows.ts';
import type { Db, Store, Tx } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { notFound, Refused } from '../http/problem.ts';
import { notSignedIn, secondFactorOff, secondFactorStays, wrongCode } from './accounts.problems.ts';
import { endSessions } from './end-sessions.ts';
import type {
  BeginSecondFactor,
  ConfirmSecondFactor,
  OwnSecondFactor,
  ProveOwner,
  RecoveryCodes,
  SecondFactorBegun,
} from './own-account.contract.ts';
import { type CodesNeed, hasSecondFactor, newRecoveryCodes, type TimeCodes } from './one-time-codes.ts';
import type { Where } from './open-session.ts';
import type { OwnerProof } from './owner-proof.ts';
import { refuseShortAlone } from './password-rules.ts';
import { type DrawnCode, secretFrom, ticketFor } from './second-factor.ts';
import { needsSecondFactor } from './second-factor-rule.ts';
import type { SessionStamp, SignedIn } from './sessions.service.ts';

type Account = Row<'accounts'>;
type Codes = z.infer<typeof RecoveryCodes>;

export interface SecondFactorService {
  state(signedIn: SignedIn): Promise<z.infer<typeof OwnSecondFactor>>;
  begin(
    signedIn: SignedIn,
    input: z.infer<typeof BeginSecondFactor>,
    where: Where,
  ): Promise<z.infer<typeof SecondFactorBegun>>;
  /** Ends every other session; the returned stamp is the one that goes on. */
  confirm(
    signedIn: SignedIn,
    input: z.infer<typeof ConfirmSecondFactor>,
  ): Promise<Codes & { stamp: SessionStamp }>;
  newCodes(signedIn: SignedIn, input: z.infer<typeof ProveOwner>, where: Where): Promise<Codes>;
  end(signedIn: SignedIn, input: z.infer<typeof ProveOwner>, where: Where): Promise<void>;
  show(signedIn: SignedIn, code: string, where: Where): Promise<void>;
}

interface Needed extends Omit<CodesNeed, 'sealed'> {
  readonly store: Store;
  readonly owner: OwnerProof;
  readonly timeCodes: TimeCodes;
  readonly drawn: DrawnCode;
}

const ISSUER = 'dandang';

export function secondFactorService({ store, now, owner, timeCodes, drawn }: Needed): SecondFactorService {
  const { tables, read, sealed } = store;

  async function accountOf({ actor }: SignedIn, db: Db = read): Promise<Account> {
    const account = await accountById(db, tables, actor.accountId);
    if (!account) throw new Refused(notFound);
    return account;
  }

  const own = ({ actor }: SignedIn, deed: string) => ({
    actor: actor.accountId,
    duty: 'self',
    deed,
    subject: actor.accountId,
    reason: null,
  });

  async function mark(tx: Tx, changed: Changed, { stamp }: SignedIn, isShown: boolean): Promise<void> {
    const found = await sessionRunning(tx, tables, stamp.sessionId, now());
    if (!found) throw new Refused(notSignedIn);
    const set = { hasSecondFactor: isShown };
    await changeRow(tx, changed, tables.sessions, { before: found.session, set });
  }

  /** Whoever signs in through the school alone has no password to be asked for. */
  const provePassword = async (account: Account, typed: string, address: string | null) =>
    account.passwordHash === null
      ? undefined
      : owner.password(account, typed, { pointer: '/password', address });

  /** An act on the account that uses up a code of it. */
  const withCode = async <T>(
    signedIn: SignedIn,
    { code, address, deed }: { code: string; address: string | null; deed: string },
    work: (tx: Tx, changed: Changed, held: { before: Account; used: Partial<Account> }) => Promise<T>,
  ): Promise<T> =>
    owner.counting(await accountOf(signedIn), address, () =>
      store.write(own(signedIn, deed), async (tx, changed) => {
        const before = await accountOf(signedIn, tx);
        if (!hasSecondFactor(before)) throw new Refused(secondFactorOff);
        return work(tx, changed, { before, used: owner.code(before, code) });
      }),
    );

  return {
    async state(signedIn) {
      const account = await accountOf(signedIn);
      return {
        isOn: hasSecondFactor(account),
        since: account.totpSince,
        recoveryCodesLeft: account.recoveryHashes?.length ?? 0,
        isRequired: needsSecondFactor(signedIn.actor),
        isShown: signedIn.hasSecondFactor,
        hasPassword: account.passwordHash !== null,
      };
    },

    async begin(signedIn, { password, code = '' }, { address }) {
      const account = await accountOf(signedIn);
      await provePassword(account, password, address);
      if (hasSecondFactor(account))
        await withCode(signedIn, { code, address, deed: 'secondFactor.renewing' }, (tx, changed, held) =>
          changeRow(tx, changed, tables.accounts, { before: held.before, set: held.used }),
        );
      const secret = timeCodes.newSecret();
      const qr = drawn(timeCodes.addressOf(secret, { issuer: ISSUER, staffNo: account.staffNo }));
      return { ticket: ticketFor(sealed, account, { secret, at: now() }), secret, qr };
    },

    async confirm(signedIn, { ticket, code }) {
      const { recoveryCodes, recoveryHashes } = newRecoveryCodes(sealed, signedIn.actor.accountId);
      const { sessionId, accountId } = signedIn.stamp;
      const version = await store.write(own(signedIn, 'secondFactor.set'), async (tx, changed) => {
        const before = await accountOf(signedIn, tx);
        const secret = secretFrom(sealed, before, ticket, now());
        const totpStep = timeCodes.stepOf(secret, code.replaceAll(/\s/gu, ''), now());
        if (totpStep === null) throw new Refused(wrongCode, { places: [atCode] });
        const set = {
          totpSealed: sealed.seal(secret),
          totpSince: now(),
          totpStep,
          recoveryHashes,
          sessionVersion: before.sessionVersion + 1,
        };
        await changeRow(tx, changed, tables.accounts, { before, set });
        await endSessions(tx, changed, { tables, accountId, at: now(), except: sessionId });
        await mark(tx, changed, signedIn, true);
        return set.sessionVersion;
      });
      return { recoveryCodes, stamp: { ...signedIn.stamp, version } };
    },

    async newCodes(signedIn, { password, code }, { address }) {
      await provePassword(await accountOf(signedIn), password, address);
      const { recoveryCodes, recoveryHashes } = newRecoveryCodes(sealed, signedIn.actor.accountId);
      const asked = { code, address, deed: 'secondFactor.codesRenewed' };
      await withCode(signedIn, asked, (tx, changed, { before, used }) =>
        changeRow(tx, changed, tables.accounts, { before, set: { ...used, recoveryHashes } }),
      );
      return { recoveryCodes };
    },

    async end(signedIn, { password, code }, { address }) {
      if (needsSecondFactor(signedIn.actor)) throw new Refused(secondFactorStays);
      const account = await accountOf(signedIn);
      await provePassword(account, password, address);
      if (account.passwordHash !== null) refuseShortAlone(password, '/password');
      const set = { totpSealed: null, totpSince: null, totpStep: null, recoveryHashes: null };
      await withCode(
        signedIn,
        { code, address, deed: 'secondFactor.ended' },
        async (tx, changed, { before }) => {
          await changeRow(tx, changed, tables.accounts, { before, set });
          await mark(tx, changed, signedIn, false);
        },
      );
    },

    show: (signedIn, code, { address }) =>
      withCode(
        signedIn,
        { code, address, deed: 'secondFactor.shown' },
        async (tx, changed, { before, used }) => {
          await changeRow(tx, changed, tables.accounts, { before, set: used });
          await mark(tx, changed, signedIn, true);
        },
      ),
  };
}

const atCode = {
  pointer: '/code',
  detail: {
    zh: '不正确；请核对手机的时间，再输入当前的验证码',
    en: 'Wrong; check the clock of the telephone and enter the current code',
  },
};
