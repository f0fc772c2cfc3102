// What the product notes about its own work: the audit trail, answers given, long jobs, local parameter values.
import type { ParameterId } from '../../scoring/index.ts';
import type { Kit } from '../columns.ts';

export type JobState = 'running' | 'done' | 'failed';
export type PolicyValueState = 'proposed' | 'adopted' | 'refused';

/** One entry an act. */
const auditTables = ({ c, table, index, unique }: Kit) => {
  const auditEntries = table(
    'audit_entries',
    {
      id: c.id(),
      at: c.instant('at').notNull(),
      actor: c.text('actor').notNull(),
      duty: c.text('duty').notNull(),
      deed: c.text('deed').notNull(),
      subject: c.text('subject').notNull(),
      reason: c.text('reason'),
      oldHash: c.text('old_hash'),
      newHash: c.text('new_hash'),
    },
    (t) => [
      index('audit_entries_subject').on(t.subject, t.at, t.id),
      index('audit_entries_actor').on(t.actor, t.at, t.id),
      index('audit_entries_at').on(t.at, t.id),
    ],
  );
  const auditChanges = table(
    'audit_changes',
    {
      entryId: c
        .text('entry_id')
        .notNull()
        .references(() => auditEntries.id),
      position: c.int('position').notNull(),
      tableName: c.text('table_name').notNull(),
      rowId: c.text('row_id').notNull(),
      oldHash: c.text('old_hash'),
      newHash: c.text('new_hash'),
    },
    (t) => [
      unique('audit_changes_position').on(t.entryId, t.position),
      index('audit_changes_row').on(t.tableName, t.rowId),
    ],
  );
  return { auditEntries, auditChanges };
};

const answerTable = ({ c, table, primaryKey }: Kit) =>
  table(
    'idempotency',
    {
      actor: c.text('actor').notNull(),
      key: c.text('key').notNull(),
      route: c.text('route').notNull(),
      requestHash: c.text('request_hash').notNull(),
      status: c.int('status').notNull(),
      response: c.text('response').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [primaryKey({ columns: [t.actor, t.key] })],
  );

export const operationTables = (kit: Kit) => {
  const { c, table, index } = kit;
  const jobs = table(
    'jobs',
    {
      id: c.id(),
      kind: c.text('kind').notNull(),
      state: c.text<JobState>('state').notNull(),
      done: c.int('done').notNull(),
      total: c.int('total').notNull(),
      startedBy: c.text('started_by').notNull(),
      startedAt: c.instant('started_at').notNull(),
      endedAt: c.instant('ended_at'),
      problem: c.text('problem'),
    },
    (t) => [index('jobs_starter').on(t.startedBy, t.startedAt)],
  );
  /** Dated local values laid over the built-in parameters. */
  const policyValues = table(
    'policy_values',
    {
      id: c.id(),
      parameter: c.text<ParameterId>('parameter').notNull(),
      fromOn: c.day('from_on').notNull(),
      value: c.int('value').notNull(),
      cite: c.text('cite').notNull(),
      state: c.text<PolicyValueState>('state').notNull(),
      proposedBy: c.text('proposed_by').notNull(),
      proposedAt: c.instant('proposed_at').notNull(),
      decidedBy: c.text('decided_by'),
      decidedAt: c.instant('decided_at'),
    },
    (t) => [index('policy_values_parameter').on(t.parameter, t.fromOn)],
  );
  return { ...auditTables(kit), idempotency: answerTable(kit), jobs, policyValues };
};
