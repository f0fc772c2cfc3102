// The product as a test meets it: built as in production, on a store of its own, asked through `inject`.
import { generateKeyPairSync } from 'node:crypto';
import { COOKIE } from '../../server/http/session.ts';
import { sessionTokens } from '../../server/adapters/session-token.ts';
import { type AppConfig, buildApp, type BuiltApp } from '../../server/app.ts';
import { dayOf } from '../../server/main.ts';
import type { Dialect } from '../../db/columns.ts';
import { addRows } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Role } from '../../server/permissions/matrix.ts';
import { aGrant, anAccount, NOON } from './rows.ts';
import { act, aStore, countedIds, type TestStore } from './store.ts';

export const testSigningKey = generateKeyPairSync('ed25519')
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const csrfKey = Buffer.alloc(32, 3);

const quiet: AppConfig = {
  school: { name: '示例大学', isDemo: false },
  trustProxy: [],
  logLevel: 'silent',
  limits: { perAccount: 1000, perAddress: 1000, windowMs: 60_000 },
  clientFolder: null,
  version: '0.0.0',
};

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
}
type Headers = Readonly<Record<string, string>>;

/** A browser in small: keeps the cookie, sends the CSRF token and a fresh key with every change. */
export interface Visitor {
  get(path: string, headers?: Headers): Promise<Answer>;
  send(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Headers,
  ): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Headers): Promise<Answer>;
  signIn(staffNo: string, password: string): Promise<Answer>;
  cookie: string | null;
  csrfToken: string;
}

export interface TestApp extends BuiltApp {
  readonly home: Pick<TestStore, 'store' | 'remove'>;
  /** Moves on when a test says so. */
  readonly clock: { now: number };
  visitor(): Visitor;
  /** Somebody signed in already, as if a moment ago. */
  visitorAs(accountId: string): Promise<Visitor>;
  remove(): Promise<void>;
}

export async function anApp(dialect: Dialect = 'sqlite', more: Partial<AppConfig> = {}): Promise<TestApp> {
  const clock = { now: NOON };
  const home = await aStore(dialect, { now: () => clock.now });
  return appOn({ home, clock }, more);
}

/** The app on a store that a test has filled by other means. */
export async function appOn(
  { home, clock = { now: NOON } }: { home: Pick<TestStore, 'store' | 'remove'>; clock?: { now: number } },
  more: Partial<AppConfig> = {},
): Promise<TestApp> {
  const now = () => clock.now;
  const counted = countedIds();
  const newId = (prefix: string) => counted(`${prefix}_app`);
  const built = await buildApp({
    store: home.store,
    keys: { signingKey: testSigningKey, csrfKey },
    now,
    today: () => dayOf(now()),
    dayOf,
    newId,
    running: now,
    config: { ...quiet, ...more },
  });
  await built.app.ready();
  const visitor = () => aVisitor(built);
  return {
    ...built,
    home,
    clock,
    visitor,
    visitorAs: async (accountId) => {
      const guest = visitor();
      guest.cookie = await aSession({ home, now, newId, accountId });
      const session = await guest.get('/api/session');
      if (session.status !== 200) throw new Error(`no session for ${accountId}: ${session.text}`);
      guest.csrfToken = (session.body as { csrfToken: string }).csrfToken;
      return guest;
    },
    remove: async () => {
      await built.app.close();
      await home.remove();
    },
  };
}

let keys = 0;
export const aKey = (): string => `test-key-${String((keys += 1)).padStart(8, '0')}`;

function aVisitor({ app }: BuiltApp): Visitor {
  const self: Visitor = {
    cookie: null,
    csrfToken: '',
    get: (path, headers) => ask('GET', path, undefined, headers),
    send: ask,
    post: (path, body, headers) => ask('POST', path, body, headers),
    async signIn(staffNo, password) {
      const answer = await ask('POST', '/api/session', { staffNo, password });
      if (answer.status === 200) self.csrfToken = (answer.body as { csrfToken: string }).csrfToken;
      return answer;
    },
  };
  async function ask(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Headers = {},
  ): Promise<Answer> {
    const changes = method !== 'GET';
    const answer = await app.inject({
      method,
      url: path,
      headers: {
        ...(self.cookie !== null && { cookie: `${COOKIE}=${self.cookie}` }),
        ...(changes && { 'x-csrf-token': self.csrfToken, 'idempotency-key': aKey() }),
        ...headers,
      },
      ...(body !== undefined && { payload: body as object }),
    });
    const set = answer.cookies.find(({ name }) => name === COOKIE);
    if (set) self.cookie = set.value === '' ? null : set.value;
    const isJson = answer.headers['content-type']?.includes('json') === true;
    return {
      status: answer.statusCode,
      text: answer.body,
      body: isJson && answer.body !== '' ? (JSON.parse(answer.body) as unknown) : null,
      headers: answer.headers,
    };
  }
  return self;
}

const HOUR_MS = 3_600_000;

interface Signing {
  readonly home: Pick<TestStore, 'store'>;
  readonly now: () => number;
  readonly newId: (prefix: string) => string;
  readonly accountId: string;
}

async function aSession({ home: { store }, now, newId, accountId }: Signing): Promise<string> {
  const session = {
    id: newId('ses'),
    accountId,
    startedAt: now(),
    expiresAt: now() + HOUR_MS,
    endedAt: null,
    method: 'password' as const,
    hasSecondFactor: true,
  };
  await store.write(act('session.opened'), (tx, changed) =>
    addRows(tx, changed, store.tables.sessions, [session]),
  );
  const issuedAt = Math.floor(now() / 1000);
  return sessionTokens(testSigningKey).sign({
    sessionId: session.id,
    accountId,
    version: 1,
    issuedAt,
    expiresAt: issuedAt + HOUR_MS / 1000,
  });
}

/** Active accounts, each with one role for a subtree of units (null: the whole school). */
export async function withAccounts(
  { home }: Pick<TestApp, 'home'>,
  accounts: readonly { staffNo: string; role?: Role; unitId?: string | null }[],
): Promise<void> {
  const { store } = home;
  const rows = accounts.map(({ staffNo }) => anAccount({ id: `acc_${staffNo}`, staffNo }));
  const grants: Row<'grants'>[] = accounts.flatMap(({ staffNo, role, unitId = null }) =>
    role === undefined ? [] : [aGrant({ id: `gr_${staffNo}`, accountId: `acc_${staffNo}`, role, unitId })],
  );
  await store.write(act('accounts.given'), async (tx, changed) => {
    await addRows(tx, changed, store.tables.accounts, rows);
    await addRows(tx, changed, store.tables.grants, grants);
  });
}
