// The processes that are asked over HTTP: node http-server.ts bare|product|one-write-a-commit
// Prints one line of JSON: the port, and for the product what a request needs.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { addRows } from '../../db/rows.ts';
import { buildApp } from '../../server/app.ts';
import { sessionTokens } from '../../server/adapters/session-token.ts';
import { COOKIE } from '../../server/http/session.ts';
import { keysFrom } from '../../server/keys/key-file.ts';
import type { Actor } from '../../server/permissions/actor.ts';
import { dayOf } from '../../server/main.ts';
import { aGrant, anAccount } from '../support/rows.ts';
import { aSchool } from './a-school.ts';

const YEAR = 2026;
const PEOPLE = 200;
const hr: Actor = {
  accountId: 'acc_hr',
  staffNo: 'hr',
  cadreId: null,
  roles: [{ role: 'hr', units: null }],
  language: 'zh',
};

const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

async function bare(): Promise<void> {
  const app = fastify();
  app.get('/', () => ({ status: 'ok' }));
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  say({ url });
}

/** The whole product on a school of its own, with a cadre and a sysadmin signed in. */
async function product(): Promise<void> {
  const school = await aSchool(PEOPLE, 20, process.argv[2] === 'product' ? {} : { mostPerCommit: 1 });
  const { store } = school;
  const keys = keysFrom(join(mkdtempSync(join(tmpdir(), 'dandang-bench-')), 'keys.json'));
  const now = () => Date.now();
  const { app, services } = await buildApp({
    ...school,
    now,
    today: () => dayOf(now()),
    dayOf,
    running: () => performance.now(),
    keys,
    config: {
      school: { name: '示例大学', isDemo: true },
      trustProxy: [],
      logLevel: 'silent',
      limits: { perAccount: 1e9, perAddress: 1e9, windowMs: 60_000 },
      clientFolder: null,
      version: '0.0.0',
    },
  });
  const { job } = await services.appraisals.run(hr, { year: YEAR });
  await services.jobs.ended(job.id);
  const [cadre] = await store.read.select().from(store.tables.cadres).limit(1);
  const at = now();
  const sessions = ['cadre', 'sysadmin'].map((who) => ({
    id: `ses_${who}`,
    accountId: `acc_${who}`,
    startedAt: at,
    expiresAt: at + 3_600_000,
    endedAt: null,
    method: 'password' as const,
    hasSecondFactor: true,
    failuresBefore: 0,
    address: null,
    agent: null,
  }));
  const act = { actor: 'acc_bench', duty: 'hr', deed: 'bench.signedIn', subject: 'bench', reason: null };
  await store.write(act, async (tx, changed) => {
    await addRows(tx, changed, store.tables.accounts, [
      anAccount({ id: 'acc_cadre', staffNo: cadre!.staffNo }),
      anAccount({ id: 'acc_sysadmin', staffNo: 'sysadmin' }),
    ]);
    await addRows(tx, changed, store.tables.grants, [
      aGrant({ id: 'gr_sysadmin', accountId: 'acc_sysadmin', role: 'sysadmin' }),
    ]);
    await addRows(tx, changed, store.tables.sessions, sessions);
  });
  const tokens = sessionTokens(keys.signingKey);
  const cookies = sessions.map(({ id, accountId }) => {
    const issuedAt = Math.floor(at / 1000);
    const claims = { sessionId: id, accountId, version: 1, issuedAt, expiresAt: issuedAt + 1800 };
    return `${COOKIE}=${tokens.sign(claims)}`;
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  say({ url, cadre: cookies[0], sysadmin: cookies[1], path: `/api/my-record/${YEAR}` });
}

await (process.argv[2] === 'bare' ? bare() : product());
