// Signing in and out, and who is behind a session: asked of the store at every request.
import type { z } from 'zod';
import { unitNamesOf } from '../../db/queries/account-pages.ts';
import { accountByStaffNo, grantsInForce, sessionRunning } from '../../db/queries/accounts.ts';
import { cadresByStaffNo, unitsBelow } from '../../db/queries/roster.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import { Refused } from '../http/problem.ts';
import type { Actor, HeldRole } from '../permissions/actor.ts';
import { isAdminRole, PERMISSIONS, type Role } from '../permissions/matrix.ts';
import { may } from '../permissions/may.ts';
import type { SessionView, SignIn } from './accounts.contract.ts';
import { notSignedIn, wrongCredentials } from './accounts.problems.ts';
import type { Passwords } from './passwords.ts';

/** What a token has to say to be believed. */
export interface SessionStamp {
  readonly sessionId: string;
  readonly accountId: string;
  readonly version: number;
}
export interface SignedIn {
  readonly actor: Actor;
  readonly stamp: SessionStamp;
  readonly endsAt: number;
  readonly mustChangePassword: boolean;
}
export type SessionInfo = Omit<z.infer<typeof SessionView>, 'csrfToken' | 'schoolName' | 'isDemo'>;

export interface SessionsService {
  signIn(input: z.infer<typeof SignIn>, language: Actor['language']): Promise<SignedIn>;
  /** Null when the session has ended, the account is locked, or its sessions were all ended meanwhile. */
  behind(stamp: SessionStamp, language: Actor['language']): Promise<SignedIn | null>;
  view(signedIn: SignedIn): Promise<SessionInfo>;
  signOut(signedIn: SignedIn): Promise<void>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly today: () => Day;
  readonly newId: (prefix: string) => string;
  readonly passwords: Passwords;
}

const LONGEST_MS = 10 * 3_600_000;

/** A one-time password opens a session too, for nothing but choosing an own one. */
const hasToChange = (account: Row<'accounts'>): boolean =>
  account.state === 'created' && account.passwordHash !== null;
const mayOpen = (account: Row<'accounts'>): boolean => account.state === 'active' || hasToChange(account);

export function sessionsService({ store, now, today, newId, passwords }: Needed): SessionsService {
  const { tables, read } = store;

  const heldFrom = async ({ role, unitId }: Row<'grants'>): Promise<HeldRole> => ({
    role: role as Role,
    units: unitId === null ? null : new Set(await unitsBelow(read, tables, [unitId])),
  });

  async function actorOf(account: Row<'accounts'>, language: Actor['language']): Promise<Actor> {
    const grants = await grantsInForce(read, tables, account.id, today());
    const roles = await Promise.all(grants.map(heldFrom));
    const isAdmin = roles.some(({ role }) => isAdminRole(role));
    const [cadre] = isAdmin ? [] : await cadresByStaffNo(read, tables, [account.staffNo]);
    return { accountId: account.id, staffNo: account.staffNo, cadreId: cadre?.id ?? null, roles, language };
  }

  const signedIn = async (
    account: Row<'accounts'>,
    session: Row<'sessions'>,
    language: Actor['language'],
  ): Promise<SignedIn> => ({
    actor: await actorOf(account, language),
    stamp: { sessionId: session.id, accountId: account.id, version: account.sessionVersion },
    endsAt: session.expiresAt,
    mustChangePassword: hasToChange(account),
  });

  return {
    async signIn({ staffNo, password }, language) {
      const account = await accountByStaffNo(read, tables, staffNo);
      const hash = account && mayOpen(account) ? account.passwordHash : null;
      const isRight = await passwords.isRight(hash, password);
      if (!account || !isRight) throw new Refused(wrongCredentials);
      const session: Row<'sessions'> = {
        id: newId('ses'),
        accountId: account.id,
        startedAt: now(),
        expiresAt: now() + LONGEST_MS,
        endedAt: null,
      };
      const act = {
        actor: account.id,
        duty: 'self',
        deed: 'session.opened',
        subject: account.id,
        reason: null,
      };
      await store.write(act, (tx, changed) => addRows(tx, changed, tables.sessions, [session]));
      return signedIn(account, session, language);
    },

    async behind({ sessionId, accountId, version }, language) {
      const found = await sessionRunning(read, tables, sessionId, now());
      if (!found || found.account.id !== accountId) return null;
      if (found.account.sessionVersion !== version || !mayOpen(found.account)) return null;
      return signedIn(found.account, found.session, language);
    },

    async view({ actor, mustChangePassword }) {
      const grants = await grantsInForce(read, tables, actor.accountId, today());
      const unitIds = grants.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]));
      const unitNames = await unitNamesOf(read, tables, unitIds);
      const [cadre] = actor.cadreId === null ? [] : await cadresByStaffNo(read, tables, [actor.staffNo]);
      return {
        accountId: actor.accountId,
        staffNo: actor.staffNo,
        name: cadre?.name ?? null,
        cadreId: actor.cadreId,
        roles: grants.map(({ role, unitId }) => ({
          role: role as Role,
          unitId,
          unitName: unitId === null ? null : (unitNames.get(unitId) ?? null),
        })),
        permissions: PERMISSIONS.filter((permission) => may(actor, permission)),
        mustChangePassword,
      };
    },

    async signOut({ actor, stamp }) {
      const act = {
        actor: actor.accountId,
        duty: 'self',
        deed: 'session.closed',
        subject: actor.accountId,
        reason: null,
      };
      await store.write(act, async (tx, changed) => {
        const running = await sessionRunning(tx, tables, stamp.sessionId, now());
        if (!running) throw new Refused(notSignedIn);
        const change = { before: running.session, set: { endedAt: now() } };
        await changeRow(tx, changed, tables.sessions, change);
      });
    },
  };
}
