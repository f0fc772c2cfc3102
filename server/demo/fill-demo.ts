// The invented school comes to life through the product's own services; nothing is written past them.
import type { Day, Grade } from '../../scoring/index.ts';
import type { Services } from '../services.ts';
import { demoCalendars } from './calendars.ts';
import { openCases } from './cases.ts';
import { figuresFile, handIn, laterConductFile, recordFiles, rosterFile } from './hand-in-files.ts';
import { confirmingDeputy } from './logins.ts';
import { settlePast } from './settle-past.ts';
import {
  signingIn,
  type Staff,
  takeAdminOffice,
  takeOtherOffices,
  takePersonnelOffice,
} from './take-office.ts';

/** The years evaluated; the last one is left with a tie and the reserve for whoever tries the demo. */
export const DEMO_YEARS = [2024, 2025, 2026] as const;
const LAST_YEAR = DEMO_YEARS.at(-1);
const PAGE = 200;

interface Needed {
  readonly services: Services;
  readonly today: () => Day;
}

/** Fills an empty database; `demoLogins` says who can sign in then. */
export async function fillDemo({ services, today }: Needed): Promise<void> {
  const admins = await takeAdminOffice(services);
  const begun = await takePersonnelOffice(services, admins, today());
  for (const calendar of demoCalendars)
    await services.calendar.replace(begun.head, { ...calendar, replaces: null });
  await handIn(services, begun, rosterFile());
  await takeOtherOffices(services, admins, begun, today());
  const as = signingIn(services, begun);
  const staff: Staff = { ...begun, confirming: await as(confirmingDeputy) };
  for (const file of recordFiles()) await handIn(services, staff, file);
  await settlePast({ services, staff, as, today: today() });
  await handIn(services, staff, laterConductFile());
  let grades: ReadonlyMap<string, Grade> = new Map();
  for (const year of DEMO_YEARS) {
    await evaluateYear(services, staff, year, grades);
    grades = await gradesOf(services, staff, year);
  }
  await openCases({ services, as, today: today() });
}

async function evaluateYear(
  services: Services,
  staff: Staff,
  year: number,
  lastYear: ReadonlyMap<string, Grade>,
): Promise<void> {
  const { appraisals } = services;
  await appraisals.open(staff.hr, { year, asOf: `${year}-12-31`, vocabulary: 'publicInstitution' });
  await handIn(services, staff, figuresFile(year, lastYear));
  await ended(services, appraisals.run(staff.hr, { year }));
  if (year === LAST_YEAR) return;
  await allotReserve(services, staff, year);
  await decideTies(services, staff, year);
}

/** The places that fractions leave go to the largest pool. */
async function allotReserve(services: Services, { head }: Staff, year: number): Promise<void> {
  const { pools, reserve } = await services.appraisals.summary(head, { year });
  const [largest] = pools.toSorted((a, b) => b.size - a.size);
  if (!largest || reserve === 0) return;
  const { id: poolId, version } = largest;
  const reason = '科级干部人数多，机动名额用于科级';
  await ended(
    services,
    services.appraisals.allotReserve(head, { year, poolId, version, extraPlaces: reserve, reason }),
  );
}

async function decideTies(services: Services, { head }: Staff, year: number): Promise<void> {
  const { pools } = await services.appraisals.summary(head, { year });
  for (const { id: poolId, version, ties } of pools) {
    if (!ties) continue;
    const cadreIds = ties.cadres.slice(0, ties.placesLeft).map(({ id }) => id);
    const reason = '同分，经研究按近三年实绩确定';
    await ended(services, services.appraisals.decideTie(head, { year, poolId, version, cadreIds, reason }));
  }
}

async function ended({ jobs }: Services, started: Promise<{ job: { id: string } }>): Promise<void> {
  const { job } = await started;
  const { state, problem } = await jobs.ended(job.id);
  if (state !== 'done') throw new Error(`the demo's evaluation failed: ${String(problem)}`);
}

/** The grades of a year by staff number: what the next year's file brings along. */
async function gradesOf(
  { appraisals }: Services,
  { hr }: Staff,
  year: number,
): Promise<ReadonlyMap<string, Grade>> {
  const grades = new Map<string, Grade>();
  for (let after: string | undefined; ;) {
    const page = await appraisals.page(hr, {
      year,
      sort: 'name',
      limit: PAGE,
      ...(after !== undefined && { after }),
    });
    for (const { staffNo, grade } of page.items) if (grade !== null) grades.set(staffNo, grade);
    if (page.next === null) return grades;
    after = page.next;
  }
}
