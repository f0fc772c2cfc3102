// Signing in and out, and who is behind a session: asked of the store at every request.
import type { z } from 'zod';
import { unitNamesOf } from '../../db/queries/account-pages.ts';
import { namedAs } from '../../db/queries/naming.ts';
import { grantsInForce, sessionRunning } from '../../db/queries/accounts.ts';
import { recusals } from '../../db/queries/relations.ts';
import { cadresByStaffNo, unitsBelow } from '../../db/queries/roster.ts';
import { changeRow } from '../../db/rows.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import { Refused } from '../http/problem.ts';
import type { Actor, HeldRole } from '../permissions/actor.ts';
import { isAdminRole, PERMISSIONS, type Role } from '../permissions/matrix.ts';
import { may } from '../permissions/may.ts';
import type { SessionView } from './accounts.contract.ts';
import { notSignedIn } from './accounts.problems.ts';
import type { Lockouts } from './lockouts.ts';
import { hasSecondFactor, type TimeCodes } from './one-time-codes.ts';
import {
  hasToChange,
  mayOpen,
  type Opened,
  type Opening,
  sessionOpening,
  type Where,
} from './open-session.ts';
import { type Credentials, passwordSignIn } from './password-sign-in.ts';
import { whileUnchanged } from '../while-unchanged.ts';
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
  /** Whether this session showed a second factor, here or to the school's provider. */
  readonly hasSecondFactor: boolean;
  /** Whether the account has a second factor of its own to show. */
  readonly ownsSecondFactor: boolean;
  /** How often somebody failed to sign in since the session before. */
  readonly failuresBefore: number;
}
export type SessionInfo = Omit<
  z.infer<typeof SessionView>,
  'csrfToken' | 'schoolName' | 'isDemo' | 'mustSetSecondFactor'
>;

export interface SessionsService {
  signIn(input: Credentials, language: Actor['language'], where?: Where): Promise<SignedIn>;
  /** Opens a session for whoever has been recognised; an account that is not active is refused. */
  openSession(account: Row<'accounts'>, opening: Opening, language: Actor['language']): Promise<SignedIn>;
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
  readonly lockouts: Lockouts;
  readonly timeCodes: TimeCodes;
}

const NOWHERE: Where = { address: null, agent: null };

export function sessionsService(needed: Needed): SessionsService {
  const { store, now, today } = needed;
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
    return {
      accountId: account.id,
      staffNo: account.staffNo,
      cadreId: cadre?.id ?? null,
      roles,
      ...(cadre && { recused: await recusals(read, tables, cadre.id) }),
      language,
    };
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
    hasSecondFactor: session.hasSecondFactor === true,
    ownsSecondFactor: hasSecondFactor(account),
    failuresBefore: session.failuresBefore ?? 0,
  });

  const remembered = whileUnchanged<SignedIn | null>(store);
  const open = sessionOpening(needed);
  const withPassword = passwordSignIn({ ...needed, open });
  const begun = async (opening: Promise<Opened>, language: Actor['language']): Promise<SignedIn> => {
    const { account, session } = await opening;
    return signedIn(account, session, language);
  };

  /** Who is behind a session; when it ends by itself is asked of the clock at every request. */
  async function look({ sessionId, accountId, version }: SessionStamp, language: Actor['language']) {
    const found = await sessionRunning(read, tables, sessionId, now());
    if (!found || found.account.id !== accountId) return null;
    if (found.account.sessionVersion !== version || !mayOpen(found.account)) return null;
    return signedIn(found.account, found.session, language);
  }

  return {
    signIn: (input, language, where = NOWHERE) => begun(withPassword(input, where), language),
    openSession: (account, opening, language) => begun(open(account, opening), language),

    async behind(stamp, language) {
      const question = JSON.stringify([stamp.sessionId, stamp.accountId, stamp.version, language, today()]);
      const found = await remembered(question, () => look(stamp, language));
      return found !== null && found.endsAt > now() ? found : null;
    },

    async view({ actor, mustChangePassword, ownsSecondFactor, failuresBefore }) {
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
        namedIn: await namedAs(read, tables, actor.accountId),
        mustChangePassword,
        ownsSecondFactor,
        failuresBefore,
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
