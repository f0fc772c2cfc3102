// Whose rows somebody else has to enter and confirm.
import type { BatchKind } from '../../db/tables/imports.ts';
import type { Actor } from '../permissions/actor.ts';

/** Kinds in which every row is a finding about somebody; figures and rosters hold the whole school, their clerk included. */
const OF_FINDINGS: readonly BatchKind[] = ['conduct', 'constraints'];

/** Kin and conflicts; of findings also the person himself. */
export function standsBackFrom(
  { cadreId, recused = new Set() }: Actor,
  kind: BatchKind,
): ReadonlySet<string> {
  return cadreId !== null && OF_FINDINGS.includes(kind) ? new Set([...recused, cadreId]) : recused;
}
