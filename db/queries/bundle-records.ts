// Conduct and constraints as the bundle of `evaluate` writes them: each kind with its own fields only.
// A record crosses as a tuple in the order of its columns; a column is nullable only for the sake of other kinds.
import type {
  Constraint,
  Discipline,
  Inaction,
  InactionFinding,
  Initiative,
  InitiativeFinding,
} from '../../scoring/index.ts';
import type { Packed } from '../columns.ts';
import type { Tables } from '../tables/index.ts';

// oxfmt-ignore
export const conductColumns = ({ conductRecords: c }: Tables) =>
  [
    c.id, c.ledger, c.occurredOn, c.countsOn, c.factId, c.finding,
    c.area, c.quality, c.level, c.role,
    c.code, c.notifiedOn, c.severity, c.responsibility, c.conditions, c.cause,
  ] as const;

// oxfmt-ignore
export function bundleConduct([
    id, kind, occurredOn, countsOn, factId, finding,
    area, quality, level, role,
    code, notifiedOn, severity, responsibility, conditions, cause,
  ]: Packed<ReturnType<typeof conductColumns>>,
): Inaction | Initiative {
  if (kind === 'initiative') {
    return {
      id, kind, area, occurredOn, countsOn, factId,
      quality: told(id, 'quality', quality),
      level: told(id, 'level', level),
      role: told(id, 'role', role),
      finding: finding as InitiativeFinding,
    };
  }
  return {
    id, kind, occurredOn, countsOn, factId, notifiedOn, conditions, cause,
    code: told(id, 'code', code),
    severity: told(id, 'severity', severity),
    responsibility: told(id, 'responsibility', responsibility),
    finding: finding as InactionFinding,
  };
}

// oxfmt-ignore
export const constraintColumns = ({ constraints: d }: Tables) =>
  [
    d.id, d.kind, d.fromOn, d.toOn, d.year, d.leaveType, d.openedOn, d.closedOn,
    d.source, d.measure, d.effectiveOn, d.ground, d.months,
  ] as const;

// oxfmt-ignore
export function bundleConstraint([
    id, kind, from, to, year, leaveType, openedOn, closedOn,
    source, measure, effectiveOn, ground, months,
  ]: Packed<ReturnType<typeof constraintColumns>>,
): Constraint {
  switch (kind) {
    case 'discipline':
      // Source and measure are stored as a pair that fits.
      return {
        id, kind, ground, months,
        source: told(id, 'source', source),
        measure: told(id, 'measure', measure),
        effectiveOn: told(id, 'effectiveOn', effectiveOn),
      } as Discipline;
    case 'investigation':
      return { kind, openedOn: told(id, 'openedOn', openedOn), closedOn };
    case 'leave':
      return { kind, type: told(id, 'leaveType', leaveType), from: told(id, 'from', from), to: told(id, 'to', to) };
    case 'recruitProbation':
      return { kind, from: told(id, 'from', from), to: told(id, 'to', to) };
    case 'refusedAppraisal':
      return { kind, year: told(id, 'year', year) };
  }
}

/** A field that every record of this kind has. */
function told<V>(id: string, field: string, value: V | null): V {
  if (value === null) throw new Error(`record ${id} has no ${field}`);
  return value;
}
