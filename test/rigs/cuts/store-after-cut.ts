// What must be true of a store after its process was cut off: every acknowledged change is there, no act is half there.
import { createHash } from 'node:crypto';
import type { PgTable } from 'drizzle-orm/pg-core';
import { hashOfRow } from '../../../db/audit-entry.ts';
import { verifyStore } from '../../../db/audit-log/verify.ts';
import { openConnection } from '../../../db/open-sqlite.ts';
import type { Store } from '../../../db/store.ts';
import type { Row } from '../../../db/tables/index.ts';
import type { Acknowledged } from './office-work.ts';

export interface Found {
  readonly lost: readonly string[];
  readonly half: readonly string[];
  readonly doubled: readonly string[];
  readonly corrupt: readonly string[];
}

/** The structure of an SQLite file, as the engine itself judges it. */
export function corruptionOf(file: string): string[] {
  const client = openConnection(file, 'read');
  try {
    const said = client.pragma('integrity_check', { simple: true });
    const orphans = client.pragma('foreign_key_check') as unknown[];
    return [...(said === 'ok' ? [] : [String(said)]), ...orphans.map((orphan) => JSON.stringify(orphan))];
  } finally {
    client.close();
  }
}

export async function lookInto(store: Store, told: readonly Acknowledged[]): Promise<Omit<Found, 'corrupt'>> {
  const { read, tables } = store;
  const all = {
    accounts: await read.select().from(tables.accounts),
    proposals: await read.select().from(tables.grantProposals),
    lines: await read.select().from(tables.grantProposalLines),
    grants: await read.select().from(tables.grants),
    answers: await read.select().from(tables.idempotency),
  };
  return {
    lost: lostOf(told, all),
    half: await halfActs(store),
    doubled: doublesOf(all),
  };
}

interface All {
  readonly accounts: readonly Row<'accounts'>[];
  readonly proposals: readonly Row<'grantProposals'>[];
  readonly lines: readonly Row<'grantProposalLines'>[];
  readonly grants: readonly Row<'grants'>[];
  readonly answers: readonly Row<'idempotency'>[];
}

const countBy = <T>(rows: readonly T[], key: (row: T) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return counts;
};

function lostOf(told: readonly Acknowledged[], all: All): string[] {
  const answers = new Map(all.answers.map((row) => [`${row.actor} ${row.key}`, row]));
  const staffNos = new Set(all.accounts.map(({ staffNo }) => staffNo));
  const byReason = new Map(all.proposals.map((row) => [row.reason, row]));
  const byId = new Map(all.proposals.map((row) => [row.id, row]));
  const linesOf = countBy(all.lines, ({ proposalId }) => proposalId);
  const grantsOf = countBy(all.grants, ({ proposalId }) => proposalId ?? '');
  const isThere: Record<Acknowledged['deed'], (mark: string) => boolean> = {
    accounts: (staffNo) => staffNos.has(staffNo),
    proposal: (reason) => linesOf.get(byReason.get(reason)?.id ?? '') === 2,
    decision: (id) => byId.get(id)?.state === 'granted' && grantsOf.get(id) === 2,
  };
  return told.flatMap(({ deed, visitor, key, marks, text }) => {
    const answer = answers.get(`${visitor.accountId} ${key}`);
    const isAnswered =
      text === null ? answer !== undefined : answer?.status === 200 && answer.response === text;
    return isAnswered && marks.every(isThere[deed]) ? [] : [`${key} (${deed})`];
  });
}

const doublesOf = ({ proposals, grants }: All): string[] =>
  [
    ...countBy(proposals, ({ reason }) => reason),
    ...countBy(
      grants.filter(({ proposalId }) => proposalId !== null),
      ({ proposalId, accountId }) => `${proposalId} ${accountId}`,
    ),
  ]
    .filter(([, count]) => count > 1)
    .map(([name, count]) => `${name}: ${count} times`);

const folded = (hashes: readonly (string | null)[]): string | null =>
  hashes.every((hash) => hash === null)
    ? null
    : createHash('sha256')
        .update(hashes.map((hash) => hash ?? '').join('\n'))
        .digest('hex');

/** Entries whose rows are not all there, and rows that no entry brought. */
async function halfActs(store: Store): Promise<string[]> {
  const { read, tables } = store;
  const entries = await read.select().from(tables.auditEntries);
  const changes = await read.select().from(tables.auditChanges);
  const ofEntry = Map.groupBy(changes, ({ entryId }) => entryId);
  const half = entries.flatMap(({ id, deed, oldHash, newHash }) => {
    const own = (ofEntry.get(id) ?? []).toSorted((a, b) => a.position - b.position);
    const isWhole =
      own.length > 0 &&
      own.every(({ position }, i) => position === i) &&
      folded(own.map((change) => change.oldHash)) === oldHash &&
      folded(own.map((change) => change.newHash)) === newHash;
    return isWhole ? [] : [`${deed} ${id}: its changes are not all there`];
  });
  const ofTable = Map.groupBy(changes, ({ tableName }) => tableName);
  const audited: readonly (readonly [string, PgTable])[] = [
    ['accounts', tables.accounts],
    ['grants', tables.grants],
    ['grant_proposals', tables.grantProposals],
    ['grant_proposal_lines', tables.grantProposalLines],
    ['sessions', tables.sessions],
  ];
  for (const [name, table] of audited) {
    const rows = (await read.select().from(table)) as { id: string }[];
    half.push(...differences(name, rows, ofTable.get(name) ?? []));
  }
  const { faults } = await verifyStore(store);
  half.push(...faults.map((fault) => `the log: ${JSON.stringify(fault)}`));
  return half;
}

type Change = Pick<Row<'auditChanges'>, 'rowId' | 'oldHash' | 'newHash'>;

/** A row is what its last change left: the one hash that no later change began with. */
function differences(table: string, rows: readonly { id: string }[], changes: readonly Change[]): string[] {
  const here = new Map(rows.map((row) => [row.id, hashOfRow(row)]));
  const wrong: string[] = [];
  for (const [rowId, own] of Map.groupBy(changes, (change) => change.rowId)) {
    const begun = new Set(own.map(({ oldHash }) => oldHash));
    const last = own.map(({ newHash }) => newHash).filter((hash) => !begun.has(hash));
    if (last.length !== 1 || last[0] !== here.get(rowId))
      wrong.push(`${table} ${rowId} is not as its entry says`);
    here.delete(rowId);
  }
  return [...wrong, ...[...here.keys()].map((id) => `${table} ${id} has no entry`)];
}
