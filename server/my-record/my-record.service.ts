import type { z } from 'zod';
import { cadreById } from '../../db/queries/roster.ts';
import { latestRun, resultOf, resultsOfCadre } from '../../db/queries/runs.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import type { OwnResultView, OwnYears } from '../appraisals/appraisals.contract.ts';
import { fileAccess } from '../appraisals/file-access.ts';
import { resultView } from '../appraisals/result-view.ts';
import { recordIdsOf } from '../appraisals/stored-run.ts';
import { recordsShown } from '../conduct/records-shown.ts';
import { notFound, Refused } from '../http/problem.ts';
import { whileUnchanged } from '../while-unchanged.ts';
import type { Actor } from '../permissions/actor.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import type { OwnFiles } from './own-files.contract.ts';
import { ownFiles } from './own-files.ts';

interface Needed {
  readonly store: Store;
  readonly dayOf: (instant: number) => Day;
  readonly kinds: ReadonlyMap<string, FileKind>;
}

/** A cadre's own record; there is no way to name anybody else's here. */
export function myRecordService({ store, dayOf, kinds }: Needed) {
  const { read: db, tables } = store;

  async function self({ cadreId }: Actor): Promise<Row<'cadres'>> {
    const person = cadreId === null ? undefined : await cadreById(db, tables, cadreId);
    if (!person) throw new Refused(notFound);
    return person;
  }

  async function years(actor: Actor): Promise<z.infer<typeof OwnYears>> {
    const { id, name } = await self(actor);
    const results = await resultsOfCadre(db, tables, id);
    return { name, years: results.map(({ year }) => year) };
  }

  const remembered = whileUnchanged<z.infer<typeof OwnResultView>>(store);

  const result = (actor: Actor, { year }: { year: number }): Promise<z.infer<typeof OwnResultView>> =>
    remembered(JSON.stringify([actor.cadreId, year]), () => readResult(actor, year));

  async function readResult(actor: Actor, year: number): Promise<z.infer<typeof OwnResultView>> {
    const { id: cadreId } = await self(actor);
    const run = await latestRun(db, tables, year);
    const row = run && (await resultOf(db, tables, run.id, cadreId));
    if (!run || !row) throw new Refused(notFound);
    const touched = { cadreId, unitId: row.unitId };
    const records = await recordsShown({ db, tables, actor, kinds }, touched, recordIdsOf(row));
    const access = fileAccess(actor, touched, records);
    return resultView({ db, tables, run, row, access, dayOf });
  }

  async function files(actor: Actor): Promise<z.infer<typeof OwnFiles>> {
    await self(actor);
    return ownFiles({ store, dayOf, kinds }, actor);
  }

  return { years, result, files };
}
export type MyRecordService = ReturnType<typeof myRecordService>;
