// What can be done to any file, by whom: each deed on a fresh file of each kind, by fifteen principals in six relations.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Visitor } from '../../support/app.ts';
import { guardLetters } from '../../support/golden-matrix.ts';
import { CELLS, isBarredByRecusal, reaches, refusedAtGate } from '../../support/matrix-cells.ts';
import {
  aboutOf,
  type Lying,
  type MachineName,
  sees,
  stageFiles,
  type StagedFile,
} from '../../support/matrix-files.ts';
import { claim, findings, lead } from '../../support/conduct-data.ts';
import { recordIdOf } from '../../support/matrix-ledger-files.ts';
import { aMatrixStage, HOME, type MatrixStage, subjectOf, uploadTo } from '../../support/matrix-stage.ts';

interface Deed extends Lying {
  /** As the app declares it: method, address, permission of the gate. */
  readonly route: string;
  readonly permission: string;
  readonly isOnFile?: boolean;
  readonly machines: readonly MachineName[];
  readonly state: Readonly<Partial<Record<MachineName, string>>>;
  readonly isOwn?: boolean;
  readonly send: (visitor: Visitor, file: StagedFile) => Promise<Answer>;
  /** Once the gate is passed and the file is there for whoever asks. */
  readonly ifSeen: (file: StagedFile) => number;
  /** For whom the file is not there at all. */
  readonly ifUnseen?: (file: StagedFile) => number;
}

const BOTH = ['pilot', 'correction'] as const;
const RUNNING = {
  pilot: 'registered',
  correction: 'submitted',
  initiative: 'submitted',
  inaction: 'answered',
};

const may = (permission: string, { machine, cell }: StagedFile): boolean =>
  reaches(permission, cell, aboutOf(machine)) &&
  !(guardLetters(permission).includes('2') && cell.relation === 'conflictingDuty');
const orElse =
  (permission: string, refusal: number) =>
  (file: StagedFile): number =>
    may(permission, file) ? 200 : refusal;

const reason = '按分工办理';
const draft = {
  ...{ title: '虚构的试点', unitId: HOME, purpose: '虚构的目的', decision: '虚构的决定' },
  ...{ riskAssessment: '虚构的评估', limits: '虚构的边界', startsOn: '2027-02-01', endsOn: '2027-12-01' },
};
const deed = {
  ...{ area: 2, quality: 'explore', occurredOn: '2026-05-03', level: 'school', role: 'lead' },
  summary: '虚构的作为，虚构的成效。',
};

