import { kitOf, type Dialect } from '../columns.ts';
import { accountTables } from './accounts.ts';
import { conductTables } from './conduct.ts';
import { figureTables } from './figures.ts';
import { importTables } from './imports.ts';
import { operationTables } from './operations.ts';
import { rosterTables } from './roster.ts';
import { runTables } from './runs.ts';
import { yearTables } from './years.ts';

export const tablesOf = (dialect: Dialect) => {
  const kit = kitOf(dialect);
  const imports = importTables(kit);
  const roster = rosterTables(kit, imports);
  const years = yearTables(kit, roster);
  return {
    ...imports,
    ...roster,
    ...accountTables(kit, imports, roster),
    ...years,
    ...figureTables(kit, { imports, roster, years }),
    ...conductTables(kit, imports, roster),
    ...runTables(kit, roster, years),
    ...operationTables(kit),
  };
};
export type Tables = ReturnType<typeof tablesOf>;
/** A row of a table as it is stored: Row<'cadres'>. */
export type Row<T extends keyof Tables> = Tables[T]['$inferSelect'];
