// Files for the matrix: one for every cell and deed, so that what one does leaves the others as they were.
import { addRows } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import { type About, type Cell, isNamed, isOfferedTo, reaches } from './matrix-cells.ts';
import {
  exemptionRow,
  heldRow,
  inactionRow,
  recordIdOf,
  seesLedgerFile,
  windowRow,
} from './matrix-ledger-files.ts';
import { accountOf, HOME, type MatrixStage, subjectOf } from './matrix-stage.ts';
import { NOON } from './rows.ts';
import { act } from './store.ts';

export type MachineName = 'pilot' | 'correction' | 'initiative' | 'inaction' | 'exemption';
export interface Wanted {
  readonly machine: MachineName;
  readonly state: string;
  readonly cell: Cell;
  /** Opened by the cell's own account: drafts are their author's alone. */
  readonly isOwn?: boolean;
}
/** A file and everything that lies in it, by ids that follow from its own. */
export interface StagedFile extends Wanted {
  readonly id: string;
  readonly pendingId: string;
  readonly deliveryId: string;
  readonly evidenceId: string;
  readonly assignmentId: string;
  readonly version: number;
}

export const aboutOf = (machine: MachineName): About => (machine === 'pilot' ? 'unitFile' : 'personFile');

/** Offices that handle corrections; who asked reads his own. */
const READ_CORRECTION = [
  'profile.correction.request',
  'profile.update',
  'profile.correction.answer',
  'profile.citizen_id.read',
];
/** What of an initiative has been publicised: everybody's while it is, a challenger's afterwards. */
const PUBLICISED: Readonly<Record<string, string>> = {
  public_notice: 'notice.object',
  verified: 'initiative.challenge',
  verified_closed: 'initiative.challenge',
};
const isOfficerOf = (cell: Cell): boolean =>
  isNamed(cell) ||
  ['initiative.verify', 'file.assign'].some((permission) => reaches(permission, cell, 'personFile'));

function seesInitiative(state: string, cell: Cell): boolean {
  const whole = ['initiative.read', 'initiative.appeal.decide'].some((each) =>
    reaches(each, cell, 'personFile'),
  );
  const notice = PUBLICISED[state];
  if (notice !== undefined) return whole || reaches(notice, cell, 'personFile');
  return whole && (cell.relation === 'self' || isOfficerOf(cell));
}

/** Whether the file is there at all for whoever asks; who must stand back is told so, and sees no value. */
export function sees({ machine, state, cell, isOwn = false }: Wanted): boolean {
  if (isOwn) return true;
  if (state === 'draft' || state === 'withdrawn') return false;
  if (machine === 'pilot') return reaches('pilot.read', cell, 'unitFile');
  if (machine === 'initiative') return seesInitiative(state, cell);
  if (machine === 'inaction' || machine === 'exemption') return seesLedgerFile(machine, state, cell);
  return READ_CORRECTION.some((permission) => isOfferedTo(permission, cell, 'personFile'));
}

const VERSION = 2;
let count = 0;
const staged = (wanted: Wanted): StagedFile => {
  const id = `mxf_${String((count += 1)).padStart(6, '0')}`;
  const within = { pendingId: `pev_${id}`, deliveryId: `dlv_${id}`, evidenceId: `evi_${id}` };
  return { ...wanted, id, ...within, assignmentId: `asg_spare_${id}`, version: VERSION };
};

const TITLES = {
  ...{ pilot: '试点', correction: '更正职务', initiative: '勇于探索' },
  ...{ inaction: '2.1', exemption: '免责申请' },
};
const fileRow = ({ id, machine, state, cell, isOwn = false }: StagedFile): Row<'files'> => ({
  ...{ id, machine, state, version: VERSION, enteredAt: NOON, openedAt: NOON, unitId: HOME },
  cadreId: machine === 'pilot' ? null : subjectOf(cell).cadreId,
  title: TITLES[machine],
  openedBy: isOwn ? accountOf(cell) : 'acc_elsewhere',
});
const pilotRow = ({ id }: StagedFile): Row<'pilots'> => ({
  ...{ fileId: id, purpose: '虚构的试点', decision: '虚构的决定', riskAssessment: '虚构', limits: '虚构' },
  ...{ startsOn: '2027-02-01', endsOn: '2027-12-01', version: 1 },
});
const initiativeRow = ({ id, cell }: StagedFile): Row<'initiativeFiles'> => ({
  ...{ fileId: id, cadreId: subjectOf(cell).cadreId, area: 2, quality: 'explore', level: 'school' },
  ...{ role: 'lead', occurredOn: '2026-05-03', summary: '虚构的作为', factId: null, documentNo: null },
  ...{ recordId: null, version: 1 },
});
const correctionRow = ({ id, cell }: StagedFile, seal: (text: string) => string): Row<'corrections'> => ({
  ...{ fileId: id, cadreId: subjectOf(cell).cadreId, field: 'postTitle', basis: '任免文件', version: 1 },
  ...{ wantedSealed: seal('科长'), foundSealed: seal(`科长${id}`) },
});

