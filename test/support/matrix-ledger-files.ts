// Records of inaction and exemptions for the matrix: what their own tables hold, and who may know that they are there.
import type { Row } from '../../db/tables/index.ts';
import { answersFor } from './conduct-data.ts';
import { type Cell, isNamed, reaches } from './matrix-cells.ts';
import type { StagedFile } from './matrix-files.ts';
import { HOME, subjectOf } from './matrix-stage.ts';
import { NOON } from './rows.ts';

/** Known to the person concerned and the file’s officers; a final record to whoever may read such records. */
export function seesLedgerFile(machine: 'inaction' | 'exemption', state: string, cell: Cell): boolean {
  if (!reaches(machine === 'inaction' ? 'inaction.read' : 'exemption.read', cell, 'personFile')) return false;
  const isPublic = machine === 'inaction' && ['final', 'final_expired'].includes(state);
  const isOfficer = isNamed(cell) || reaches('file.assign', cell, 'personFile');
  return isPublic || cell.relation === 'self' || isOfficer;
}

const DAY_MS = 86_400_000;
/** The time to answer that a favour prolongs. */
export const windowRow = ({ id, version }: StagedFile): Row<'clocks'> => ({
  ...{ id: `clk_${id}`, fileId: id, kind: 'window_over', dueAt: NOON + 10 * DAY_MS, fileVersion: version },
  ...{ state: 'pending', pendingId: null, setAt: NOON, firedAt: null, version: 1 },
});

type Inaction = Row<'inactionFiles'>;
const found: Pick<Inaction, 'severity' | 'responsibility' | 'grounds'> = {
  ...{ severity: 'general', responsibility: 'direct' },
  grounds: { severity: '情节一般', responsibility: '直接经办', cause: null, conditions: {} },
};
const unverified: typeof found = { severity: null, responsibility: null, grounds: null };
export const inactionRow = ({ id, cell }: Pick<StagedFile, 'id' | 'cell'>, state: string): Inaction => ({
  ...{ fileId: id, cadreId: subjectOf(cell).cadreId, code: '2.1', occurredOn: '2026-05-03', version: 1 },
  ...{ source: 'inspection', summary: '虚构的问题', factId: null, documentNo: '示例纪〔2025〕9号' },
  ...{ recordId: null, complainantSealed: null, isMitigated: false, isPast: state.startsWith('past') },
  ...{ cause: null, conditions: [] },
  ...(['draft', 'lead'].includes(state) ? unverified : found),
});

/** The record that waits for an exemption. */
export const recordIdOf = (id: string): string => `${id}_rec`;
export const heldRow = ({ id, cell }: StagedFile): Row<'files'> => ({
  ...{ id: recordIdOf(id), machine: 'inaction', state: 'held', version: 1, enteredAt: NOON, openedAt: NOON },
  ...{ unitId: HOME, cadreId: subjectOf(cell).cadreId, title: '2.1', openedBy: 'acc_elsewhere' },
});
export const exemptionRow = ({ id, state }: StagedFile): Row<'exemptions'> => ({
  ...{ fileId: id, inactionFileId: recordIdOf(id), situation: '1a', statement: '虚构的经过', version: 1 },
  ...{ process: '虚构的程序', pilotId: null, ruleTextId: null, answers: answersFor('1a') },
  ...{ considerations: {}, proposed: null, redLines: null, outcome: null, decidedOn: null, dissent: null },
  ...{ correctionReport: null, correctedAt: null },
  ...(state === 'exempt_final'
    ? { correction: '整改制度（虚构）', correctBy: '2027-06-30' }
    : { correction: null, correctBy: null }),
});
