// What the first version hashed differently: the columns that could be empty then entered a row's hash as nulls.
// Every value that is there enters either way, so no two rows share a hash.
import { hash } from 'node:crypto';
import { storedJson } from './stored-json.ts';

const FACT = 'batchId withdrawnAt confirmedAt confirmedBy supersedesId';
const NULLS: Readonly<Record<string, string>> = {
  accounts: 'cadreId passwordHash slipHash slipExpiresAt batchId withdrawnAt',
  appointments: 'rank toOn batchId withdrawnAt',
  cadres: 'citizenIdSealed citizenIdLookup phoneSealed rank cadreSince retiresOn batchId withdrawnAt',
  conduct_records: `code quality countsOn notifiedOn severity responsibility level role cause factId documentNo ${FACT}`,
  constraints: `source measure effectiveOn ground months openedOn closedOn leaveType fromOn toOn year documentNo ${FACT}`,
  dimension_scores: FACT,
  grant_proposal_lines: 'unitId untilOn',
  grant_proposals: 'decidedBy decidedAt batchId',
  grants: 'unitId untilOn proposalId endedAt',
  import_batches: 'year confirmedBy confirmedAt undoneBy undoneAt reason',
  jobs: 'endedAt problem',
  measures: FACT,
  past_grades: FACT,
  policy_values: 'decidedBy decidedAt',
  pools: 'mergeIntoId',
  posts: 'rank batchId withdrawnAt',
  quarter_grades: FACT,
  review_findings: FACT,
  runs: 'supersededBy',
  sessions: 'endedAt',
  tie_decisions: 'supersededBy',
  unit_grades: `unitGrade partyBuildingGrade ${FACT}`,
  units: 'parentId batchId withdrawnAt',
};

/** Tables whose rows the first version left out of the audit trail, or named by half their key. */
export const UNNAMED_BEFORE = ['idempotency', 'run_results'];

/** The hash that the first version took of the row. */
export function firstHashOfRow(table: string, row: object): string {
  const nulls = (NULLS[table] ?? '').split(' ').filter((name) => name !== '');
  const values = Object.entries(row).filter(([, value]) => value !== null);
  return hash('sha256', storedJson(Object.fromEntries([...nulls.map((name) => [name, null]), ...values])));
}