const anEvent = (more: Partial<Row<'fileEvents'>> & { fileId: string }): Row<'fileEvents'> => ({
  ...{ id: '', version: VERSION, event: 'elsewhere', fromState: '', toState: '', actor: 'acc_elsewhere' },
  ...{ principal: 'hr_head', duty: null, countersignedBy: null, enteredBy: null, meetingId: null },
  ...{ at: NOON, reason: null, data: {}, evidenceHashes: [], ruleVersion: 'r' },
  ...more,
});
/** A notice was served by the event before; and whoever had a duty had it before that. */
const eventRows = ({ id: fileId, machine, state, cell }: StagedFile): Row<'fileEvents'>[] => [
  ...(cell.relation === 'conflictingDuty'
    ? [
        anEvent({
          ...{ id: `fev_duty_${fileId}`, fileId, version: 1, fromState: state, toState: state },
          ...{ actor: accountOf(cell), principal: cell.principal, duty: 'chk' },
        }),
      ]
    : []),
  anEvent({
    ...{ id: `fev_notice_${fileId}`, fileId, fromState: machine === 'pilot' ? state : 'verified' },
    ...{ event: machine === 'pilot' ? 'elsewhere' : 'keep', toState: state },
  }),
];
const namedAs = (accountId: string, principal: string, id: string, fileId: string): Row<'assignments'> => ({
  ...{ id, fileId, accountId, principal, assignedBy: 'acc_elsewhere', assignedAt: NOON, version: 1 },
  ...{ reason: '按分工承办', replaces: null, endedAt: null, endedBy: null },
});
const assignmentRows = ({ id, cell, assignmentId }: StagedFile): Row<'assignments'>[] => [
  namedAs('acc_spare', 'hr', assignmentId, id),
  ...(isNamed(cell) ? [namedAs(accountOf(cell), cell.principal, `asg_${id}`, id)] : []),
];
const evidenceRow = ({ id, evidenceId }: Pick<StagedFile, 'id' | 'evidenceId'>): Row<'evidence'> => ({
  ...{ id: evidenceId, fileId: id, name: '扫描件.pdf', mediaType: 'application/pdf', bytes: 1 },
  ...{ sha256: 'a'.repeat(64), addedBy: 'acc_elsewhere', addedAt: NOON },
});
const paperRow = ({ id, pendingId, evidenceId }: StagedFile): Row<'pendingEvents'> => ({
  ...{ id: pendingId, fileId: id, kind: 'paper', event: 'withdraw', fileVersion: VERSION, reason: '纸质' },
  ...{ data: {}, evidenceId, receivedOn: '2026-12-30', proposedBy: 'acc_elsewhere', proposedAt: NOON },
  ...{ principal: 'hr', state: 'open', decidedBy: null, decidedAt: null, version: 1 },
});
const deliveryRow = ({ id, deliveryId, machine, cell }: StagedFile): Row<'deliveries'> => ({
  ...{ id: deliveryId, fileId: id, eventId: `fev_notice_${id}`, createdAt: NOON, version: 1 },
  ...(machine === 'pilot'
    ? { cadreId: null, unitId: HOME }
    : { cadreId: subjectOf(cell).cadreId, unitId: null }),
  ...{ servedAt: null, signedBy: null, paperOn: null, witness: null, recordedBy: null },
});

export interface Lying {
  /** A reply on paper that waits for the second person. */
  readonly hasPaper?: boolean;
}

/** Writes them in one act; each is answered as it was asked for, in order. */
export async function stageFiles(
  { store }: MatrixStage,
  all: readonly Wanted[],
  { hasPaper = false }: Lying = {},
): Promise<StagedFile[]> {
  const { tables, sealed } = store;
  const files = all.filter(({ cell }) => cell.principal !== 'anon').map(staged);
  const scan = sealed.seal(Buffer.from('%PDF-1.4').toString('base64'));
  await store.write(act('files.staged'), async (tx, changed) => {
    await addRows(tx, changed, tables.files, files.map(fileRow));
    const of = (machine: MachineName) => files.filter((file) => file.machine === machine);
    await addRows(tx, changed, tables.pilots, of('pilot').map(pilotRow));
    const corrections = of('correction').map((file) => correctionRow(file, (text) => sealed.seal(text)));
    await addRows(tx, changed, tables.corrections, corrections);
    await addRows(tx, changed, tables.initiativeFiles, of('initiative').map(initiativeRow));
    const exemptions = of('exemption');
    await addRows(tx, changed, tables.files, exemptions.map(heldRow));
    await addRows(tx, changed, tables.inactionFiles, [
      ...of('inaction').map((file) => inactionRow(file, file.state)),
      ...exemptions.map((file) => inactionRow({ ...file, id: recordIdOf(file.id) }, 'held')),
    ]);
    await addRows(tx, changed, tables.exemptions, exemptions.map(exemptionRow));
    const answerable = ['notified', 'facts_shown'];
    const windows = files.filter(({ state }) => answerable.includes(state)).map(windowRow);
    await addRows(tx, changed, tables.clocks, windows);
    await addRows(tx, changed, tables.fileEvents, files.flatMap(eventRows));
    await addRows(tx, changed, tables.assignments, files.flatMap(assignmentRows));
    const evidence = [
      ...files.map(evidenceRow),
      ...exemptions.map(({ id, evidenceId, ...file }) =>
        evidenceRow({ ...file, id: recordIdOf(id), evidenceId: recordIdOf(evidenceId) }),
      ),
    ];
    await addRows(tx, changed, tables.evidence, evidence);
    const contents = evidence.map(({ id: evidenceId }) => ({ evidenceId, sealed: scan }));
    await addRows(tx, changed, tables.evidenceContents, contents);
    await addRows(tx, changed, tables.deliveries, files.map(deliveryRow));
    if (hasPaper) await addRows(tx, changed, tables.pendingEvents, files.map(paperRow));
  });
  const strangers = all.filter(({ cell }) => cell.principal === 'anon').map(staged);
  const next = { signed: 0, strange: 0 };
  return all.map(({ cell }) =>
    cell.principal === 'anon' ? strangers[(next.strange += 1) - 1]! : files[(next.signed += 1) - 1]!,
  );
}
