import { eq } from 'drizzle-orm';
import { anActor, bringSheets } from '../../support/imports.ts';
import { headersOf, type Visitor } from '../support/ask.ts';
import { measured, YEAR } from '../support/small-school.ts';
import { arranged, type Course, oneWinner, type Race, racing } from './race.ts';

/** Figures of one person, handed in and not confirmed yet. */
async function aBatch(course: Course, who: number): Promise<{ id: string; version: number }> {
  const points = 7000 + Number(course.fresh('').replaceAll(/\D/gu, '').slice(-3));
  const sheets = measured([[who, points]]);
  return bringSheets(course.school.importsOfSchool, sheets, {
    kind: 'figures',
    year: YEAR,
    actor: anActor('hr'),
  });
}

const decision = (
  course: Course,
  visitor: Visitor,
  batch: { id: string; version: number },
  event: string,
) => ({
  method: 'POST' as const,
  path: `/api/imports/figures/batches/${batch.id}/decision`,
  body: { event, version: batch.version, reason: '复核' },
  headers: headersOf(visitor, course.fresh('key')),
});
const undoing = (course: Course, visitor: Visitor, batch: { id: string; version: number }) => ({
  method: 'POST' as const,
  path: `/api/imports/figures/batches/${batch.id}/undo`,
  body: { version: batch.version, reason: '撤回' },
  headers: headersOf(visitor, course.fresh('key')),
});

async function standingOf({ product }: Course, batchId: string): Promise<string[]> {
  const { read, tables } = product.node.store;
  const rows = await read.select().from(tables.measures).where(eq(tables.measures.batchId, batchId));
  const [batch] = await read.select().from(tables.importBatches).where(eq(tables.importBatches.id, batchId));
  const counting = rows.filter(
    ({ withdrawnAt, confirmedAt }) => withdrawnAt === null && confirmedAt !== null,
  ).length;
  const isRight = batch?.state === 'confirmed' ? counting === rows.length : counting === 0;
  return isRight && rows.length > 0
    ? []
    : [`${batch?.state} batch: ${counting} of ${rows.length} rows count`];
}

const batchDecided: Race = {
  name: 'a batch of figures confirmed, confirmed and rejected',
  weight: 1,
  async start(course) {
    const batch = await aBatch(course, 1);
    return {
      questions: racing((n) =>
        decision(course, course.racer('hr_head', n), batch, n === 3 ? 'reject' : 'confirm'),
      ),
      judge: async (answers) => [...oneWinner(answers), ...(await standingOf(course, batch.id))],
    };
  },
};

const undoneOrConfirmed: Race = {
  name: 'a batch undone while two confirm it',
  weight: 1,
  async start(course) {
    const batch = await aBatch(course, 2);
    return {
      questions: [
        undoing(course, course.racer('hr', 1), batch),
        decision(course, course.racer('hr_head', 1), batch, 'confirm'),
        decision(course, course.racer('hr_head', 2), batch, 'confirm'),
      ],
      judge: async (answers) => [...oneWinner(answers), ...(await standingOf(course, batch.id))],
    };
  },
};

interface Pool {
  readonly id: string;
  readonly version: number;
  readonly ties: { readonly placesLeft: number; readonly cadres: readonly { id: string }[] } | null;
}

async function poolsNow(course: Course): Promise<Pool[]> {
  const { pools } = await arranged<{ pools: Pool[] }>(
    course.ask({
      method: 'GET',
      path: `/api/years/${YEAR}/summary`,
      headers: headersOf(course.racer('hr_head', 1)),
    }),
  );
  return pools;
}

/** The evaluation that follows a decision has to end before the next one. */
async function evaluated(
  { product }: Course,
  answers: readonly { status: number; text: string }[],
): Promise<void> {
  for (const { status, text } of answers) {
    if (status !== 200) continue;
    const { job } = JSON.parse(text) as { job: { id: string } };
    for (const { services } of product.nodes) await services.jobs.ended(job.id);
  }
}

async function openDecisions({ product }: Course): Promise<number> {
  const { read, tables } = product.node.store;
  const all = await read.select().from(tables.tieDecisions);
  return all.filter(({ supersededBy }) => supersededBy === null).length;
}

const tieDecided: Race = {
  name: 'a tie decided in three ways',
  weight: 1,
  async start(course) {
    const pool = (await poolsNow(course)).find(({ ties }) => ties !== null);
    // Another race in its place would be counted as this one.
    if (!pool?.ties) throw new Error('there is no tie to decide');
    const { cadres } = pool.ties;
    return {
      questions: racing((n) => ({
        method: 'POST',
        path: `/api/years/${YEAR}/pools/${pool.id}/tie-decision`,
        body: { cadreIds: [cadres[n % cadres.length]!.id], version: pool.version, reason: '集体研究' },
        headers: headersOf(course.racer('hr_head', n), course.fresh('key')),
      })),
      async judge(answers) {
        await evaluated(course, answers);
        const open = await openDecisions(course);
        return [...oneWinner(answers), ...(open === 1 ? [] : [`${open} decisions stand`])];
      },
    };
  },
};

const reserveAllotted: Race = {
  name: 'the reserve allotted three times',
  weight: 1,
  async start(course) {
    const pool = (await poolsNow(course))[0]!;
    return {
      questions: racing((n) => ({
        method: 'POST',
        path: `/api/years/${YEAR}/pools/${pool.id}/reserve`,
        body: { extraPlaces: 0, version: pool.version, reason: '集体研究' },
        headers: headersOf(course.racer('hr_head', n), course.fresh('key')),
      })),
      async judge(answers) {
        await evaluated(course, answers);
        const now = (await poolsNow(course)).find(({ id }) => id === pool.id)!;
        const isOnce = now.version === pool.version + 1;
        return [
          ...oneWinner(answers),
          ...(isOnce ? [] : [`the pool went from ${pool.version} to ${now.version}`]),
        ];
      },
    };
  },
};

export const appraisalRaces: readonly Race[] = [batchDecided, undoneOrConfirmed, tieDecided, reserveAllotted];
