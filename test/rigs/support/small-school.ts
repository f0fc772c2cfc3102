// A small school made through the product's own services: thirty people, one year, everybody alike, so that the
// edge of 优秀 is a tie that people have to decide.
import { figuresWorkbook } from '../../../server/imports/templates.ts';
import { anActor, aRoster, bringSheets, head, hr, type Imports, staffNoOf } from '../../support/imports.ts';
import type { Node } from './product.ts';

export const YEAR = 2026;
const PEOPLE = 30;

export interface SmallSchool {
  readonly importsOfSchool: Imports;
  readonly cadreIds: readonly string[];
  readonly poolIds: readonly string[];
}

export const measured = (points: readonly (readonly [who: number, points: number])[]) =>
  figuresWorkbook({
    measures: points.map(([who, each]) => ({
      staffNo: staffNoOf(who),
      democratic: each,
      leadership: each,
      objectives: each,
    })),
  });

export async function foundSchool({ services, store }: Node): Promise<SmallSchool> {
  const importsOfSchool: Imports = { imports: services.imports, batches: services.batches, store };
  await bringSheets(importsOfSchool, aRoster(PEOPLE), { kind: 'roster' });
  const { appraisals, jobs } = services;
  await appraisals.open(hr, { year: YEAR, asOf: `${YEAR}-12-31`, vocabulary: 'publicInstitution' });
  const sheets = measured(Array.from({ length: PEOPLE }, (_, i) => [i, 9300] as const));
  const { id } = await bringSheets(importsOfSchool, sheets, { kind: 'figures', year: YEAR });
  await importsOfSchool.batches.decide(head, {
    kind: 'figures',
    id,
    event: 'confirm',
    version: 1,
    reason: '复核',
  });
  const { job } = await appraisals.run(anActor('hr'), { year: YEAR });
  const ended = await jobs.ended(job.id);
  if (ended.state !== 'done') throw new Error(`the evaluation failed: ${String(ended.problem)}`);
  const { pools } = await appraisals.summary(head, { year: YEAR });
  const cadres = await store.read.select({ id: store.tables.cadres.id }).from(store.tables.cadres);
  return {
    importsOfSchool,
    cadreIds: cadres.map((cadre) => cadre.id),
    poolIds: pools.map((pool) => pool.id),
  };
}
