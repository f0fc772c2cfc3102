import fc from 'fast-check';
import { eq } from 'drizzle-orm';
import { changeRow } from '../../db/store.ts';
import type { Dialect } from '../../db/columns.ts';
import { verdictOn } from './fuzzing/judge-answer.ts';
import type { KnownIds } from './fuzzing/odd-values.ts';
import { type Bare, requestsTo } from './fuzzing/requests.ts';
import { dialectsWith } from './support/database.ts';
import { headersOf, type Visitor } from './support/ask.ts';
import { nameOf, type Operation, operationsOf } from './support/operations.ts';
import { accountIdOf, setUp, several } from './support/people.ts';
import { aProduct, type Product, visitorFor } from './support/product.ts';
import { type Random, randomFrom } from './support/random.ts';
import type { Rig, Run } from './support/rig.ts';
import { foundSchool } from './support/small-school.ts';

const ROLES = ['supervisor', 'inspector', 'leader', 'hr', 'hr_head', 'board', 'appeal_body'] as const;
const ADMINS = ['sysadmin', 'secadmin', 'auditadmin'] as const;
const OFFICES = [...ROLES, ...ADMINS].flatMap((role) => several(role, 1));
/** Inputs an operation and a round; a store is fuzzed for one round only, so that every finding can be repeated. */
const A_ROUND = 25;
/** In the short share PostgreSQL is asked by every so many operations only. */
const CI_STEP: Readonly<Record<Dialect, number>> = { sqlite: 1, postgres: 8 };

export const fuzz: Rig = {
  name: 'fuzz',
  about: 'every operation of the OpenAPI document, with what programs trip over',
  goals: [
    { about: 'inputs an operation', counts: 'inputs an operation', wanted: { ci: A_ROUND, full: 1000 } },
    { about: 'inputs in all', counts: 'inputs', wanted: { ci: 1500, full: 70_000 } },
    {
      about: 'inputs that were accepted (2xx): the rig comes in',
      counts: 'accepted',
      wanted: { ci: 50, full: 5000 },
    },
    { about: 'answers 5xx', counts: 'server faults', wanted: 'never' },
    { about: 'answers of a status or type not described', counts: 'undocumented', wanted: 'never' },
    { about: 'answers with a field or value not described', counts: 'outside the schema', wanted: 'never' },
  ],
  async run(run) {
    do {
      const round = run.tally.count('inputs an operation') / A_ROUND;
      for (const dialect of dialectsWith(run.postgresUrl)) await oneRound(run, dialect, run.seed + round);
      run.tally.add('inputs an operation', A_ROUND);
    } while (run.goesOn());
  },
};

async function oneRound(run: Run, dialect: Dialect, seed: number): Promise<void> {
  const product = await aProduct({ dialect, postgresUrl: run.postgresUrl, offices: OFFICES });
  try {
    const school = await foundSchool(product.node);
    const crowd = aCrowd(product, randomFrom(seed));
    const ids = await idsIn(product, [...school.cadreIds.slice(0, 5), ...school.poolIds]);
    const all = await operationsOf(product.node.ask);
    const step = run.share === 'ci' ? CI_STEP[dialect] : 1;
    for (const operation of all.filter((_, i) => i % step === 0)) {
      const insiders = await insidersOf(product, crowd, operation);
      for (const bare of fc.sample(requestsTo(operation, ids), { numRuns: A_ROUND, seed }))
        await oneInput(run, { product, crowd, operation, bare, insiders });
    }
  } finally {
    await product.remove();
  }
}

/** Ids and names of what is there, whoever it belongs to. */
async function idsIn({ node }: Product, more: readonly string[]): Promise<KnownIds> {
  const { read, tables } = node.store;
  const first = async (table: typeof tables.units | typeof tables.importBatches | typeof tables.jobs) =>
    (await read.select({ id: table.id }).from(table)).slice(0, 2).map(({ id }) => id);
  const people = OFFICES.slice(0, 4).flatMap(({ staffNo }) => [staffNo, accountIdOf(staffNo)]);
  return [
    ...more,
    ...people,
    ...(await first(tables.units)),
    ...(await first(tables.importBatches)),
    ...(await first(tables.jobs)),
    ...['T00001', '2026', 'democratic', 'a-password-long-enough'],
  ];
}

interface Crowd {
  /** Any of them, or one of the named, or nobody at all (null). */
  any(among: readonly string[]): string | null;
  visitor(staffNo: string): Visitor;
  /** After a 401: an input may have ended the session, or locked the account. */
  bringBack(staffNo: string): Promise<void>;
}

/** People whose sessions come back after an input has ended them. */
function aCrowd(product: Product, random: Random): Crowd {
  const visitors = new Map(product.visitors);
  const names = [...visitors.keys()];
  const isIn = async ({ cookie }: Visitor) =>
    (await product.node.ask({ method: 'GET', path: '/api/session', headers: { cookie } })).status === 200;
  return {
    any(among) {
      const dice = random.below(10);
      if (dice === 0) return null;
      return dice < 3 || among.length === 0 ? random.of(names) : random.of(among);
    },
    visitor: (staffNo) => visitors.get(staffNo)!,
    async bringBack(staffNo) {
      if (!(await isIn(visitors.get(staffNo)!))) visitors.set(staffNo, await comeBack(product, staffNo));
    },
  };
}

async function comeBack(product: Product, staffNo: string): Promise<Visitor> {
  const { store } = product.node;
  const { accounts } = store.tables;
  const [before] = await store.read.select().from(accounts).where(eq(accounts.staffNo, staffNo));
  if (before && before.state !== 'active')
    await store.write(setUp('account.restored'), (tx, changed) =>
      changeRow(tx, changed, accounts, { before, set: { state: 'active' } }),
    );
  return visitorFor(product, accountIdOf(staffNo));
}

/** Those whom the operation lets in. */
async function insidersOf(product: Product, crowd: Crowd, { method, path }: Operation): Promise<string[]> {
  const found: string[] = [];
  for (const staffNo of product.visitors.keys()) {
    const visitor = crowd.visitor(staffNo);
    const { status } = await product.node.ask({
      ...{ method, path: path.replaceAll(/\{\w+\}/gu, 'none') },
      // Without a key no change is carried out.
      headers: headersOf(visitor),
    });
    if (status !== 401 && status !== 403) found.push(staffNo);
  }
  return found;
}

interface Input {
  readonly product: Product;
  readonly crowd: Crowd;
  readonly operation: Operation;
  readonly bare: Bare;
  readonly insiders: readonly string[];
}

async function oneInput({ tally }: Run, { product, crowd, operation, bare, insiders }: Input): Promise<void> {
  const who = crowd.any(insiders);
  const visitor = who === null ? null : crowd.visitor(who);
  const headers = { ...(visitor && headersOf(visitor)), ...bare.headers };
  const answer = await product.node.ask({ ...bare, headers });
  tally.add('inputs');
  if (answer.status < 300) tally.add('accepted');
  if (answer.status === 401 && who !== null) await crowd.bringBack(who);
  const verdict = verdictOn(operation, answer);
  if (!verdict) return;
  const sent = `${bare.path.slice(0, 300)} ${bodyOf(bare).slice(0, 300)}`;
  tally.breach(verdict.kind, `${nameOf(operation)} by ${who ?? 'nobody'}: ${verdict.note} ← ${sent}`);
}

const bodyOf = ({ body }: Bare): string => (Buffer.isBuffer(body) ? body.toString() : '');
