// From a file to a batch: template, dry run, the file with its mistakes marked, and the one act that takes it in.
import { createHash } from 'node:crypto';
import { bringIn } from '../../db/queries/bring-batch.ts';
import { yearOf, yearsKept } from '../../db/queries/years.ts';
import type { SealedFields } from '../../db/sealed-fields.ts';
import type { Db, Store } from '../../db/store.ts';
import type { BatchKind } from '../../db/tables/imports.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import type { SheetContent } from '../adapters/spreadsheet.ts';
import { notAllowed, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { dutyOf, scopeOf } from '../permissions/may.ts';
import { type Batch, viewOfBatch } from './batch-view.ts';
import { countsIn, type DryRun, dryRunView, marksFor, placeOf, problemsIn } from './dry-run-view.ts';
import type { ImportFile, ImportFiles } from './import-files.ts';
import {
  fileChanged,
  fileHasProblems,
  nothingToImport,
  yearMissing,
  yearNotOpen,
} from './imports.problems.ts';
import { type ImportKindDefinition, kinds, type Reading } from './kinds.ts';
import { type Circumstances, Planning } from './planning.ts';
import { fitOf } from './read-book.ts';
import { standsBackFrom } from './stand-back.ts';
import { templateSheets } from './templates.ts';

export interface FileInput {
  readonly kind: BatchKind;
  /** The year that figures belong to; other kinds have none. */
  readonly year: number | null;
  readonly file: ImportFile;
}
export interface ImportsService {
  /** An empty workbook with drop-downs. */
  template(actor: Actor, input: { kind: BatchKind; year: number | null }): Promise<Uint8Array>;
  dryRun(actor: Actor, input: FileInput): Promise<DryRun>;
  /** A dry run over everybody, for whoever stands at the machine itself. */
  dryRunForOperator(input: FileInput): Promise<DryRun>;
  /** Which of some kinds of file this is, by its sheets; null if none. */
  kindOf(file: ImportFile, among: readonly BatchKind[]): Promise<BatchKind | null>;
  /** The year to assume where nobody said one. */
  onlyOpenYear(): Promise<number | null>;
  /** The same file with the bad cells red and noted. */
  marked(actor: Actor, input: FileInput): Promise<Uint8Array>;
  /** Takes the whole file in, or nothing of it; `fileHash` is the dry run's. */
  apply(actor: Actor, input: FileInput & { fileHash: string }): Promise<Batch>;
}

export interface ImportsNeed extends Pick<Circumstances, 'nameKeysOf' | 'unitKeyOf' | 'newId'> {
  readonly store: Store;
  readonly now: () => number;
  readonly today: () => Day;
  readonly files: ImportFiles;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function reachOf(actor: Actor, { kind, rights }: ImportKindDefinition): Reach {
  const scope = scopeOf(actor, rights.enter);
  if (scope.kind === 'none' || scope.kind === 'own') throw new Refused(notAllowed);
  return { scope, recused: standsBackFrom(actor, kind) };
}

type Reach = Pick<Circumstances, 'scope' | 'recused'>;
interface Trial extends Reach {
  readonly input: FileInput;
  readonly contents: readonly SheetContent[];
  readonly batchId: string;
  readonly sealed: SealedFields;
}

export function importsService(needed: ImportsNeed): ImportsService {
  const { store, now, today, files, newId } = needed;
  const { tables } = store;

  /** Reads and plans anew each time: a plan holds only against the moment it was made for. */
  async function planned(db: Db, { input, contents, scope, recused, batchId, sealed }: Trial) {
    const definition = kinds[input.kind];
    const year = definition.isYearly ? input.year : null;
    await refuseClosedYear(db, definition, year);
    const { nameKeysOf, unitKeyOf } = needed;
    const planning = new Planning({
      ...{ db, tables, sealed, nameKeysOf, unitKeyOf, newId },
      ...{ at: now(), batchId, year, scope, recused },
    });
    const reading = definition.read(contents);
    await reading.plan(planning);
    return { definition, planning, reading };
  }

  async function refuseClosedYear(db: Db, { isYearly }: ImportKindDefinition, year: number | null) {
    if (!isYearly) return;
    if (year === null) throw new Refused(yearMissing);
    if ((await yearOf(db, tables, year))?.state !== 'open') throw new Refused(yearNotOpen);
  }

  async function tried(input: FileInput, reach: Reach) {
    const contents = await files.read(input.file);
    // Nothing of it is kept, so nothing need be sealed: sealing is what takes longest.
    const sealed = { ...store.sealed, seal: () => '' };
    return planned(store.read, { input, contents, ...reach, batchId: 'untried', sealed });
  }

  const viewed = (
    { file }: FileInput,
    { definition, planning: { additions }, reading }: Awaited<ReturnType<typeof tried>>,
  ): DryRun => dryRunView(definition, { name: file.name, hash: hashOf(file.bytes) }, { reading, additions });

  return {
    async template(actor, { kind, year }) {
      reachOf(actor, kinds[kind]);
      return files.write(templateSheets(kinds[kind].descriptions, year ?? Number(today().slice(0, 4))));
    },

    dryRun: async (actor, input) => viewed(input, await tried(input, reachOf(actor, kinds[input.kind]))),
    dryRunForOperator: async (input) =>
      viewed(input, await tried(input, { scope: { kind: 'all' }, recused: new Set() })),

    async kindOf(file, among) {
      const contents = await files.read(file);
      const fits = among.map((kind) => ({
        kind,
        fit: fitOf(contents, kinds[kind].descriptions),
      }));
      const best = fits.toSorted((a, b) => b.fit - a.fit)[0];
      return best && best.fit > 0 ? best.kind : null;
    },

    async onlyOpenYear() {
      const open = (await yearsKept(store.read, tables)).filter(({ state }) => state === 'open');
      return open.length === 1 ? open[0]!.year : null;
    },

    async marked(actor, input) {
      const { reading } = await tried(input, reachOf(actor, kinds[input.kind]));
      return files.mark(input.file, marksFor(problemsIn(reading)));
    },

    async apply(actor, { fileHash, ...input }) {
      const { enter } = kinds[input.kind].rights;
      const reach = reachOf(actor, kinds[input.kind]);
      if (hashOf(input.file.bytes) !== fileHash) throw new Refused(fileChanged);
      const contents = await files.read(input.file);
      const batchId = newId('bat');
      const act = {
        actor: actor.accountId,
        duty: dutyOf(actor, enter),
        deed: `${input.kind}.imported`,
        subject: batchId,
        reason: input.file.name,
      };
      const batch = await store.write(act, async (tx, changed) => {
        const plan = await planned(tx, { input, contents, ...reach, batchId, sealed: store.sealed });
        refuseUnfit(plan.reading);
        const { additions, changes } = plan.planning;
        const row = batchFrom(plan, actor, { name: input.file.name, hash: fileHash });
        await bringIn({ tx, changed, tables, newId }, { batch: row, additions, changes });
        return row;
      });
      return viewOfBatch(store, actor, batch);
    },
  };
}

type Plan = { definition: ImportKindDefinition; planning: Planning; reading: Reading };

const batchFrom = (
  { definition, planning, reading }: Plan,
  actor: Actor,
  file: { name: string; hash: string },
): Row<'importBatches'> => ({
  id: planning.here.batchId,
  kind: definition.kind,
  year: planning.here.year,
  fileName: file.name.slice(0, 200),
  fileHash: file.hash,
  counts: countsIn(reading),
  state: 'applied',
  appliedBy: actor.accountId,
  appliedAt: planning.here.at,
  confirmedBy: null,
  confirmedAt: null,
  undoneBy: null,
  undoneAt: null,
  reason: null,
});

const MOST_PLACES = 100;

function refuseUnfit(reading: Reading): void {
  const problems = problemsIn(reading);
  const places = problems.slice(0, MOST_PLACES).map(placeOf);
  if (places.length > 0) throw new Refused(fileHasProblems, { places });
  const { added, updated } = countsIn(reading);
  if (added + updated === 0) throw new Refused(nothingToImport);
}
