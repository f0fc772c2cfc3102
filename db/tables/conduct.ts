import type {
  Area,
  BehaviourCode,
  Cause,
  Condition,
  Constraint,
  DisciplineMeasure,
  DisciplineSource,
  Ground,
  InactionFinding,
  InitiativeFinding,
  InitiativeRole,
  LeaveType,
  Level,
  Quality,
  Responsibility,
  Severity,
} from '../../scoring/index.ts';
import type { Kit } from '../columns.ts';
import type { ImportTables } from './imports.ts';
import { fact, factRules } from './provenance.ts';
import type { RosterTables } from './roster.ts';

export type Ledger = 'inaction' | 'initiative';

/** The double ledger. What only one side has is null on the other. */
const ledgerTable = (kit: Kit, imports: ImportTables, { cadres }: RosterTables) => {
  const { c, table, index } = kit;
  return table(
    'conduct_records',
    {
      id: c.id(),
      cadreId: c
        .text('cadre_id')
        .notNull()
        .references(() => cadres.id),
      ledger: c.text<Ledger>('ledger').notNull(),
      code: c.text<BehaviourCode>('code'),
      area: c.int('area').$type<Area>().notNull(),
      quality: c.text<Quality>('quality'),
      occurredOn: c.day('occurred_on').notNull(),
      countsOn: c.day('counts_on'),
      notifiedOn: c.day('notified_on'),
      severity: c.text<Severity>('severity'),
      responsibility: c.text<Responsibility>('responsibility'),
      level: c.text<Level>('level'),
      role: c.text<InitiativeRole>('role'),
      finding: c.text<InactionFinding | InitiativeFinding>('finding').notNull(),
      conditions: c.json<Condition[]>('conditions').notNull(),
      cause: c.text<Cause>('cause'),
      factId: c.text('fact_id'),
      documentNo: c.text('document_no'),
      summary: c.text('summary').notNull(),
      /** Since when it weighs, or weighs no longer: a result computed before does not hold any more. */
      weighedAt: c.instant('weighed_at'),
      ...fact(kit, imports),
    },
    (t) => [
      index('conduct_records_cadre').on(t.cadreId, t.occurredOn),
      ...factRules(kit, 'conduct_records', t),
    ],
  );
};

/** Disciplines, investigations, leave, probation, refused appraisals: what a score cannot buy. */
const constraintTable = (kit: Kit, imports: ImportTables, { cadres }: RosterTables) => {
  const { c, table, index } = kit;
  return table(
    'constraints',
    {
      id: c.id(),
      cadreId: c
        .text('cadre_id')
        .notNull()
        .references(() => cadres.id),
      kind: c.text<Constraint['kind']>('kind').notNull(),
      source: c.text<DisciplineSource>('source'),
      measure: c.text<DisciplineMeasure>('measure'),
      effectiveOn: c.day('effective_on'),
      ground: c.text<Ground>('ground'),
      months: c.int('months'),
      openedOn: c.day('opened_on'),
      closedOn: c.day('closed_on'),
      leaveType: c.text<LeaveType>('leave_type'),
      fromOn: c.day('from_on'),
      toOn: c.day('to_on'),
      year: c.int('year'),
      documentNo: c.text('document_no'),
      ...fact(kit, imports),
    },
    (t) => [index('constraints_cadre').on(t.cadreId), ...factRules(kit, 'constraints', t)],
  );
};

export const conductTables = (kit: Kit, imports: ImportTables, roster: RosterTables) => ({
  conductRecords: ledgerTable(kit, imports, roster),
  constraints: constraintTable(kit, imports, roster),
});
export type ConductTables = ReturnType<typeof conductTables>;
