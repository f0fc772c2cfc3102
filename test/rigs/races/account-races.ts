import { eq, inArray } from 'drizzle-orm';
import { headersOf } from '../support/ask.ts';
import { visitorFor } from '../support/product.ts';
import { arranged, type Course, oneWinner, type Race, racing } from './race.ts';

const create = (course: Course, staffNos: readonly string[]) =>
  arranged(
    course.ask({
      ...{ method: 'POST', path: '/api/accounts', body: { staffNos } },
      headers: headersOf(course.racer('sysadmin', 1), course.fresh('key')),
    }),
  );

async function accountsCalled({ product }: Course, staffNos: readonly string[]) {
  const { read, tables } = product.node.store;
  return read.select().from(tables.accounts).where(inArray(tables.accounts.staffNo, staffNos));
}

const proposeFor = (course: Course, staffNo: string, reason: string) =>
  arranged<{ id: string; version: number }>(
    course.ask({
      method: 'POST',
      path: '/api/grant-proposals',
      body: { reason, lines: [{ staffNo, role: 'hr', unitId: null, fromOn: '2026-01-01', untilOn: null }] },
      headers: headersOf(course.racer('hr_head', 1), course.fresh('key')),
    }),
  );

const sameStaffNumber: Race = {
  name: 'the same staff number created',
  weight: 40,
  async start(course) {
    const staffNos = [course.fresh('R'), course.fresh('R')];
    return {
      questions: racing((n) => ({
        ...{ method: 'POST', path: '/api/accounts', body: { staffNos } },
        headers: headersOf(course.racer('sysadmin', n), course.fresh('key')),
      })),
      async judge(answers) {
        const found = await accountsCalled(course, staffNos);
        const created = answers.filter(
          ({ status, text }) => status === 200 && text.includes('"created":2'),
        ).length;
        const isFair = answers.every(({ status }) => status === 200 || status === 409);
        return found.length === 2 && created === 1 && isFair
          ? []
          : [`${found.length} accounts, ${created} creators: ${answers.map(({ text }) => text).join(' | ')}`];
      },
    };
  },
};

const proposalDecided: Race = {
  name: 'a grant proposal decided',
  weight: 40,
  async start(course) {
    const staffNo = course.fresh('R');
    await create(course, [staffNo]);
    const { id, version } = await proposeFor(course, staffNo, course.fresh('提名'));
    return {
      questions: racing((n) => ({
        method: 'POST',
        path: `/api/grant-proposals/${id}/decision`,
        body: { event: n === 3 ? 'refuse' : 'grant', version, reason: '研究决定' },
        headers: headersOf(course.racer('secadmin', n), course.fresh('key')),
      })),
      async judge(answers) {
        const { read, tables } = course.product.node.store;
        const grants = await read.select().from(tables.grants).where(eq(tables.grants.proposalId, id));
        const [proposal] = await read
          .select()
          .from(tables.grantProposals)
          .where(eq(tables.grantProposals.id, id));
        const wanted = proposal?.state === 'granted' ? 1 : 0;
        const doubled =
          grants.length === wanted ? [] : [`${grants.length} grants of a ${proposal?.state} proposal`];
        return [...oneWinner(answers), ...doubled];
      },
    };
  },
};

const sameKey: Race = {
  name: 'one request sent three times at once',
  weight: 40,
  async start(course) {
    const staffNo = course.fresh('R');
    await create(course, [staffNo]);
    const reason = course.fresh('提名');
    const key = course.fresh('key');
    const question = {
      method: 'POST' as const,
      path: '/api/grant-proposals',
      body: { reason, lines: [{ staffNo, role: 'hr', unitId: null, fromOn: '2026-01-01', untilOn: null }] },
      headers: headersOf(course.racer('hr_head', 1), key),
    };
    return {
      questions: racing(() => question),
      async judge(answers) {
        const { read, tables } = course.product.node.store;
        const made = await read
          .select()
          .from(tables.grantProposals)
          .where(eq(tables.grantProposals.reason, reason));
        const given = new Set(answers.filter(({ status }) => status === 200).map(({ text }) => text));
        const isFair = answers.every(({ status }) => status === 200 || status === 409);
        const again = await course.ask(question);
        const isFirst = again.status === 200 && (given.size === 0 || given.has(again.text));
        return made.length === 1 && given.size <= 1 && isFair && isFirst
          ? []
          : [`${made.length} proposals, ${given.size} answers, then ${again.status}`];
      },
    };
  },
};

const slipsPrinted: Race = {
  name: 'the slip of one account printed',
  weight: 10,
  async start(course) {
    const staffNo = course.fresh('R');
    await create(course, [staffNo]);
    return {
      questions: racing((n) => ({
        ...{ method: 'POST', path: '/api/activation-slips', body: { staffNos: [staffNo] } },
        headers: headersOf(course.racer('hr_head', n), course.fresh('key')),
      })),
      // Whoever looks after another has printed may print again: then the first code holds no more.
      async judge(answers) {
        const [account] = await accountsCalled(course, [staffNo]);
        const printed = answers.filter(({ status }) => status === 200).length;
        const isFair = answers.every(({ status }) => status === 200 || status === 409);
        return printed === (account?.version ?? 0) - 1 && printed > 0 && isFair
          ? []
          : [
              `${printed} printed, version ${account?.version}: ${answers.map(({ status }) => status).join()}`,
            ];
      },
    };
  },
};

const activatedThrice: Race = {
  name: 'one account activated three times',
  weight: 2,
  async start(course) {
    const staffNo = course.fresh('R');
    await create(course, [staffNo]);
    const { slips } = await arranged<{ slips: { code: string }[] }>(
      course.ask({
        ...{ method: 'POST', path: '/api/activation-slips', body: { staffNos: [staffNo] } },
        headers: headersOf(course.racer('hr_head', 1), course.fresh('key')),
      }),
    );
    const code = slips[0]!.code;
    return {
      questions: racing((n) => ({
        method: 'POST',
        path: '/api/activation',
        body: {
          staffNo,
          slipCode: code,
          citizenIdLast4: '1234',
          password: `quiet mountain ${n} river ${code}`,
        },
        headers: { 'idempotency-key': course.fresh('key') },
      })),
      judge: (answers) => oneWinner(answers, { losers: [409, 422] }),
    };
  },
};

const signedOutThrice: Race = {
  name: 'one session closed three times',
  weight: 10,
  async start(course) {
    const visitor = await visitorFor(course.product, course.racer('hr', 1).accountId);
    return {
      questions: racing(() => ({
        ...{ method: 'DELETE', path: '/api/session' },
        headers: headersOf(visitor, course.fresh('key')),
      })),
      judge: (answers) => oneWinner(answers, { losers: [401, 409] }),
    };
  },
};

export const accountRaces: readonly Race[] = [
  sameStaffNumber,
  proposalDecided,
  sameKey,
  slipsPrinted,
  activatedThrice,
  signedOutThrice,
];
