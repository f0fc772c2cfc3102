// 担当与不为对照: for a person, a unit, a year, the two ledgers mirrored by area, every point opening its record.
import type { z } from 'zod';
import { conductOf } from '../../db/queries/files.ts';
import { cadreById, unitNames, visibleUnits } from '../../db/queries/roster.ts';
import type { ResultFilter } from '../../db/queries/result-filter.ts';
import { latestRun, resultOf, resultsWeighing } from '../../db/queries/runs.ts';
import { yearOf } from '../../db/queries/years.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { areas, behaviours, cadreInWords, type Day, type Label, qualities } from '../../scoring/index.ts';
import { fileAccess, isShown } from '../appraisals/file-access.ts';
import { evidenceFrom } from '../appraisals/line-evidence.ts';
import { linesStandOn, lineView } from '../appraisals/result-words.ts';
import { factsOf, recordIdsOf, termsOf, unpackedResult } from '../appraisals/stored-run.ts';
import { narrowedTo, seesFile, visibleCadres } from '../cadres/visible-cadres.ts';
import { recordsShown } from '../conduct/records-shown.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { dutyOf } from '../permissions/may.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import { noteRead } from '../reads/note-read.ts';
import { denyRecused } from '../relations/deny-recused.ts';
import { areasSummed, cappedIn, ledgerOf, sides, type Weighed } from './areas-summed.ts';
import type { PersonLedger, UnitLedger } from './ledger.contract.ts';

type Person = z.infer<typeof PersonLedger>;
type Unit = z.infer<typeof UnitLedger>;

export interface LedgerService {
  /** A unit and what is below it, or the whole of what the actor may see. */
  unit(actor: Actor, input: { year: number; unit?: string | undefined }): Promise<Unit>;
  person(actor: Actor, input: { year: number; cadreId: string }): Promise<Person>;
}
interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly dayOf: (instant: number) => Day;
  readonly newId: (prefix: string) => string;
  readonly kinds: ReadonlyMap<string, FileKind>;
}

const PERMISSION = 'appraisal.read';

const weighedIn = (row: Row<'runResults'>): Weighed => ({
  cadre: factsOf(row),
  result: unpackedResult(row),
});

export function ledgerService(needed: Needed): LedgerService {
  const { store, kinds } = needed;
  const { read: db, tables } = store;

  const figures = (weighed: readonly Weighed[]) => ({
    areas: areasSummed(weighed),
    capped: cappedIn(weighed),
    ...sides(weighed),
  });

  async function runOf(year: number): Promise<Row<'runs'> | undefined> {
    if (!(await yearOf(db, tables, year))) throw new Refused(notFound);
    return latestRun(db, tables, year);
  }

  /** What a record is called: its behaviour, or its area and the quality it showed. */
  function labelOf({ cadre }: Weighed, recordId: string | undefined): Label {
    const record = cadre.conduct.find(({ id }) => id === recordId);
    if (!record) return { zh: '封顶', en: 'Cap' };
    if (record.kind === 'initiative') {
      const [area, quality] = [areas[record.area], qualities[record.quality]];
      return { zh: `${area.zh}：${quality.zh}`, en: `${area.en}: ${quality.en}` };
    }
    const { zh, en } = behaviours[record.code];
    return { zh, en };
  }

  async function recordsOf(
    actor: Actor,
    run: Row<'runs'>,
    row: Row<'runResults'>,
  ): Promise<Person['records']> {
    const weighed = weighedIn(row);
    const touched = { cadreId: row.cadreId, unitId: row.unitId };
    const shown = await recordsShown({ db, tables, actor, kinds }, touched, recordIdsOf(row));
    const access = fileAccess(actor, touched, shown);
    const evidence = evidenceFrom(await conductOf(db, tables, row.cadreId), access);
    const standing = { ...linesStandOn(termsOf(run)), evidence };
    const days = new Map(weighed.cadre.conduct.map(({ id, occurredOn }) => [id, occurredOn]));
    return cadreInWords(unpackedResult(row)).lines.flatMap((line) => {
      const ledger = ledgerOf(line);
      if (ledger === null || !isShown(line, access)) return [];
      return [
        {
          ...lineView(line, standing),
          ...{ ledger, label: labelOf(weighed, line.recordId) },
          occurredOn: days.get(line.recordId ?? '') ?? null,
        },
      ];
    });
  }

  return {
    async unit(actor, { year, unit }) {
      const visible = await visibleCadres({ db, tables, actor, permission: PERMISSION });
      const run = await runOf(year);
      const unitIds = await narrowedTo(unit, visible, { db, tables });
      const names = await unitNames(db, tables);
      const inReach = visible.unitIds && new Set(visible.unitIds);
      const units = (await visibleUnits(db, tables))
        .filter(({ id }) => inReach?.has(id) ?? true)
        .map(({ id, name }) => ({ id, name }));
      if (unit !== undefined && !units.some(({ id }) => id === unit)) throw new Refused(notFound);
      const filter: ResultFilter = { ...visible, runId: run?.id ?? '', search: '', unitIds, grades: null };
      const { rows, cadreCount } = run
        ? await resultsWeighing(db, tables, filter)
        : { rows: [], cadreCount: 0 };
      return {
        year,
        ranAt: run?.ranAt ?? null,
        ...figures(rows.map(weighedIn)),
        unit: unit === undefined ? null : { id: unit, name: names.get(unit) ?? '' },
        units,
        cadreCount,
        people: rows.map(({ cadreId, name, staffNo, unitId, credits, deductions }) => ({
          ...{ cadreId, name, staffNo, credits, deductions },
          unitName: names.get(unitId) ?? '',
        })),
      };
    },

    async person(actor, { year, cadreId }) {
      const run = await runOf(year);
      const row = run && (await resultOf(db, tables, run.id, cadreId));
      const person = await cadreById(db, tables, cadreId);
      if (!run || !row || !person) throw new Refused(notFound);
      const touched = { cadreId, unitId: row.unitId };
      await denyRecused(needed, actor, { permission: PERMISSION, ...touched });
      const asked = { db, tables, actor, permission: PERMISSION };
      if (!(await seesFile(asked, { ...touched, rank: person.rank }))) throw new Refused(notFound);
      if (cadreId !== actor.cadreId)
        await noteRead(needed, {
          ...{ actor, cadreId, what: 'result' },
          duty: dutyOf(actor, PERMISSION, touched),
        });
      const names = await unitNames(db, tables);
      return {
        year,
        ranAt: run.ranAt,
        ...figures([weighedIn(row)]),
        person: {
          ...{ cadreId, name: row.name, staffNo: row.staffNo },
          unitName: names.get(row.unitId) ?? '',
        },
        records: await recordsOf(actor, run, row),
      };
    },
  };
}
