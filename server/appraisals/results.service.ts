import type { z } from 'zod';
import { cadreById, unitNames } from '../../db/queries/roster.ts';
import { resultDetails } from '../../db/queries/run-lists.ts';
import { countsByGrade, latestRun, type ListedResult, resultOf, runPage } from '../../db/queries/runs.ts';
import { yearOf } from '../../db/queries/years.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { type CadreResult, type Day, sum, type Vocabulary } from '../../scoring/index.ts';
import { narrowedTo, seesFile, visibleCadres } from '../cadres/visible-cadres.ts';
import { recordsShown } from '../conduct/records-shown.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { dutyOf } from '../permissions/may.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import { noteRead } from '../reads/note-read.ts';
import { denyRecused } from '../relations/deny-recused.ts';
import type { ResultListItem, ResultPage, ResultQuery, ResultView } from './appraisals.contract.ts';
import { fileAccess } from './file-access.ts';
import { gradeLabel } from './result-words.ts';
import { resultView } from './result-view.ts';
import { recordIdsOf } from './stored-run.ts';

type Query = z.infer<typeof ResultQuery>;
type Item = z.infer<typeof ResultListItem>;
const PERMISSION = 'appraisal.read';
const NOTHING: z.infer<typeof ResultPage> = { items: [], next: null, total: 0 };

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly dayOf: (instant: number) => Day;
  readonly newId: (prefix: string) => string;
  readonly kinds: ReadonlyMap<string, FileKind>;
}

/** The results of a year as they are read: a list to search, and one person's result in words. */
export function resultsService(needed: Needed) {
  const { store, dayOf, kinds } = needed;
  const { read: db, tables } = store;

  async function page(
    actor: Actor,
    { year, ...query }: Query & { year: number },
  ): Promise<z.infer<typeof ResultPage>> {
    const visible = await visibleCadres({ db, tables, actor, permission: PERMISSION });
    const opened = await yearOf(db, tables, year);
    if (!opened) throw new Refused(notFound);
    const run = await latestRun(db, tables, year);
    if (!run) return NOTHING;
    const filter = {
      ...visible,
      runId: run.id,
      search: query.q ?? '',
      unitIds: await narrowedTo(query.unit, visible, { db, tables }),
      grades: query.grade === undefined ? null : [query.grade === 'none' ? null : query.grade],
    };
    const { after = null, limit } = query;
    const found = await runPage(db, tables, { ...filter, after, limit, sort: sortOf(query.sort) });
    const counts = await countsByGrade(db, tables, filter);
    return {
      items: await itemsOf(run.id, found.items, opened.vocabulary),
      next: found.next,
      total: sum(counts.map(({ cadreCount }) => cadreCount)),
    };
  }

  async function itemsOf(
    runId: string,
    rows: readonly ListedResult[],
    vocabulary: Vocabulary,
  ): Promise<Item[]> {
    const ids = rows.map(({ cadreId }) => cadreId);
    const units = await unitNames(db, tables);
    const details = new Map((await resultDetails(db, tables, runId, ids)).map((one) => [one.cadreId, one]));
    return rows.map((row) => {
      const { postTitle, rank, explanation } = details.get(row.cadreId)!;
      const { rotation } = JSON.parse(explanation) as Pick<CadreResult, 'rotation'>;
      return {
        cadreId: row.cadreId,
        staffNo: row.staffNo,
        name: row.name,
        unitName: units.get(row.unitId) ?? '',
        postTitle,
        rank,
        total: row.total,
        credits: row.credits,
        deductions: row.deductions,
        grade: row.grade,
        gradeLabel: gradeLabel(row.grade, vocabulary),
        reason: row.reason,
        reviewCount: row.reviewCount,
        rotation: mostUrgent(rotation),
      };
    });
  }

  /** One person's result in words; that somebody looked is on record, once a day. */
  async function result(
    actor: Actor,
    { year, cadreId }: { year: number; cadreId: string },
  ): Promise<z.infer<typeof ResultView>> {
    const run = await latestRun(db, tables, year);
    const row = run && (await resultOf(db, tables, run.id, cadreId));
    const person = await cadreById(db, tables, cadreId);
    if (!run || !row || !person) throw new Refused(notFound);
    const touched = { cadreId, unitId: row.unitId };
    const asked = { db, tables, actor, permission: PERMISSION };
    await denyRecused(needed, actor, { permission: PERMISSION, ...touched });
    if (!(await seesFile(asked, { ...touched, rank: person.rank }))) throw new Refused(notFound);
    if (cadreId !== actor.cadreId) await noteView(actor, row);
    const records = await recordsShown({ ...asked, kinds }, touched, recordIdsOf(row));
    const access = fileAccess(actor, touched, records);
    return { cadreId, ...(await resultView({ db, tables, run, row, access, dayOf })) };
  }

  async function noteView(actor: Actor, row: Row<'runResults'>): Promise<void> {
    const duty = dutyOf(actor, PERMISSION, { cadreId: row.cadreId, unitId: row.unitId });
    await noteRead(needed, { actor, duty, cadreId: row.cadreId, what: 'result' });
  }

  return { page, result };
}
export type ResultsService = ReturnType<typeof resultsService>;

const sortOf = (sort: Query['sort']) => ({
  by: sort.endsWith('total') ? ('total' as const) : ('name' as const),
  direction: sort.startsWith('-') ? ('down' as const) : ('up' as const),
});

const BY_URGENCY = ['due', 'soon', 'exempt', 'notDue'] as const;

/** Of several posts held, the one that presses most. */
const mostUrgent = ({ posts }: CadreResult['rotation']): Item['rotation'] =>
  BY_URGENCY.find((status) => posts.some((post) => post.status === status)) ?? null;