const DEEDS: readonly Deed[] = [
  {
    ...{ route: 'GET /api/pilots/:id', permission: 'pilot.read', isOnFile: true },
    ...{ machines: ['pilot'], state: RUNNING },
    send: (visitor, { id }) => visitor.get(`/api/pilots/${id}`),
    ifSeen: () => 200,
  },
  {
    ...{ route: 'PUT /api/pilots/:id', permission: 'pilot.submit', machines: ['pilot'] },
    ...{ state: { pilot: 'draft' }, isOwn: true },
    send: (visitor, { id, version }) => visitor.send('PUT', `/api/pilots/${id}`, { ...draft, version }),
    ifSeen: orElse('pilot.submit', 422),
  },
  {
    ...{ route: 'PUT /api/pilots/:id', permission: 'pilot.submit', machines: ['pilot'] },
    state: { pilot: 'draft' },
    send: (visitor, { id, version }) => visitor.send('PUT', `/api/pilots/${id}`, { ...draft, version }),
    ifSeen: () => 404,
    ifUnseen: (file) => (may('pilot.submit', file) ? 404 : 422),
  },
  {
    ...{ route: 'GET /api/corrections/:id', permission: 'profile.read', isOnFile: true },
    ...{ machines: ['correction'], state: RUNNING },
    send: (visitor, { id }) => visitor.get(`/api/corrections/${id}`),
    ifSeen: () => 200,
  },
  {
    ...{ route: 'GET /api/conduct/:id', permission: 'inaction.read', isOnFile: true },
    ...{ machines: ['initiative', 'inaction'], state: RUNNING },
    send: (visitor, { id }) => visitor.get(`/api/conduct/${id}`),
    ifSeen: () => 200,
  },
  {
    ...{ route: 'PUT /api/conduct/initiatives/:id', permission: 'initiative.submit' },
    ...{ machines: ['initiative'], state: { initiative: 'draft' }, isOwn: true },
    send: (visitor, { id, version }) =>
      visitor.send('PUT', `/api/conduct/initiatives/${id}`, { ...deed, version }),
    ifSeen: () => 200,
  },
  {
    ...{ route: 'PUT /api/conduct/inactions/:id', permission: 'inaction.record', machines: ['inaction'] },
    ...{ state: { inaction: 'draft' }, isOwn: true },
    send: (visitor, { id, version }) =>
      visitor.send('PUT', `/api/conduct/inactions/${id}`, { ...lead(), version }),
    ifSeen: () => 200,
  },
  {
    ...{ route: 'PUT /api/conduct/inactions/:id', permission: 'inaction.record', machines: ['inaction'] },
    state: { inaction: 'draft' },
    send: (visitor, { id, version }) =>
      visitor.send('PUT', `/api/conduct/inactions/${id}`, { ...lead(), version }),
    ifSeen: () => 404,
    ifUnseen: () => 404,
  },
  {
    ...{ route: 'GET /api/exemptions/:id', permission: 'exemption.read', isOnFile: true },
    ...{ machines: ['exemption'], state: { exemption: 'investigating' } },
    send: (visitor, { id }) => visitor.get(`/api/exemptions/${id}`),
    ifSeen: () => 200,
  },
  {
    ...{ route: 'PUT /api/exemptions/:id/claim', permission: 'exemption.submit', machines: ['exemption'] },
    ...{ state: { exemption: 'draft' }, isOwn: true },
    send: (visitor, { id, version }) =>
      visitor.send('PUT', `/api/exemptions/${id}/claim`, { ...claim(), version }),
    ifSeen: () => 200,
  },
  {
    ...{ route: 'PUT /api/exemptions/:id/findings', permission: 'exemption.investigate', isOnFile: true },
    ...{ machines: ['exemption'], state: { exemption: 'investigating' } },
    send: (visitor, { id, version }) =>
      visitor.send('PUT', `/api/exemptions/${id}/findings`, { ...findings(), version }),
    ifSeen: orElse('exemption.investigate', 403),
  },
  {
    ...{ route: 'GET /api/exemptions/:id/precedents', permission: 'exemption.precedent.read' },
    ...{ isOnFile: true, machines: ['exemption'], state: { exemption: 'checked' } },
    send: (visitor, { id }) => visitor.get(`/api/exemptions/${id}/precedents`),
    ifSeen: orElse('exemption.precedent.read', 404),
  },
  {
    ...{ route: 'GET /api/exemptions/:id/record-evidence/:evidenceId', permission: 'evidence.read' },
    ...{ isOnFile: true, machines: ['exemption'], state: { exemption: 'checked' } },
    send: (visitor, { id, evidenceId }) =>
      visitor.get(`/api/exemptions/${id}/record-evidence/${recordIdOf(evidenceId)}`),
    ifSeen: orElse('evidence.read', 404),
  },
  {
    ...{ route: 'POST /api/exemptions/:id/correction', permission: 'exemption.respond' },
    ...{ machines: ['exemption'], state: { exemption: 'exempt_final' } },
    send: (visitor, { id, version }) =>
      visitor.post(`/api/exemptions/${id}/correction`, { version, report: '已完成整改（虚构）' }),
    ifSeen: orElse('exemption.respond', 409),
  },
  {
    ...{ route: 'POST /api/files/:id/assignments', permission: 'file.assign', isOnFile: true },
    ...{ machines: BOTH, state: RUNNING },
    send: (visitor, { id }) =>
      visitor.post(`/api/files/${id}/assignments`, { staffNo: 'spare', principal: 'panel', reason }),
    ifSeen: orElse('file.assign', 403),
  },
  {
    ...{ route: 'POST /api/files/:id/assignments/:assignmentId/end', permission: 'file.assign' },
    ...{ isOnFile: true, machines: BOTH, state: RUNNING },
    send: (visitor, { id, assignmentId }) =>
      visitor.post(`/api/files/${id}/assignments/${assignmentId}/end`, { reason }),
    ifSeen: orElse('file.assign', 403),
  },
  {
    ...{ route: 'POST /api/files/:id/pending/:pendingId/decision', permission: 'inbox.read' },
    ...{ machines: ['correction'], state: RUNNING, hasPaper: true },
    send: (visitor, { id, pendingId }) =>
      visitor.post(`/api/files/${id}/pending/${pendingId}/decision`, {
        version: 1,
        decision: 'sign',
        reason,
      }),
    ifSeen: orElse('profile.update', 403),
  },
  {
    ...{ route: 'POST /api/files/:id/paper-entries', permission: 'profile.update' },
    ...{ machines: ['correction'], state: RUNNING },
    send: (visitor, { id, version, evidenceId }) =>
      visitor.post(`/api/files/${id}/paper-entries`, {
        ...{ event: 'withdraw', version, reason, data: {}, evidenceId, receivedOn: '2026-12-30' },
      }),
    ifSeen: orElse('profile.update', 403),
  },
  {
    ...{ route: 'POST /api/files/:id/deliveries/:deliveryId/signature', permission: 'inbox.read' },
    ...{ machines: ['correction'], state: { correction: 'answered' } },
    send: (visitor, { id, deliveryId }) =>
      visitor.post(`/api/files/${id}/deliveries/${deliveryId}/signature`, { version: 1 }),
    ifSeen: ({ cell }) => (reaches('profile.correction.request', cell, 'personFile') ? 200 : 404),
  },
  {
    ...{ route: 'POST /api/files/:id/deliveries/:deliveryId/paper', permission: 'inbox.read' },
    ...{ machines: ['correction'], state: { correction: 'answered' } },
    send: (visitor, { id, deliveryId }) =>
      visitor.post(`/api/files/${id}/deliveries/${deliveryId}/paper`, {
        ...{ version: 1, paperOn: '2026-12-31', witness: '虚构见证人' },
      }),
    ifSeen: ({ cell }) => (reaches('profile.correction.answer', cell, 'personFile', ['hr_head']) ? 200 : 403),
  },
  {
    ...{ route: 'POST /api/files/:id/evidence', permission: 'evidence.add', isOnFile: true },
    ...{ machines: BOTH, state: RUNNING },
    send: (visitor, { id }) => uploadTo(visitor, `/api/files/${id}/evidence`),
    ifSeen: orElse('evidence.add', 403),
  },
  {
    ...{ route: 'GET /api/files/:id/evidence/:evidenceId', permission: 'evidence.read', isOnFile: true },
    ...{ machines: BOTH, state: RUNNING },
    send: (visitor, { id, evidenceId }) => visitor.get(`/api/files/${id}/evidence/${evidenceId}`),
    ifSeen: orElse('evidence.read', 404),
  },
  {
    ...{ route: 'GET /api/files/:id/documents', permission: 'inbox.read', machines: BOTH, state: RUNNING },
    send: (visitor, { id }) => visitor.get(`/api/files/${id}/documents`),
    ifSeen: () => 200,
  },
  {
    ...{
      route: 'GET /api/files/:id/documents/:name',
      permission: 'inbox.read',
      machines: BOTH,
      state: RUNNING,
    },
    send: (visitor, { id }) => visitor.get(`/api/files/${id}/documents/notice-1`),
    // Neither kind offers any (test/server/documents): there is nothing to download, whoever asks.
    ifSeen: () => 404,
    ifUnseen: () => 404,
  },
];

