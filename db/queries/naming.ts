// Who is named in files, and what the people who are, or could be, stand for: read for many files at once.
import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import { inChunks } from '../rows.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import { inStates, type States } from './meetings.ts';
import { decidersIn } from './procedure-files.ts';

/** Files of any machine in some of its states, the one that waits longest first. */
export async function filesInStates(
  db: Db,
  tables: Tables,
  { wanted, limit }: { wanted: readonly States[]; limit: number },
): Promise<Row<'files'>[]> {
  const { files } = tables;
  const these = inStates(tables, wanted);
  if (these === undefined) return [];
  return db.select().from(files).where(these).orderBy(asc(files.enteredAt), asc(files.id)).limit(limit);
}

/** Somebody named in a file now. */
export type Named = Pick<Row<'assignments'>, 'fileId' | 'accountId' | 'principal'>;
/** Something somebody did in a file. */
export type Done = Pick<
  Row<'fileEvents'>,
  'fileId' | 'event' | 'fromState' | 'toState' | 'duty' | 'actor' | 'countersignedBy'
>;

/** Files in some states that name an account as somebody now, the one that waits longest first. */
export async function filesNaming(
  db: Db,
  tables: Tables,
  { accountId, principal, wanted }: { accountId: string; principal: string; wanted: readonly States[] },
): Promise<Row<'files'>[]> {
  const { files, assignments: a } = tables;
  const these = inStates(tables, wanted);
  if (these === undefined) return [];
  const names = and(eq(a.accountId, accountId), eq(a.principal, principal), isNull(a.endedAt));
  const rows = await db
    .select({ file: files })
    .from(a)
    .innerJoin(files, eq(files.id, a.fileId))
    .where(and(names, these))
    .orderBy(asc(files.enteredAt), asc(files.id));
  return rows.map(({ file }) => file);
}

/** In what kinds of file an account is named now, by their machines, and as what. */
export async function namedAs(
  db: Db,
  { files, assignments: a }: Tables,
  accountId: string,
): Promise<{ machine: string; principal: string }[]> {
  return db
    .selectDistinct({ machine: files.machine, principal: a.principal })
    .from(a)
    .innerJoin(files, eq(files.id, a.fileId))
    .where(and(eq(a.accountId, accountId), isNull(a.endedAt)))
    .orderBy(asc(files.machine), asc(a.principal));
}

export async function namedInFiles(
  db: Db,
  { assignments: a }: Tables,
  fileIds: readonly string[],
): Promise<Named[]> {
  const found: Named[] = [];
  for (const some of inChunks(fileIds))
    found.push(
      ...(await db
        .select({ fileId: a.fileId, accountId: a.accountId, principal: a.principal })
        .from(a)
        .where(and(inArray(a.fileId, [...some]), isNull(a.endedAt)))
        .orderBy(asc(a.assignedAt), asc(a.id))),
    );
  return found;
}

export async function doneInFiles(
  db: Db,
  { fileEvents: e }: Tables,
  fileIds: readonly string[],
): Promise<Done[]> {
  const found: Done[] = [];
  for (const some of inChunks(fileIds))
    found.push(
      ...(await db
        .select({
          ...{ fileId: e.fileId, event: e.event, fromState: e.fromState, toState: e.toState },
          ...{ duty: e.duty, actor: e.actor, countersignedBy: e.countersignedBy },
        })
        .from(e)
        .where(inArray(e.fileId, [...some]))
        .orderBy(asc(e.fileId), asc(e.version))),
    );
  return found;
}

/** Who took part in the decisions of meetings on files. */
export async function satOnFiles(db: Db, tables: Tables, fileIds: readonly string[]) {
  const found: Awaited<ReturnType<typeof decidersIn>> = [];
  for (const some of inChunks(fileIds)) found.push(...(await decidersIn(db, tables, some)));
  return found;
}

/** The offices that accounts hold on a day; one that is locked or gone holds none. */
export async function officesOn(
  db: Db,
  { grants, accounts }: Tables,
  { accountIds, day }: { accountIds: readonly string[]; day: string },
): Promise<Pick<Row<'grants'>, 'accountId' | 'role'>[]> {
  const found: Pick<Row<'grants'>, 'accountId' | 'role'>[] = [];
  for (const some of inChunks([...new Set(accountIds)]))
    found.push(
      ...(await db
        .select({ accountId: grants.accountId, role: grants.role })
        .from(grants)
        .innerJoin(accounts, eq(accounts.id, grants.accountId))
        .where(
          and(
            inArray(grants.accountId, [...some]),
            lte(grants.fromOn, day),
            or(isNull(grants.untilOn), gte(grants.untilOn, day)),
            isNull(grants.endedAt),
            isNull(accounts.withdrawnAt),
            inArray(accounts.state, ['created', 'active']),
          ),
        )
        .orderBy(asc(grants.id))),
    );
  return found;
}
