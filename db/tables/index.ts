import { kitOf, type Dialect } from '../columns.ts';
import { accountTables } from './accounts.ts';
import { conductFileTables } from './conduct-files.ts';
import { conductTables } from './conduct.ts';
import { figureTables } from './figures.ts';
import { importTables } from './imports.ts';
import { logTables } from './log.ts';
import { meetingTables } from './meetings.ts';
import { noticeTables } from './notices.ts';
import { operationTables } from './operations.ts';
import { correctionTables, pilotTables } from './pilots.ts';
import { procedureTables } from './procedures.ts';
import { rosterTables } from './roster.ts';
import { runTables } from './runs.ts';
import { trustTables } from './trust.ts';
import { yearFileTable, yearTables } from './years.ts';

export const tablesOf = (dialect: Dialect) => {
  const kit = kitOf(dialect);
  const imports = importTables(kit);
  const roster = rosterTables(kit, imports);
  const accounts = accountTables(kit, imports, roster);
  const years = yearTables(kit, roster);
  const procedures = procedureTables(kit, { roster, accounts });
  const conduct = conductTables(kit, imports, roster);
  return {
    ...imports,
    ...roster,
    ...accounts,
    ...years,
    ...figureTables(kit, { imports, roster, years }),
    ...conduct,
    ...runTables(kit, roster, years),
    ...operationTables(kit),
    ...logTables(kit),
    ...procedures,
    ...meetingTables(kit, { accounts, procedures }),
    ...pilotTables(kit, procedures),
    ...correctionTables(kit, procedures, roster),
    ...conductFileTables(kit, { roster, procedures, conduct }),
    ...noticeTables(kit, { accounts, procedures }),
    ...yearFileTable(kit, { years, procedures }),
    ...trustTables(kit, roster),
  };
};
export type Tables = ReturnType<typeof tablesOf>;
/** A row of a table as it is stored: Row<'cadres'>. */
export type Row<T extends keyof Tables> = Tables[T]['$inferSelect'];