function expected(
  { permission, isOnFile = false, ifSeen, ifUnseen = () => 404 }: Deed,
  file: StagedFile,
): number {
  const refused = refusedAtGate(permission, file.cell, isOnFile);
  if (refused !== null) return refused;
  return sees(file) ? ifSeen(file) : ifUnseen(file);
}

let stage: MatrixStage;
beforeAll(async () => {
  stage = await aMatrixStage();
});
afterAll(() => stage.remove());

const cases = DEEDS.flatMap((deed) =>
  deed.machines.map((machine) => [deed.route, machine, deed.isOwn ? '本人起草' : '', deed] as const),
);

describe('对一件事项办什么 × 十五种身份 × 六种关系', () => {
  test.each(cases)('%s %s %s', async (_route, machine, _own, deed) => {
    const state = deed.state[machine]!;
    const wanted = CELLS.map((cell) => ({ machine, state, cell, isOwn: deed.isOwn ?? false }));
    const files = await stageFiles(stage, wanted, deed);
    const wrong: string[] = [];
    const met = new Set<number>();
    for (const file of files) {
      const { status, text } = await deed.send(await stage.as(file.cell), file);
      const should = expected(deed, file);
      met.add(should);
      if (status !== should) wrong.push(`${file.cell.name}: ${status}, not ${should} ${text.slice(0, 160)}`);
    }
    expect(wrong).toEqual([]);
    expect([...met]).toEqual(expect.arrayContaining([401, deed.ifUnseen ? 404 : 200]));
    expect(met.has(403) || met.has(404)).toBe(true);
  });

  test('每条带案卷编号的路由都在表里', () => {
    const aboutFiles = stage.app.routes
      .map(({ method, url }) => `${method} ${url}`)
      .filter((route) =>
        /\/api\/(?:files|pilots|corrections|exemptions|conduct(?:\/(?:initiatives|inactions))?)\/:id(?!\/events)/u.test(
          route,
        ),
      );
    expect(aboutFiles.toSorted()).toEqual([...new Set(DEEDS.map(({ route }) => route))].toSorted());
    for (const { route, permission, isOnFile = false } of DEEDS) {
      const declared = stage.app.routes.find(({ method, url }) => `${method} ${url}` === route)!;
      expect([route, declared.permission, declared.on === 'file']).toEqual([route, permission, isOnFile]);
    }
  });
});

describe('须回避的人看得到为什么，看不到内容', () => {
  const barred = CELLS.filter(
    (cell) =>
      cell.relation === 'relative' &&
      ['profile.update', 'profile.correction.answer', 'profile.citizen_id.read'].some((permission) =>
        isBarredByRecusal(permission, cell, 'personFile'),
      ),
  );

  test.each(barred.map((cell) => [cell.principal, cell] as const))('%s', async (_p, cell) => {
    const [file] = await stageFiles(stage, [{ machine: 'correction', state: 'submitted', cell }]);
    const { status, body, text } = await (await stage.as(cell)).get(`/api/corrections/${file!.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ correction: { facts: null }, evidence: [], mayAssign: false });
    expect(text).not.toContain('任免文件');
    expect(text).toContain(subjectOf(cell).name);
    const { actions } = body as { actions: { isOpen: boolean }[] };
    expect(actions.filter(({ isOpen }) => isOpen)).toEqual([]);
  });

  test('确有这样的身份', () => {
    expect(barred.map(({ principal }) => principal)).toEqual(['inspector', 'hr', 'hr_head']);
  });
});
