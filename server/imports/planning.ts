// What a file would do, worked out against the store and not yet done: rows to add, rows to change, cells to refuse.
import { canonicalJson } from '../../scoring/index.ts';
import type { SealedFields } from '../../db/sealed-fields.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import type { NameKeys } from '../adapters/pinyin.ts';
import type { Scope } from '../permissions/may.ts';
import { fault, type Fault } from './fault.ts';
import type { RowOutcome } from './read-sheet.ts';

type TableName = keyof Tables;
export interface Addition {
  readonly table: TableName;
  readonly row: object;
}
export interface Change {
  readonly table: TableName;
  readonly before: Record<string, unknown>;
  readonly set: object;
}

/** What every plan needs to know; the clock and the ids come in. */
export interface Circumstances {
  readonly db: Db;
  readonly tables: Tables;
  readonly sealed: SealedFields;
  readonly nameKeysOf: (name: string) => NameKeys;
  readonly unitKeyOf: (name: string) => string;
  readonly newId: (prefix: string) => string;
  readonly at: number;
  readonly batchId: string;
  readonly year: number | null;
  /** How far the one who imports may reach. */
  readonly scope: Scope;
  /** Whose records somebody else has to enter: kin and conflicts of the one who imports. */
  readonly recused: ReadonlySet<string>;
}

type Provenance = 'batchId' | 'recordedAt' | 'withdrawnAt';
type FactTable =
  | 'measures'
  | 'dimensionScores'
  | 'quarterGrades'
  | 'pastGrades'
  | 'unitGrades'
  | 'reviewFindings'
  | 'conductRecords'
  | 'constraints';
type OfFact = 'id' | Provenance | 'confirmedAt' | 'confirmedBy' | 'supersedesId';
/** What a fact says, apart from where it came from. */
export type Said<T extends FactTable> = Omit<Row<T>, OfFact>;

const FACT_IDS: Readonly<Record<FactTable, string>> = {
  measures: 'me',
  dimensionScores: 'ds',
  quarterGrades: 'qg',
  pastGrades: 'pg',
  unitGrades: 'ug',
  reviewFindings: 'rf',
  conductRecords: 'con',
  constraints: 'cst',
};

/** Columns of a row, any of which may be blank. */
type Blankable<T extends TableName> = { readonly [K in keyof Row<T>]?: Row<T>[K] | null };

export class Planning {
  readonly here: Circumstances;
  readonly additions: Addition[] = [];
  readonly changes: Change[] = [];
  constructor(here: Circumstances) {
    this.here = here;
  }

  /** Adds a row that is nobody's decision but the file's. */
  add<T extends TableName>(table: T, row: Omit<Row<T>, Provenance>): void {
    const { batchId, at } = this.here;
    this.additions.push({ table, row: { ...row, batchId, recordedAt: at, withdrawnAt: null } });
  }

  /** Changes what differs; a blank (null) in `wanted` leaves the row as it is. */
  change<T extends TableName>(table: T, before: Row<T>, wanted: Blankable<T>): RowOutcome {
    const held = before as Record<string, unknown>;
    const set = Object.fromEntries(
      Object.entries(wanted).filter(([key, value]) => value != null && value !== held[key]),
    );
    if (Object.keys(set).length === 0) return 'unchanged';
    this.changes.push({ table, before, set });
    return 'updated';
  }

  /**
   * A fact is never overwritten: a new one takes the place of the old once it is confirmed. One that a file keeps is
   * corrected in that file only.
   */
  state<T extends FactTable>(
    table: T,
    said: Said<T>,
    existing: Row<T> | undefined,
    isKeptByFile = false,
  ): RowOutcome | Fault {
    const before = existing as Record<string, unknown> | undefined;
    const settled = Object.fromEntries(
      Object.entries(said).map(([key, value]) => [key, value ?? before?.[key] ?? null]),
    );
    if (before && isSaidBy(before, settled)) return 'unchanged';
    if (isKeptByFile) return KEPT_BY_FILE;
    if (before && before['confirmedAt'] === null) return WAITS;
    const { batchId, at, newId } = this.here;
    this.additions.push({
      table,
      row: {
        ...settled,
        id: newId(FACT_IDS[table]),
        batchId,
        recordedAt: at,
        withdrawnAt: null,
        confirmedAt: null,
        confirmedBy: null,
        supersedesId: before?.['id'] ?? null,
      },
    });
    return before ? 'updated' : 'added';
  }
}

const WAITS = fault(
  'awaitsConfirmation',
  '另一批待确认的数据里已有不同的值',
  '先由复核人确认或退回那一批，再导入',
);

const KEPT_BY_FILE = fault(
  'keptByFile',
  '这条记录已经立卷办理，与案卷中的不同',
  '在案卷中陈述、确认或纠正，不再由导入更改；从表中删去这一行',
);

const isSaidBy = (fact: Record<string, unknown>, said: Record<string, unknown>): boolean =>
  Object.entries(said).every(([key, value]) => canonicalJson(fact[key] ?? null) === canonicalJson(value));

/** What several facts of one row come to. */
export function together(outcomes: readonly RowOutcome[]): RowOutcome {
  if (outcomes.every((outcome) => outcome === 'unchanged')) return 'unchanged';
  return outcomes.every((outcome) => outcome === 'added') ? 'added' : 'updated';
}

/** Whether the one who imports may touch what belongs to a unit. */
export const reaches = ({ scope }: Circumstances, unitId: string | null): boolean => {
  if (scope.kind === 'all') return true;
  return scope.kind === 'units' && unitId !== null && scope.units.has(unitId);
};
