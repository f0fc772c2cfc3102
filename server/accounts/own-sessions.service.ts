// Where somebody is signed in: seen, and ended, by the owner.
import type { z } from 'zod';
import { sessionsRunningOf } from '../../db/queries/sessions.ts';
import { changeRow } from '../../db/rows.ts';
import type { Store } from '../../db/store.ts';
import { notFound, Refused } from '../http/problem.ts';
import { endSessions } from './end-sessions.ts';
import type { OwnSessions, SessionsEnded } from './own-account.contract.ts';
import type { SignedIn } from './sessions.service.ts';

export interface OwnSessionsService {
  list(signedIn: SignedIn): Promise<z.infer<typeof OwnSessions>>;
  end(signedIn: SignedIn, id: string): Promise<void>;
  endOthers(signedIn: SignedIn): Promise<z.infer<typeof SessionsEnded>>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
}

export function ownSessionsService({ store, now }: Needed): OwnSessionsService {
  const { tables, read } = store;

  const own = ({ actor }: SignedIn) => ({
    actor: actor.accountId,
    duty: 'self',
    deed: 'session.closed',
    subject: actor.accountId,
    reason: null,
  });

  return {
    async list({ stamp }) {
      const running = await sessionsRunningOf(read, tables, stamp.accountId, now());
      return {
        items: running.map(({ id, method, hasSecondFactor, address, agent, startedAt, expiresAt }) => ({
          id,
          method: method ?? 'password',
          hasSecondFactor: hasSecondFactor === true,
          address,
          agent,
          startedAt,
          expiresAt,
          isThis: id === stamp.sessionId,
        })),
      };
    },

    end: (signedIn, id) =>
      store.write(own(signedIn), async (tx, changed) => {
        const running = await sessionsRunningOf(tx, tables, signedIn.stamp.accountId, now());
        const before = running.find((session) => session.id === id);
        if (!before) throw new Refused(notFound);
        await changeRow(tx, changed, tables.sessions, { before, set: { endedAt: now() } });
      }),

    async endOthers(signedIn) {
      const { accountId, sessionId } = signedIn.stamp;
      const running = await sessionsRunningOf(read, tables, accountId, now());
      if (running.every(({ id }) => id === sessionId)) return { ended: 0 };
      const ended = await store.write(own(signedIn), (tx, changed) =>
        endSessions(tx, changed, { tables, accountId, at: now(), except: sessionId }),
      );
      return { ended };
    },
  };
}
