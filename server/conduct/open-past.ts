// 以前的决定: an inaction found before the product comes in as a file of its own, told to the person, answered, and
// accepted by somebody else before it weighs (procedures.md section 3, `import_past`).
import { cadreById } from '../../db/queries/roster.ts';
import { addRows } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import { carry } from '../procedures/carry.ts';
import type { InTx } from '../procedures/file-kind.ts';
import { eventOf } from '../procedures/machines.ts';
import { inactionTitle } from './inaction-title.ts';
import { becauseOfPast } from './past-grounds.ts';

type Record_ = Row<'conductRecords'>;

/** A finding that takes something from a person; what weighs nothing, or speaks for him, needs no file. */
export const weighsAgainst = ({ ledger, finding }: Pick<Record_, 'ledger' | 'finding'>): boolean =>
  ledger === 'inaction' && (finding === 'upheld' || finding === 'mitigated');

/** One enters it, another has compared it with the original: the two signatures of `import_past`. */
interface By {
  readonly enteredBy: string;
  readonly confirmedBy: string;
}

/** Opens the file of a past decision; its record counts for nothing from here until the file is final. */
export async function openPast(within: InTx, record: Record_, by: By): Promise<void> {
  const { tx, changed, tables, here, kind } = within;
  const { cadreId, code, severity, responsibility, cause, conditions } = record;
  const { unitId } = (await cadreById(tx, tables, cadreId))!;
  const file: Row<'files'> = {
    ...{ id: here.newId('file'), machine: kind.machine.name, state: kind.machine.start, version: 1 },
    ...{ cadreId, unitId, title: inactionTitle(code!) },
    ...{ enteredAt: here.now(), openedBy: by.enteredBy, openedAt: here.now() },
  };
  const said: Row<'inactionFiles'> = {
    ...{ fileId: file.id, cadreId, code: code!, occurredOn: record.occurredOn, recordId: record.id },
    ...{ source: 'other' as const, summary: record.summary, factId: record.factId },
    ...{ documentNo: record.documentNo, complainantSealed: null, version: 1 },
    ...{ severity: null, responsibility: null, cause: null, conditions: [], grounds: null },
    ...{ isMitigated: false, isPast: true },
  };
  await addRows(tx, changed, tables.files, [file]);
  await addRows(tx, changed, tables.inactionFiles, [said]);
  await carry(within, file, {
    event: eventOf(kind.machine, file.state, 'import_past')!,
    ...{ actor: by.enteredBy, principal: 'hr', countersignedBy: by.confirmedBy },
    reason: becauseOfPast(record.documentNo),
    data: {
      ...{ severity, responsibility, cause, conditions },
      isMitigated: record.finding === 'mitigated',
    },
  });
}
