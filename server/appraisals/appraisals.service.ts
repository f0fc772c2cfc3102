import type { Store } from '../../db/store.ts';
import type { Day } from '../../scoring/index.ts';
import type { JobsService } from '../jobs/jobs.service.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import { quotaService } from './quota.service.ts';
import { resultsService } from './results.service.ts';
import { runsService } from './runs.service.ts';
import { summaryService } from './summary.service.ts';
import { yearsService } from './years.service.ts';

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly newId: (prefix: string) => string;
  /** The calendar day of a moment. */
  readonly dayOf: (instant: number) => Day;
  readonly jobs: Pick<JobsService, 'startJob'>;
  /** What files there can be, by their machine. */
  readonly kinds: ReadonlyMap<string, FileKind>;
}

/** The annual appraisal: opening a year, evaluating it, reading it, deciding on its places. */
export function appraisalsService(needed: Needed) {
  const { run, start, refuseWhileRunning } = runsService(needed);
  return {
    ...yearsService(needed),
    ...summaryService(needed),
    ...resultsService(needed),
    ...quotaService({ ...needed, runs: { start, refuseWhileRunning } }),
    run,
  };
}
export type AppraisalsService = ReturnType<typeof appraisalsService>;
