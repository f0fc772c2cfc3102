// Guard 2 outside of files: whoever did the first half of something does not do the second.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRows } from '../../../db/rows.ts';
import type { Row } from '../../../db/tables/index.ts';
import { guardLetters } from '../../support/golden-matrix.ts';
import { CELLS } from '../../support/matrix-cells.ts';
import { accountOf, aMatrixStage, type MatrixStage } from '../../support/matrix-stage.ts';
import { aBatch, NOON } from '../../support/rows.ts';
import { act } from '../../support/store.ts';

let stage: MatrixStage;
beforeAll(async () => {
  stage = await aMatrixStage();
});
afterAll(() => stage.remove());

const cellOf = (name: string) => CELLS.find((cell) => cell.name === name)!;
const ask = async (who: string, path: string, body: object) => (await stage.as(cellOf(who))).post(path, body);
const nameOf = (text: string): string => (JSON.parse(text) as { type: string }).type;
const reason = '按规定复核';
const add = <Name extends 'exports' | 'importBatches' | 'relations' | 'meetings'>(
  name: Name,
  row: Row<Name>,
) =>
  stage.store.write(act('first.half', { subject: 'x' }), (tx, changed) =>
    addRows(tx, changed, stage.store.tables[name], [row] as never),
  );

describe('做了前一半的人不做后一半', () => {
  test('export.release：自己要的导出不能自己放行', async () => {
    expect(guardLetters('export.release')).toContain('2');
    await add('exports', {
      ...{ id: 'exp_own', what: 'roster', query: {}, reason, people: 60, state: 'awaiting', version: 1 },
      ...{ requestedBy: accountOf(cellOf('hr_head_inScope')), requestedAt: NOON, decidedBy: null },
      ...{ decidedAt: null, decidedReason: null, contentHash: null },
    });
    const decision = { event: 'release', version: 1, reason };
    const own = await ask('hr_head_inScope', '/api/exports/exp_own/decision', decision);
    expect([own.status, nameOf(own.text)]).toEqual([403, '/problems/releaser-is-requester']);
    expect((await ask('hr_inScope', '/api/exports/exp_own/decision', decision)).status).toBe(403);
    expect((await ask('hr_head_assigned', '/api/exports/exp_own/decision', decision)).status).toBe(200);
  });

  test('appraisal.measure.confirm：自己录入的不能自己复核', async () => {
    expect(guardLetters('appraisal.measure.confirm')).toContain('2');
    const appliedBy = accountOf(cellOf('hr_head_inScope'));
    await add('importBatches', aBatch({ id: 'bat_own', kind: 'figures', year: 2026, appliedBy }));
    const path = '/api/imports/figures/batches/bat_own/decision';
    const decision = { event: 'confirm', version: 1, reason };
    const own = await ask('hr_head_inScope', path, decision);
    expect([own.status, nameOf(own.text)]).toEqual([409, '/problems/confirmer-is-uploader']);
  });

  test('relation.confirm：关系的一方不能自己确认，范围外的人看不到', async () => {
    expect(guardLetters('relation.confirm')).toContain('2');
    // The clerk's own declaration: he is a cadre and an officer at once.
    const path = '/api/relations/rel_hr_relative/decision';
    const decision = { event: 'end', version: 1, reason };
    const own = await ask('hr_relative', path, decision);
    expect([own.status, nameOf(own.text)]).toEqual([403, '/problems/decider-is-party']);
    const other = await ask('hr_self', path, decision);
    expect([other.status, nameOf(other.text)]).toEqual([403, '/problems/decider-is-party']);
    expect((await ask('hr_outOfScope', path, decision)).status).toBe(404);
    expect((await ask('hr_inScope', path, decision)).status).toBe(200);
  });
});

describe('会议：组织部负责人记录，成员确认，别人看不到', () => {
  test('每个身份 × 每种关系', async () => {
    await add('meetings', {
      ...{ id: 'mtg_board', body: 'board', title: '虚构会议', heldOn: '2026-12-31', state: 'planned' },
      ...{ minutes: null, plannedBy: 'acc_spare', plannedAt: NOON, recordedBy: null, recordedAt: null },
      ...{ confirmedBy: null, confirmedAt: null, cancelledBy: null, cancelledAt: null, cancelReason: null },
      version: 1,
    });
    const wrong: string[] = [];
    for (const cell of CELLS) {
      const visitor = await stage.as(cell);
      const { principal } = cell;
      const isOut = principal === 'anon' ? 401 : principal.endsWith('admin') ? 403 : null;
      const inReach = ['hr_head', 'board'].includes(principal);
      const seen = await visitor.get('/api/meetings/mtg_board');
      if (seen.status !== (isOut ?? (inReach ? 200 : 404))) wrong.push(`${cell.name} reads: ${seen.status}`);
      const confirmed = await visitor.post('/api/meetings/mtg_board/confirmation', { version: 1 });
      if (confirmed.status !== (isOut ?? (inReach ? 409 : 404)))
        wrong.push(`${cell.name} confirms: ${confirmed.status}`);
      const list = await visitor.get('/api/meetings');
      if (isOut === null && list.text.includes('mtg_board') !== inReach) wrong.push(`${cell.name} lists`);
    }
    expect(wrong).toEqual([]);
  });
});
