import type { z } from 'zod';
import { cadresToEnrol } from '../../db/queries/roster.ts';
import { enrolmentsOf, poolsOf, yearBefore, yearOf, yearsKept } from '../../db/queries/years.ts';
import { addRows } from '../../db/rows.ts';
import type { Db, Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { dutyOf } from '../permissions/may.ts';
import type { OpenYear, YearList, YearView } from './appraisals.contract.ts';
import { asOfBeforePeriod, nobodyToAppraise, yearAlreadyOpen } from './appraisals.problems.ts';
import { enrolEverybody } from './enrol-everybody.ts';

export const yearView = (row: Row<'years'>): z.infer<typeof YearView> => ({
  year: row.year,
  periodFrom: row.periodFrom,
  periodTo: row.periodTo,
  asOf: row.asOf,
  vocabulary: row.vocabulary,
  kind: 'annual',
  state: row.state,
  version: row.version,
});

interface Needed {
  readonly store: Store;
  readonly newId: (prefix: string) => string;
}

/** The years appraised, and opening the next: three fields, the rest follows from the roster and the last year. */
export function yearsService({ store, newId }: Needed) {
  const { tables } = store;

  async function years(): Promise<z.infer<typeof YearList>> {
    return { items: (await yearsKept(store.read, tables)).map(yearView) };
  }

  async function open(
    actor: Actor,
    { year, asOf, vocabulary }: z.infer<typeof OpenYear>,
  ): Promise<z.infer<typeof YearView>> {
    const row: Row<'years'> = {
      year,
      periodFrom: `${year}-01-01`,
      periodTo: `${year}-12-31`,
      asOf,
      vocabulary,
      state: 'open',
      version: 1,
    };
    if (asOf < row.periodFrom) throw new Refused(asOfBeforePeriod);
    const duty = dutyOf(actor, 'appraisal.round.open');
    const act = { actor: actor.accountId, duty, deed: 'appraisal.year.opened', subject: String(year) };
    await store.write({ ...act, reason: null }, async (tx, changed) => {
      if (await yearOf(tx, tables, year)) throw new Refused(yearAlreadyOpen);
      const { pools, enrolments } = await rowsOf(tx, year);
      if (enrolments.length === 0) throw new Refused(nobodyToAppraise);
      await addRows(tx, changed, tables.years, [row]);
      await addRows(tx, changed, tables.pools, pools);
      await addRows(tx, changed, tables.enrolments, enrolments);
    });
    return yearView(row);
  }

  /** Pools and enrolments of a new year. */
  async function rowsOf(db: Db, year: number) {
    const cadres = await cadresToEnrol(db, tables);
    const last = await yearBefore(db, tables, year);
    const former = last ? await poolsOf(db, tables, last.year) : [];
    const enrolled = last ? await enrolmentsOf(db, tables, last.year) : [];
    const before = new Map(enrolled.map(({ cadreId, poolId }) => [cadreId, poolId]));
    const plan = enrolEverybody(cadres, former, before);
    const ids = new Map(plan.pools.map(({ name }) => [name, newId('pool')]));
    const pools = plan.pools.map(({ name, mergeInto }) => ({
      id: ids.get(name)!,
      year,
      name,
      isOutstanding: false,
      mergeIntoId: mergeInto === null ? null : ids.get(mergeInto)!,
      extraPlaces: 0,
      version: 1,
    }));
    const enrolments = cadres.map(({ id, unitId, template }) => ({
      id: newId('en'),
      year,
      cadreId: id,
      poolId: ids.get(plan.poolOf.get(id)!)!,
      unitId,
      template,
      version: 1,
    }));
    return { pools, enrolments };
  }

  return { years, open };
}
