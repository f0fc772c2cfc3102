// Failures in a row, kept in the store so that neither a restart nor another node forgets them. Whoever guesses waits
// longer each time: known and unknown staff numbers alike, so that a wait tells nobody whether an account exists.
import type { Changed } from '../../db/audit-entry.ts';
import { lockoutsOf } from '../../db/queries/lockouts.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Db, Store, Tx } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { Refused } from '../http/problem.ts';
import { lockedOut } from './accounts.problems.ts';
import { networkOf } from './network.ts';

export interface LockoutLimits {
  /** Failures in a row before the first wait. */
  readonly perAccount: number;
  readonly perAddress: number;
}
export const USUAL_LIMITS: LockoutLimits = { perAccount: 10, perAddress: 100 };

const MINUTE_MS = 60_000;
const WAITS_MS = [1, 5, 15, 60].map((minutes) => minutes * MINUTE_MS);
/** Many share an address: one of its failures is forgotten every ten minutes. */
const FORGETTING_MS = 10 * MINUTE_MS;

/** Who is being tried, and from where. */
export interface Tried {
  readonly staffNo: string;
  readonly address: string | null;
}
export interface Lockouts {
  /** Refuses whoever has to wait, whether or not the password is right. */
  refuseWaiting(tried: Tried, db?: Db): Promise<void>;
  /** `accountId` null: there is no such account, and it costs the same. */
  fail(tried: Tried, accountId: string | null): Promise<void>;
  /** Within the act that succeeds: forgets the account's failures and answers how many there were. */
  forget(tx: Tx, changed: Changed, staffNo: string): Promise<number>;
  /** When the accounts may be tried again, where they have to wait. */
  waitsOf(staffNos: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly limits: LockoutLimits;
}
interface Counter {
  readonly id: string;
  readonly limit: number;
  readonly forgets: boolean;
}

export function lockoutsIn({ store, now, limits }: Needed): Lockouts {
  const { tables, read, sealed } = store;

  // What is typed as a staff number may be a password by mistake: only its keyed hash is kept.
  const accountKey = (staffNo: string): string =>
    `account:${sealed.lookup(`lockout:${staffNo.trim().toLowerCase()}`)}`;
  const countersOf = ({ staffNo, address }: Tried): Counter[] => [
    { id: accountKey(staffNo), limit: limits.perAccount, forgets: false },
    ...(address === null
      ? []
      : [{ id: `address:${networkOf(address)}`, limit: limits.perAddress, forgets: true }]),
  ];

  function refuse(rows: readonly Row<'lockouts'>[]): void {
    const until = Math.max(0, ...rows.map(({ lockedUntil }) => lockedUntil ?? 0));
    if (until <= now()) return;
    const minutes = Math.ceil((until - now()) / MINUTE_MS);
    throw new Refused(lockedOut, {
      detail: {
        zh: `请在 ${minutes} 分钟后再试；不是您本人在尝试的，请告诉安全保密管理员。`,
        en: `Try again in ${minutes} minutes; if it was not you who tried, tell the security admin.`,
      },
    });
  }

  async function count(tx: Tx, changed: Changed, { id, limit, forgets }: Counter): Promise<void> {
    const [before] = await lockoutsOf(tx, tables, [id]);
    const forgotten = before && forgets ? Math.floor((now() - before.lastAt) / FORGETTING_MS) : 0;
    const failures = Math.max(0, (before?.failures ?? 0) - forgotten) + 1;
    const wait = WAITS_MS[Math.min(failures - limit, WAITS_MS.length - 1)];
    const set = { failures, lastAt: now(), lockedUntil: wait === undefined ? null : now() + wait };
    if (before) await changeRow(tx, changed, tables.lockouts, { before, set });
    else await addRows(tx, changed, tables.lockouts, [{ id, ...set, version: 1 }]);
  }

  return {
    async refuseWaiting(tried, db = read) {
      const ids = countersOf(tried).map(({ id }) => id);
      refuse(await lockoutsOf(db, tables, ids));
    },

    async fail(tried, accountId) {
      const counters = countersOf(tried);
      const act = {
        actor: 'anon',
        duty: 'anon',
        deed: 'session.refused',
        subject: accountId ?? counters[0]!.id,
        reason: null,
      };
      await store.write(act, async (tx, changed) => {
        for (const counter of counters) await count(tx, changed, counter);
      });
    },

    async forget(tx, changed, staffNo) {
      const [before] = await lockoutsOf(tx, tables, [accountKey(staffNo)]);
      if (!before || before.failures === 0) return 0;
      const set = { failures: 0, lockedUntil: null };
      await changeRow(tx, changed, tables.lockouts, { before, set });
      return before.failures;
    },

    async waitsOf(staffNos) {
      const byKey = new Map(staffNos.map((staffNo) => [accountKey(staffNo), staffNo]));
      if (byKey.size === 0) return new Map();
      const rows = await lockoutsOf(read, tables, [...byKey.keys()]);
      return new Map(
        rows.flatMap(({ id, lockedUntil }) =>
          lockedUntil !== null && lockedUntil > now() ? [[byKey.get(id)!, lockedUntil] as const] : [],
        ),
      );
    },
  };
}
