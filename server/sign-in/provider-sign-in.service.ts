// Sign-in through the school's own provider: it proves who somebody is, the account here says what he may do.
import { accountByStaffNo, grantsInForce } from '../../db/queries/accounts.ts';
import { sessionOfTicket, ticketUsed as useOf } from '../../db/queries/provider-tickets.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import type { SessionsService, SignedIn } from '../accounts/sessions.service.ts';
import { Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { isAdminRole } from '../permissions/matrix.ts';
import { areAlike, type Attempts } from './attempt.ts';
import type { Provider, Providers, Proven, Way } from './provider.ts';
import {
  accountLocked,
  accountMissing,
  adminsSignInHere,
  attemptLost,
  providerNotOffered,
  providerRefused,
  ticketUsed,
} from './sign-in.problems.ts';

export interface Returned {
  readonly way: Way;
  /** The address the browser came back to, without its query. */
  readonly address: string;
  readonly query: Readonly<Record<string, string>>;
  /** What this browser kept of the attempt. */
  readonly cookie: string | undefined;
  readonly from: { readonly address: string; readonly agent: string | null };
}
export interface ProviderSignInService {
  readonly ways: readonly Way[];
  /** Where to send the browser, and what it has to keep meanwhile. */
  begin(way: Way, address: string): Promise<{ location: string; cookie: string }>;
  finish(returned: Returned, language: Actor['language']): Promise<SignedIn>;
  /** The provider says that a session of its own has ended: what its ticket opened ends too. */
  end(way: Way, message: string): Promise<void>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly today: () => Day;
  readonly sessions: Pick<SessionsService, 'openSession'>;
  readonly providers: Providers;
  readonly attempts: Attempts;
}

export function providerSignInService({
  store,
  now,
  today,
  sessions,
  providers,
  attempts,
}: Needed): ProviderSignInService {
  const { tables, read, sealed } = store;

  function providerOf(way: Way): Provider {
    const provider = providers[way];
    if (!provider) throw new Refused(providerNotOffered);
    return provider;
  }
  const idOf = (way: Way, ticket: string): string => sealed.lookup(`ticket:${way}:${ticket}`);

  function attemptOf({ way, cookie, query }: Returned) {
    const attempt = attempts.read(cookie, way, now());
    if (!attempt || !areAlike(attempt.state, query['state'] ?? '')) throw new Refused(attemptLost);
    return attempt;
  }

  async function accountOf({ staffNo }: Proven): Promise<Row<'accounts'>> {
    const account = await accountByStaffNo(read, tables, staffNo);
    if (!account) throw new Refused(accountMissing);
    const grants = await grantsInForce(read, tables, account.id, today());
    if (grants.some(({ role }) => isAdminRole(role))) throw new Refused(adminsSignInHere);
    if (account.state === 'locked') throw new Refused(accountLocked);
    return account;
  }

  const own = (account: Row<'accounts'>, deed: string, reason: string | null) => ({
    actor: account.id,
    duty: 'self',
    deed,
    subject: account.id,
    reason,
  });

  /** Uses up the ticket; the first such sign-in activates the account, for the provider has proved whose it is. */
  async function admit(account: Row<'accounts'>, way: Way, id: string): Promise<Row<'accounts'>> {
    const isFirst = account.state === 'created';
    const act = own(account, isFirst ? 'account.activated' : 'session.proved', way);
    return store.write(act, async (tx, changed) => {
      if (await useOf(tx, tables, id)) throw new Refused(ticketUsed);
      const use = { id, accountId: account.id, usedAt: now(), sessionId: null };
      await addRows(tx, changed, tables.providerTickets, [use]);
      if (!isFirst) return account;
      // A slip or a one-time password printed before opens nothing any more.
      const set = { state: 'active', passwordHash: null, slipHash: null, slipExpiresAt: null } as const;
      return changeRow(tx, changed, tables.accounts, { before: account, set });
    });
  }

  async function remember(account: Row<'accounts'>, id: string, sessionId: string): Promise<void> {
    await store.write(own(account, 'session.bound', null), async (tx, changed) => {
      const use = await useOf(tx, tables, id);
      if (!use) throw new Refused(providerRefused);
      await changeRow(tx, changed, tables.providerTickets, { before: use, set: { sessionId } });
    });
  }

  return {
    ways: (['cas', 'oidc'] as const).filter((way) => providers[way] !== undefined),

    async begin(way, address) {
      const { attempt, cookie } = attempts.begin(way, now());
      return { location: await providerOf(way).begin(attempt, address), cookie };
    },

    async finish(returned, language) {
      const { way, address, query, from } = returned;
      const provider = providerOf(way);
      const proven = await provider.finish({ attempt: attemptOf(returned), address, query });
      const id = idOf(way, proven.ticket);
      const account = await admit(await accountOf(proven), way, id);
      const opening = { method: way, hasSecondFactor: proven.hasSecondFactor, ...from };
      const signedIn = await sessions.openSession(account, opening, language);
      await remember(account, id, signedIn.stamp.sessionId);
      return signedIn;
    },

    async end(way, message) {
      const ticket = providerOf(way).endedTicket?.(message) ?? null;
      const session = ticket && (await sessionOfTicket(read, tables, idOf(way, ticket)));
      if (!session) return;
      const { accountId } = session;
      const act = {
        actor: way,
        duty: 'system',
        deed: 'session.closedByProvider',
        subject: accountId,
        reason: null,
      };
      await store.write(act, (tx, changed) =>
        changeRow(tx, changed, tables.sessions, { before: session, set: { endedAt: now() } }),
      );
    },
  };
}
