// 以前的决定: imported, told to the person, answered and accepted by somebody else before they weigh; corrected in their file.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MovedMany } from '../../../server/procedures/many-files.ts';
import { aCast, type Cast } from '../../support/cast.ts';
import { done } from '../../support/cast-deeds.ts';
import { nameOf } from '../../support/meeting.ts';
import { type Past, pastInaction, pastOf } from '../../support/past.ts';
import { engines } from '../../support/store.ts';

const initiative = {
  staffNo: 'subject',
  area: 2,
  quality: 'explore',
  occurredOn: '2026-03-01',
  level: 'school',
  role: 'lead',
  finding: 'verified',
  summary: '率先试点（虚构）',
} as const;
/** A document of its own for each test: two rows that share it are one record. */
let documents = 100;
const document = () => `示例纪〔2025〕${(documents += 1)}号`;
const documented = (more: object = {}) => pastInaction({ documentNo: document(), ...more });

describe.each(engines)('以前的决定 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let cast: Cast;
    let past: Past;
    beforeAll(async () => {
      cast = await aCast(dialect);
      past = pastOf(cast);
    });
    afterAll(() => cast.remove());

    const stateOf = async (id: string) => (await cast.fileOf(id)).state;
    const records = async (batchId: string) => {
      const rows = await cast.store.read.select().from(cast.store.tables.conductRecords);
      return rows
        .filter((row) => row.batchId === batchId)
        .toSorted((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1));
    };

    test('试导入和批次都写明有几条要逐条告知；确认后逐条立卷，不计分，其余照旧', async () => {
      const documentNo = document();
      const row = (occurredOn: string, finding: string) => pastInaction({ occurredOn, finding, documentNo });
      const book = {
        inactions: [
          row('2026-02-01', 'upheld'),
          row('2026-02-02', 'mitigated'),
          row('2026-02-03', 'exempt'),
          row('2026-02-04', 'dismissed'),
        ],
        initiatives: [{ ...initiative, documentNo }],
      };
      const trial = await past.tried(book);
      expect(trial).toMatchObject({ counts: { added: 5 }, pastDecisions: 2 });
      expect(trial.consequence).toContain('其中 2 条以前的不为认定将逐条告知本人');
      const batch = await past.imported(book);
      expect(batch).toMatchObject({ pastDecisions: 2, state: 'applied' });
      expect(await past.filesOf(batch)).toEqual([]);
      expect(await done(past.decide(batch, 'confirm'))).toMatchObject({
        state: 'confirmed',
        pastDecisions: 0,
      });
      const files = await past.filesOf(batch);
      expect(await Promise.all(files.map(stateOf))).toEqual(['imported', 'imported']);
      expect((await records(batch.id)).map(({ finding }) => finding)).toEqual([
        ...['open', 'open', 'exempt', 'dismissed', 'verified'],
      ]);
      const [entered] = await cast.events(files[0]!);
      expect(entered).toMatchObject({
        ...{ event: 'import_past', actor: 'acc_clerk', countersignedBy: 'acc_reconsiderer', duty: 'rec' },
        reason: `以前的决定（文号 ${documentNo}）`,
      });
    });

    test('告知以前本人看不到；告知、陈述、另一人确认之后才计分，从轻的仍从轻', async () => {
      const files = await past.opened({
        inactions: [
          documented({ occurredOn: '2026-01-11', notifiedOn: '2026-02-20' }),
          documented({ occurredOn: '2026-01-12', finding: 'mitigated', countsOn: '2026-03-01' }),
        ],
      });
      const [first, second] = files as [string, string];
      expect((await cast.view('subject', first)).status).toBe(404);
      await past.answered(files);
      expect((await cast.view('subject', first)).body).toMatchObject({
        inaction: { facts: { isPast: true, finding: 'open', verified: { severity: { code: 'general' } } } },
      });
      expect((await cast.ledger(first))?.finding).toBe('open');
      expect(await done<MovedMany>(past.acceptMany(files))).toEqual({ done: files, refused: [] });
      // The day on which he was told then stands; the other was told now.
      expect(await cast.ledger(first)).toMatchObject({
        finding: 'upheld',
        notifiedOn: '2026-02-20',
        countsOn: null,
      });
      expect(await cast.ledger(second)).toMatchObject({
        ...{ finding: 'mitigated', notifiedOn: cast.today(), countsOn: '2026-03-01' },
      });
    });

    test('同一事实的几条逐条确认，计分的年度始终一致', async () => {
      const [first, second] = (await past.opened({
        inactions: [
          documented({ occurredOn: '2025-12-20', countsOn: '2026-02-10', factId: '事实1' }),
          documented({ occurredOn: '2025-12-21', countsOn: '2026-02-10', factId: '事实1' }),
        ],
      })) as [string, string];
      const countsOn = async () => [
        (await cast.ledger(first))?.countsOn,
        (await cast.ledger(second))?.countsOn,
      ];
      await past.acceptPast([first]);
      expect(await countsOn()).toEqual(['2026-02-10', '2026-02-10']);
      await past.acceptPast([second]);
      expect(await countsOn()).toEqual(['2026-02-10', '2026-02-10']);
    });

    test('录入和核对的人不能指定承办人，也不能确认；不予确认的从不计分', async () => {
      const [id] = (await past.opened({ inactions: [documented()] })) as [string];
      expect(nameOf(await past.nameMany([id], 'notifier', 'hr', 'reconsiderer'))).toBe('some-files-refused');
      await past.answered([id]);
      await done(past.nameMany([id], 'reconsiderer', 'hr_head'));
      const refused = await done<MovedMany>(past.acceptMany([id], 'reconsiderer'));
      expect(refused).toMatchObject({ done: [], refused: [{ fileId: id, problem: 'may-not-act-in-file' }] });
      await cast.move('reviewer', id, 'reject_past');
      expect([await stateOf(id), (await cast.ledger(id))?.finding]).toEqual(['unfounded', 'dismissed']);
    });

    test('一次指定多卷：一卷不成全都不成，逐卷说明', async () => {
      const files = await past.opened({ inactions: [documented(), documented({ staffNo: 'notifier' })] });
      const [own, other] = files as [string, string];
      const both = await past.nameMany([own, 'file_nowhere', other], 'notifier', 'hr');
      expect(both).toMatchObject({
        status: 422,
        body: {
          type: '/problems/some-files-refused',
          errors: [{ pointer: '/fileIds/1' }, { pointer: '/fileIds/2' }],
        },
      });
      expect((await done<MovedMany>(past.notifyMany([own]))).refused).toHaveLength(1);
      expect(await stateOf(own)).toBe('imported');
      expect(await done(past.nameMany([own], 'notifier', 'hr'))).toEqual({ assigned: 1 });
      const again = await past.nameMany([own], 'notifier', 'hr');
      expect(again.body).toMatchObject({
        errors: [{ pointer: '/fileIds/0', detail: '此人已经承办这一事项' }],
      });
      // Somebody with another office, and more files than one request may name.
      expect((await past.nameMany([own], 'recorder', 'hr')).status).toBe(422);
      const many = Array.from({ length: 301 }, (_, i) => `file_${i}`);
      expect((await past.nameMany(many, 'notifier', 'hr')).status).toBe(400);
    });

    test('一次告知、一次确认多卷：办得了的办，办不了的逐卷说明', async () => {
      const files = await past.opened({ inactions: [documented(), documented(), documented()] });
      const [first, second, third] = files as [string, string, string];
      await done(past.nameMany([first, second], 'notifier', 'hr'));
      await done(past.nameMany(files, 'reviewer', 'hr_head'));
      expect(await done<MovedMany>(past.notifyMany(files))).toMatchObject({
        ...{ done: [first, second], refused: [{ fileId: third, problem: 'not-found' }] },
      });
      await done(cast.sign(first));
      await cast.move('subject', first, 'respond');
      expect(await done<MovedMany>(past.acceptMany(files))).toMatchObject({
        done: [first],
        refused: [
          { fileId: second, problem: 'event-not-open' },
          { fileId: third, problem: 'event-not-open' },
        ],
      });
      // Nothing but past decisions is accepted like this.
      const draft = await cast.draft();
      expect((await done<MovedMany>(past.acceptMany([draft]))).refused).toMatchObject([
        { problem: 'not-found' },
      ]);
    });

    test('同一张表再导入没有变化；改了内容的被拒，指明在案卷中更正', async () => {
      const row = documented();
      const [id] = (await past.opened({ inactions: [row] })) as [string];
      const repeated = async (more: object = {}) => past.tried({ inactions: [{ ...row, ...more }] });
      expect((await repeated()).counts).toMatchObject({ unchanged: 1 });
      const corrected = await repeated({ severity: 'serious' });
      expect(corrected).toMatchObject({
        counts: { failed: 1 },
        problems: [{ code: 'keptByFile', header: '行为' }],
      });
      await past.acceptPast([id]);
      expect((await repeated()).counts).toMatchObject({ unchanged: 1 });
      expect((await repeated({ finding: 'dismissed' })).counts).toMatchObject({ failed: 1 });
    });

    test('批次确认以前可以退回、撤销；立卷以后不能撤销，逐卷列明', async () => {
      const unconfirmed = await past.imported({ inactions: [documented()] });
      expect(await done(past.undo(unconfirmed))).toMatchObject({ state: 'undone' });
      const rejected = await past.imported({ inactions: [documented()] });
      expect(await done(past.decide(rejected, 'reject'))).toMatchObject({
        state: 'rejected',
        pastDecisions: 0,
      });
      const batch = await past.imported({
        inactions: [documented()],
        initiatives: [{ ...initiative, documentNo: document() }],
      });
      const confirmed = await done<typeof batch>(past.decide(batch, 'confirm'));
      const [id] = await past.filesOf(batch);
      const record = (await records(batch.id)).find(({ ledger }) => ledger === 'inaction');
      expect(await past.undo(confirmed)).toMatchObject({
        status: 409,
        body: {
          type: '/problems/batch-in-use',
          errors: [
            {
              pointer: `/inaction_files/${id}`,
              detail: `本批次的记录 ${record!.id} 已经立卷办理，只能在案卷中更正`,
            },
          ],
        },
      });
      const harmless = await past.imported({ inactions: [documented({ finding: 'exempt' })] });
      const exempt = await done<typeof batch>(past.decide(harmless, 'confirm'));
      expect(await done(past.undo(exempt))).toMatchObject({ state: 'undone' });
    });

    test('认定谁也不能录给自己、替自己确认：录入的和确认的都须是别人', async () => {
      const about = (staffNo: string) => ({
        initiatives: [{ ...initiative, staffNo, documentNo: document() }],
      });
      await expect(past.imported(about('clerk'))).rejects.toThrow('是您本人');
      const batch = await past.imported(about('reconsiderer'));
      const own = await past.decide(batch, 'confirm');
      expect([own.status, nameOf(own)]).toEqual([403, 'batch-holds-kin']);
      expect(await done(past.decide(batch, 'confirm', 'reviewer'))).toMatchObject({ state: 'confirmed' });
    });

    test('已经立卷的事实不能靠导入一条“免责”免掉', async () => {
      const factId = `F-${document()}`;
      await past.opened({ inactions: [documented({ factId })] });
      const exempt = documented({ factId, finding: 'exempt' });
      expect(await past.tried({ inactions: [exempt] })).toMatchObject({
        problems: [{ code: 'keptByFile' }],
      });
    });

    test('手工录入以前的决定：须有文号和当时的认定', async () => {
      const bare = await cast.draft({ documentNo: null }, 'clerk');
      expect(await cast.fire('clerk', bare, 'import_past')).toMatchObject({
        ...{ status: 422, body: { errors: [{ pointer: '/documentNo' }] } },
      });
      const id = await cast.draft({ documentNo: document() }, 'clerk');
      expect((await cast.fire('clerk', id, 'import_past', { data: {} })).status).toBe(400);
      await cast.move('clerk', id, 'import_past');
      await past.acceptPast([id]);
      expect(await cast.ledger(id)).toMatchObject({ finding: 'upheld', severity: 'general' });
    });
  });
});
