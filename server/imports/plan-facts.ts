// Sheets whose every row is one fact about one person.
import { visibleFactsOf } from '../../db/queries/import-facts.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Columns, RowOf } from './columns.ts';
import type { Fault } from './fault.ts';
import { type AboutPeople, type Cadres, rowsWithCadre } from './people.ts';
import type { Planning, Said } from './planning.ts';
import type { ReadSheet } from './read-sheet.ts';

type PersonFact = 'constraints' | 'conductRecords' | 'reviewFindings';

/** A cell that spoils its row. */
export interface Wrong<C extends Columns> {
  readonly key: keyof C & string;
  readonly fault: Fault;
}
/** How the rows of a sheet become facts. */
export interface Saying<C extends Columns, T extends PersonFact> {
  /** The column named when the fact as a whole cannot be taken. */
  readonly at: keyof C & string;
  readonly say: (cadreId: string, values: RowOf<C>) => Said<T> | Wrong<C>;
}

/** The facts there are already, found by what makes two of them one and the same. */
export interface FactBook<T extends PersonFact> {
  readonly table: T;
  readonly nameOf: (said: Said<T>) => string;
  readonly stored: ReadonlyMap<string, Row<T>>;
  /** The ids of those that a file keeps: they are corrected there. */
  readonly keptByFiles?: ReadonlySet<string>;
  readonly cadres: Cadres;
}

export async function factBook<T extends PersonFact>(
  { here: { db, tables, year } }: Planning,
  { table, nameOf, cadres }: Pick<FactBook<T>, 'table' | 'nameOf' | 'cadres'>,
): Promise<FactBook<T>> {
  const ids = [...cadres.values()].map(({ id }) => id);
  const facts = (await visibleFactsOf(db, tables[table], ids, year)) as Row<T>[];
  return { table, nameOf, cadres, stored: new Map(facts.map((fact) => [nameOf(fact), fact])) };
}

export function planFacts<C extends Columns & AboutPeople, T extends PersonFact>(
  planning: Planning,
  sheet: ReadSheet<C, never>,
  { at, say }: Saying<C, T>,
  { table, nameOf, stored, keptByFiles, cadres }: FactBook<T>,
): void {
  for (const [row, { id }] of rowsWithCadre(planning.here, sheet, cadres)) {
    const said = say(id, row.values);
    if ('fault' in said) {
      sheet.refuse(row, said.key, said.fault);
      continue;
    }
    const existing = stored.get(nameOf(said));
    const isKept = existing !== undefined && keptByFiles?.has(existing.id) === true;
    const outcome = planning.state(table, said, existing, isKept);
    if (typeof outcome === 'string') row.outcome = outcome;
    else sheet.refuse(row, at, outcome);
  }
}
