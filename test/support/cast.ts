// The full cast on a real app: a small school whose people find, verify, answer, review, exempt and hear appeals.
import type { Dialect } from '../../db/columns.ts';
import { addRows } from '../../db/rows.ts';
import { anApp, appOn, type TestApp, testSigningKey } from './app.ts';
import { castDeeds, done } from './cast-deeds.ts';
import { seatCast, type Stage } from './cast-people.ts';
import { aUnit, NOON } from './rows.ts';
import { aSchool, sectionHead, YEAR } from './school.ts';
import { act } from './store.ts';

const COLLEGE = 'un_college';
/** Lines of the log about faults: a refusal is none. */
function faultsIn() {
  const faults: string[] = [];
  return { faults, config: { logLevel: 'error', log: { write: (line: string) => void faults.push(line) } } };
}

async function castOn({ app, stage, faults }: { app: TestApp; stage: Stage; faults: readonly string[] }) {
  const { store } = app.home;
  await seatCast(store, stage);
  const deeds = castDeeds({
    ...{ app: app.app, store, clock: app.clock, stage, signingKey: testSigningKey },
    tick: () => app.services.ticking.tick(),
  });
  return {
    ...deeds,
    ...{ app, store, stage, clock: app.clock, faults },
    remove: () => app.remove(),
  };
}
export type Cast = Awaited<ReturnType<typeof castOn>>;

/** What the evaluation of a year says of somebody. */
export interface OfYear {
  readonly total: number | null;
  readonly deductions: number;
  readonly grade: string | null;
  readonly lines: readonly { recordId: string | null; points: number; because: { zh: string } }[];
}

/** Nothing but a unit and its people. */
export async function aCast(dialect: Dialect = 'sqlite'): Promise<Cast> {
  const { faults, config } = faultsIn();
  const app = await anApp(dialect, config);
  const { store } = app.home;
  await store.write(act('school.founded'), (tx, changed) =>
    addRows(tx, changed, store.tables.units, [aUnit({ id: COLLEGE, code: '20', name: '文学院' })]),
  );
  return castOn({ app, stage: { unitId: COLLEGE }, faults });
}

/** A school in the midst of its year: whoever is concerned has his marks, and the year can be evaluated. */
export async function aCastInSchool(dialect: Dialect = 'sqlite') {
  const school = await aSchool(dialect);
  await school.open();
  await school.measure();
  const { faults, config } = faultsIn();
  const app = await appOn({ home: school, clock: { now: NOON } }, config);
  const subject = { cadreId: sectionHead(2), staffNo: 'S2' };
  const cast = await castOn({ app, stage: { unitId: COLLEGE, subject }, faults });
  /** The year evaluated by HR; answers what it says of the person concerned. */
  async function evaluated(): Promise<OfYear> {
    const { job } = await done<{ job: { id: string } }>(cast.ask('clerk', 'POST', `/api/years/${YEAR}/runs`));
    const { state, problem } = await app.services.jobs.ended(job.id);
    if (state !== 'done') throw new Error(`the evaluation failed: ${String(problem)}`);
    return done<OfYear>(cast.get('secretary', `/api/years/${YEAR}/results/${subject.cadreId}`));
  }
  return { ...cast, school, evaluated };
}
