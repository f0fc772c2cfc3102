// Every event of a machine × fifteen principals × six relations, sent over HTTP: what the matrix says of each.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MachineEvent, machineOf } from '../../server/procedures/machines.ts';
import { DATA as LEDGER_DATA } from './conduct-data.ts';
import { guardLetters } from './golden-matrix.ts';
import { CELLS, reaches, refusedAtGate } from './matrix-cells.ts';
import { aboutOf, type MachineName, sees, stageFiles, type Wanted } from './matrix-files.ts';
import { aMatrixStage, type MatrixStage } from './matrix-stage.ts';

export const PAGES = {
  pilot: { path: '/api/pilots', gate: 'pilot.read', isOnFile: true },
  correction: { path: '/api/corrections', gate: 'profile.read', isOnFile: true },
  initiative: { path: '/api/conduct', gate: 'inaction.read', isOnFile: true },
  inaction: { path: '/api/conduct', gate: 'inaction.read', isOnFile: true },
  exemption: { path: '/api/exemptions', gate: 'exemption.read', isOnFile: true },
} as const;
const DUTY_FLAGS = 'rec ver acc inv prop lead disc file rev chk dual app rvw'.split(' ');
const DATA: Readonly<Record<string, object>> = {
  'correction.verify': { found: '副科长', document: '任免文件' },
  'correction.ask_again': { basis: '新的任免文件' },
  'pilot.report': { text: '试点进展顺利' },
};
const TODAY = '2026-12-31';
const dataOf = (machine: string, event: string): object =>
  DATA[`${machine}.${event}`] ?? LEDGER_DATA[machine]?.[event]?.(TODAY) ?? {};

interface Fired extends Wanted {
  readonly event: MachineEvent;
}

/** By the matrix, the file's course and the duties had in it. */
function expected({ event, machine, ...wanted }: Fired): number {
  const { cell } = wanted;
  const { gate, isOnFile } = PAGES[machine];
  const refused = refusedAtGate(gate, cell, isOnFile);
  if (refused !== null) return refused;
  if (!sees({ machine, ...wanted })) return 404;
  const permission = event.permission!;
  const guards = guardLetters(permission);
  const hasOtherDuty =
    cell.relation === 'conflictingDuty' &&
    (guards.includes('2') || event.flags.some((flag) => DUTY_FLAGS.includes(flag)));
  if (!reaches(permission, cell, aboutOf(machine), event.by) || hasOtherDuty) return 403;
  // While the person may answer, nobody claims for him.
  if (event.event === 'claim_exemption' && event.from === 'notified' && cell.relation !== 'self') return 422;
  return guards.includes('Q') ? 409 : 200;
}

export function holdsForEveryEvent(machines: readonly MachineName[]): void {
  const events = machines.flatMap((machine) =>
    machineOf(machine)
      .events.filter(({ permission }) => permission !== null)
      .map((event) => [machine, event.from, event.event, event] as const),
  );
  let stage: MatrixStage;
  beforeAll(async () => {
    stage = await aMatrixStage();
  });
  afterAll(() => stage.remove());

  test.each(events)('%s · %s · %s', async (machine, from, name, event) => {
    const asked = CELLS.map((cell): Fired => ({
      machine,
      state: from,
      cell,
      isOwn: from === 'draft',
      event,
    }));
    const files = await stageFiles(stage, asked);
    const wrong: string[] = [];
    const met = new Set<number>();
    for (const [i, file] of files.entries()) {
      const visitor = await stage.as(file.cell);
      const { status, text } = await visitor.post(`${PAGES[machine].path}/${file.id}/events`, {
        ...{ event: name, version: file.version, reason: '理由充分' },
        data: dataOf(machine, name),
      });
      const should = expected(asked[i]!);
      met.add(should);
      if (status !== should) wrong.push(`${file.cell.name}: ${status}, not ${should} ${text.slice(0, 160)}`);
      if (status === 409 && !text.includes('meetingRequired')) wrong.push(`${file.cell.name}: ${text}`);
    }
    expect(wrong).toEqual([]);
    const success = guardLetters(event.permission!).includes('Q') ? 409 : 200;
    expect([...met]).toEqual(expect.arrayContaining([success, 401, 403]));
  });
}
