import { eq } from 'drizzle-orm';
import { changeRow } from '../../db/store.ts';
import { COOKIE } from '../../server/http/session.ts';
import { sessionTokens } from '../../server/adapters/session-token.ts';
import { forgedTokens } from './forgery/forged-tokens.ts';
import { surroundings } from '../../server/main.ts';
import { nameOf, type Operation, operationsOf } from './support/operations.ts';
import { accountIdOf, openSession, setUp, several } from './support/people.ts';
import { aProduct, type Product, visitorFor } from './support/product.ts';
import type { Rig, Run } from './support/rig.ts';

const OFFICES = ['hr', 'hr_head', 'sysadmin', 'secadmin', 'auditadmin', 'board'] as const;

export const tokens: Rig = {
  name: 'tokens',
  about: 'forged and malformed session cookies at every operation',
  goals: [
    { about: 'kinds of forged cookies', counts: 'kinds', wanted: { ci: 40, full: 40 } },
    { about: 'operations that need a session', counts: 'operations', wanted: { ci: 60, full: 60 } },
    { about: 'forged requests', counts: 'requests', wanted: { ci: 2400, full: 10_000 } },
    {
      about: 'operations that know the right cookie: the rig can tell',
      counts: 'right',
      wanted: { ci: 60, full: 60 },
    },
    { about: 'forged requests answered otherwise than by 401', counts: 'accepted', wanted: 'never' },
  ],
  async run(run) {
    const offices = OFFICES.flatMap((role) => several(role, 3));
    const product = await aProduct({ dialect: 'sqlite', postgresUrl: null, offices });
    try {
      const operations = (await operationsOf(product.node.ask)).filter(({ needsSession }) => needsSession);
      const cookies = await forgedCookies(product);
      if (run.tally.count('kinds') === 0) {
        run.tally.add('kinds', cookies.size);
        run.tally.add('operations', operations.length);
        for (const operation of operations) await knowsTheRightOne(run, product, operation);
      }
      do
        for (const operation of operations) {
          for (const [kind, cookie] of cookies) await refuses(run, product, { operation, kind, cookie });
        }
      while (run.goesOn());
    } finally {
      await product.remove();
    }
  },
};

/** Cookie headers by the name of their trick: forged tokens, and right ones of sessions that hold no more. */
async function forgedCookies(product: Product): Promise<ReadonlyMap<string, string>> {
  const { home, node } = product;
  const { token } = await openSession(node.store, home.keys, { id: accountIdOf('hr1') });
  const forged = forgedTokens({ signingKey: home.keys.signingKey, token });
  const named = (value: string) => `${COOKIE}=${value}`;
  const [first = ''] = forged.values();
  return new Map([
    ...[...forged].map(([kind, value]) => [kind, named(value)] as const),
    ...(await endedSessions(product)),
    ['no cookie', ''],
    ['the right token under another name', `dandang=${token}`],
    ['the right token under a name with a prefix more', `__Secure-dandang=${token}`],
    ['the name in capitals', `${COOKIE.toUpperCase()}=${token}`],
    ['two cookies, the forged one first', `${named(first)}; ${named(first)}`],
    ['the right token in quotes and words', named(`"${token} and more"`)],
    ['control characters', named('\u0001\u0002\u0007')],
    ['only the name', COOKIE],
  ]);
}

async function endedSessions({ home, node }: Product): Promise<[string, string][]> {
  const { store } = node;
  const { tables, read } = store;
  const cookieOf = async (staffNo: string) => {
    const { sessionId, token } = await openSession(store, home.keys, { id: accountIdOf(staffNo) });
    return { sessionId, cookie: `${COOKIE}=${token}` };
  };
  const change = async (staffNo: string, set: object) => {
    const [before] = await read.select().from(tables.accounts).where(eq(tables.accounts.staffNo, staffNo));
    await store.write(setUp('account.changed'), (tx, changed) =>
      changeRow(tx, changed, tables.accounts, { before: before!, set }),
    );
  };
  const revoked = await cookieOf('hr2');
  const expired = await cookieOf('hr2');
  for (const [{ sessionId }, set] of [
    [revoked, { endedAt: surroundings.now() }],
    [expired, { expiresAt: surroundings.now() - 1 }],
  ] as const) {
    const [before] = await read.select().from(tables.sessions).where(eq(tables.sessions.id, sessionId));
    await store.write(setUp('session.changed'), (tx, changed) =>
      changeRow(tx, changed, tables.sessions, { before: before!, set }),
    );
  }
  const locked = await cookieOf('board2');
  await change('board2', { state: 'locked' });
  const older = await cookieOf('board3');
  await change('board3', { sessionVersion: 2 });
  const fresh = await cookieOf('hr3');
  const now = Math.floor(surroundings.now() / 1000);
  const others = sessionTokens(home.keys.signingKey).sign({
    sessionId: fresh.sessionId,
    accountId: accountIdOf('hr_head1'),
    version: 1,
    issuedAt: now,
    expiresAt: now + 600,
  });
  return [
    ['a revoked session', revoked.cookie],
    ['a session at its end', expired.cookie],
    ['a locked account', locked.cookie],
    ['a session from before the version was raised', older.cookie],
    ['another account on a running session', `${COOKIE}=${others}`],
  ];
}

const filled = (path: string): string => path.replaceAll(/\{\w+\}/gu, '1');
const KEY = { 'idempotency-key': 'rig-tokens-key' };

/** With a session of its own: some operations end it. */
async function knowsTheRightOne({ tally }: Run, product: Product, operation: Operation): Promise<void> {
  const { cookie } = await visitorFor(product, accountIdOf('hr1'));
  const { method, path } = operation;
  const { status } = await product.node.ask({ method, path: filled(path), headers: { cookie, ...KEY } });
  if (status === 401) tally.breach('accepted', `${nameOf(operation)} does not know the right cookie`);
  else tally.add('right');
}

interface Trick {
  readonly operation: Operation;
  readonly kind: string;
  readonly cookie: string;
}

async function refuses({ tally }: Run, { node }: Product, { operation, kind, cookie }: Trick): Promise<void> {
  const { method, path } = operation;
  const { status, text } = await node.ask({
    ...{ method, path: filled(path), headers: { ...KEY, ...(cookie !== '' && { cookie }) } },
    ...(method !== 'GET' && { body: {} }),
  });
  tally.add('requests');
  if (status !== 401)
    tally.breach('accepted', `${nameOf(operation)}, ${kind}: ${status} ${text.slice(0, 200)}`);
}
