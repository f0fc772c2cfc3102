// What a database holds, so that two moments of it can be compared.
import { createHash } from 'node:crypto';
import type { Dialect } from '../../../db/columns.ts';
import { type Engine, schemaCount, tablesAfter } from './old-database.ts';

export interface State {
  readonly migrations: number;
  readonly schema: string;
  /** Of every table of the old schema, the columns that the present one still has. */
  readonly rows: string;
}

const SCHEMA: Readonly<Record<Dialect, string>> = {
  sqlite: `select type, name, tbl_name, sql from sqlite_master where name not like 'sqlite_%' order by type, name`,
  postgres: `select table_name, column_name, data_type, is_nullable, collation_name, column_default
    from information_schema.columns where table_schema = 'public'
    union all select tablename, indexname, indexdef, '', '', '' from pg_indexes where schemaname = 'public'
    order by 1, 2`,
};

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** `count`: the migrations of the schema whose tables are looked into. */
export async function stateOf(engine: Engine, dialect: Dialect, count: number): Promise<State> {
  const [applied] = await engine.rows('select count(*) as n from applied_migrations');
  const rows: unknown[] = [];
  const present = new Map(
    tablesAfter(dialect, schemaCount(dialect)).map((table) => [table.name, table.columns]),
  );
  for (const { name, columns } of tablesAfter(dialect, count)) {
    const kept = Object.keys(columns).filter((column) => present.get(name)?.[column] !== undefined);
    if (kept.length === 0) continue;
    const names = kept.map((column) => `"${column}"`);
    rows.push(
      await engine.rows(
        `select ${names.join(', ')} from "${name}" order by ${names[0]}, ${names[1] ?? names[0]}`,
      ),
    );
  }
  return {
    migrations: Number(applied!['n']),
    schema: hashOf(await engine.rows(SCHEMA[dialect])),
    rows: hashOf(rows),
  };
}
