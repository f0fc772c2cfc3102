// The two files side by side: claiming opens the exemption's, and its end moves the record on.
import { inactionOf } from '../../db/queries/conduct-files.ts';
import { addRows } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import { behaviours } from '../../scoring/index.ts';
import { follow } from '../procedures/carry.ts';
import { startClocks } from '../procedures/clocks.ts';
import type { Effect } from '../procedures/file-kind.ts';

/** By which event of the record each end of an exemption is told. */
export const ENDS: Readonly<Record<string, string>> = {
  exempt_final: 'exemption_granted',
  mitigated_final: 'exemption_mitigated',
  refused_final: 'exemption_refused',
  not_accepted: 'exemption_ended',
  withdrawn: 'exemption_ended',
};

/** The applicant's draft; the record waits for its end. */
export const openClaim: Effect = async (work) => {
  const { tx, changed, tables, here, file, event } = work;
  const kind = here.kinds.get('exemption')!;
  const { code } = (await inactionOf(tx, tables, file.id))!;
  const opened: Row<'files'> = {
    ...{ id: here.newId('file'), machine: kind.machine.name, state: kind.machine.start },
    ...{ cadreId: file.cadreId, unitId: file.unitId, version: 1 },
    title: `免责申请：${behaviours[code].zh}`,
    // What came on paper is the person's own claim: whoever compared it keeps the draft for him.
    ...{ openedBy: event.actor, openedAt: here.now(), enteredAt: here.now() },
  };
  const row: Row<'exemptions'> = {
    ...{ fileId: opened.id, inactionFileId: file.id, situation: null, statement: '', process: '' },
    ...{ pilotId: null, ruleTextId: null, answers: {}, considerations: {}, proposed: null, redLines: null },
    ...{ outcome: null, decidedOn: null, dissent: null, correction: null, correctBy: null },
    ...{ correctionReport: null, correctedAt: null, version: 1 },
  };
  await addRows(tx, changed, tables.files, [opened]);
  await addRows(tx, changed, tables.exemptions, [row]);
  await startClocks({ ...work, kind }, opened, 'entry');
};

/** The record goes on as soon as its exemption has ended. */
export const tellRecord =
  (inactionFileOf: (work: Parameters<Effect>[0]) => Promise<string>): Effect =>
  async (work) => {
    const told = ENDS[work.file.state];
    if (told !== undefined) await follow(work, await inactionFileOf(work), told, work.event.reason);
  };
