import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRows } from '../../../db/rows.ts';
import { cadresByStaffNo } from '../../../db/queries/roster.ts';
import { figuresWorkbook, rosterWorkbook } from '../../../server/imports/templates.ts';
import {
  anActor,
  aRoster,
  bringSheets,
  head,
  hr,
  type Imports,
  importsOver,
  someCadres,
  staffNoOf,
  trySheets,
} from '../../support/imports.ts';
import { anEnrolment, aPool, aYear } from '../../support/rows.ts';
import { act, aStore, engines, type TestStore } from '../../support/store.ts';

const refused = (name: string) => ({ kind: { name } });
const figures = { kind: 'figures', year: 2026 } as const;

describe.each(engines)('what becomes of a batch, on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let home: TestStore;
    let here: Imports;
    let rosterId: string;
    const cadreId = async (i: number) => {
      const [cadre] = await cadresByStaffNo(here.store.read, here.store.tables, [staffNoOf(i)]);
      return cadre!.id;
    };
    const measureSheet = (rows: readonly (readonly [i: number, points: number])[]) =>
      figuresWorkbook({ measures: rows.map(([i, democratic]) => ({ staffNo: staffNoOf(i), democratic })) });
    const standing = async (i: number) => {
      const { measures } = here.store.tables;
      const id = await cadreId(i);
      const rows = await here.store.read.select().from(measures);
      return rows
        .filter((row) => row.cadreId === id && row.withdrawnAt === null && row.confirmedAt !== null)
        .map(({ value }) => value);
    };
    const decide = (id: string, event: 'confirm' | 'reject', actor = head) =>
      here.batches.decide(actor, { kind: 'figures', id, event, version: 1, reason: '复核' });
    const undo = (kind: 'figures' | 'roster', id: string, version: number) =>
      here.batches.undo(hr, { kind, id, version, reason: '导错了' });

    beforeAll(async () => {
      home = await aStore(dialect);
      here = importsOver(home);
      rosterId = (await bringSheets(here, aRoster(12), { kind: 'roster' })).id;
      const { tables } = home.store;
      const ids = await Promise.all(Array.from({ length: 11 }, (_, i) => cadreId(i)));
      await home.store.write(act('year.opened'), async (tx, changed) => {
        await addRows(tx, changed, tables.years, [aYear()]);
        await addRows(tx, changed, tables.pools, [aPool()]);
        const units = await tx.select().from(tables.units);
        const rows = ids.map((id, i) =>
          anEnrolment({
            ...{ id: `en_${i}`, cadreId: id, unitId: units[0]!.id },
            template: i === 0 ? 'principal' : 'member',
          }),
        );
        await addRows(tx, changed, tables.enrolments, rows);
      });
    });
    afterAll(() => home?.remove());

    test('figures count only when a second person has confirmed them', async () => {
      const batch = await bringSheets(here, measureSheet([[0, 8650]]), figures);
      expect(batch).toMatchObject({ state: 'applied', needsConfirmation: true, year: 2026, version: 1 });
      expect(await standing(0)).toEqual([]);
      await expect(decide(batch.id, 'confirm', hr)).rejects.toMatchObject(refused('not-allowed'));
      const both = { ...head, accountId: hr.accountId };
      await expect(decide(batch.id, 'confirm', both)).rejects.toMatchObject(refused('confirmer-is-uploader'));
      expect(await decide(batch.id, 'confirm')).toMatchObject({ state: 'confirmed', version: 2 });
      expect(await standing(0)).toEqual([8650]);
      await expect(decide(batch.id, 'reject')).rejects.toMatchObject(refused('batch-decided'));
      expect((await trySheets(here, measureSheet([[0, 8650]]), figures)).counts).toMatchObject({
        unchanged: 1,
      });
    });

    test('a correction takes the place of the figure once confirmed; undone, the old one stands again', async () => {
      const first = await bringSheets(here, measureSheet([[1, 8000]]), figures);
      await decide(first.id, 'confirm');
      const second = await bringSheets(here, measureSheet([[1, 8100]]), figures);
      expect(second.counts).toMatchObject({ updated: 1 });
      expect(await standing(1)).toEqual([8000]);
      const third = await trySheets(here, measureSheet([[1, 8200]]), figures);
      expect(third.problems).toMatchObject([{ code: 'awaitsConfirmation', column: 'C', row: 2 }]);
      await decide(second.id, 'confirm');
      expect(await standing(1)).toEqual([8100]);
      await expect(undo('figures', first.id, 2)).rejects.toMatchObject(refused('batch-in-use'));
      await undo('figures', second.id, 2);
      expect(await standing(1)).toEqual([8000]);
      expect(await undo('figures', first.id, 2)).toMatchObject({ state: 'undone', version: 3 });
      expect(await standing(1)).toEqual([]);
    });

    test('rejected figures never count, and can be brought again', async () => {
      const batch = await bringSheets(here, measureSheet([[2, 7000]]), figures);
      expect(await decide(batch.id, 'reject')).toMatchObject({ state: 'rejected', actions: [] });
      await expect(undo('figures', batch.id, 2)).rejects.toMatchObject(refused('batch-decided'));
      const again = await bringSheets(here, measureSheet([[2, 7000]]), figures);
      expect(again.counts).toMatchObject({ added: 1 });
    });

    test('whom the year does not appraise, and what the template does not measure, is refused', async () => {
      const trial = await trySheets(
        here,
        figuresWorkbook({
          measures: [
            { staffNo: staffNoOf(11), democratic: 9000 },
            { staffNo: staffNoOf(0), unit: 9000 },
            { staffNo: staffNoOf(3), unit: 9000 },
            { staffNo: 'T9', name: '查无此人' },
            { staffNo: staffNoOf(4), name: '另一个人' },
          ],
        }),
        figures,
      );
      expect(trial.problems.map(({ row, header, code }) => [row, header, code])).toEqual([
        [2, '工号', 'notEnrolled'],
        [4, '单位考核', 'notForTemplate'],
        [5, '工号', 'unknownCadre'],
        [6, '姓名', 'nameMismatch'],
      ]);
    });

    test('a roster others build on cannot be undone: what refers to it is named', async () => {
      await expect(undo('roster', rosterId, 1)).rejects.toMatchObject({
        ...refused('batch-in-use'),
        places: expect.arrayContaining([
          expect.objectContaining({ pointer: expect.stringMatching(/^\/enrolments\/en_/u) }),
        ]),
      });
    });

    test('rows a later batch changed are put back in the order of undoing', async () => {
      const rename = (postTitle: string) =>
        rosterWorkbook({ cadres: [{ ...someCadres(12)[11]!, postTitle }] });
      const title = async () =>
        (await cadresByStaffNo(here.store.read, here.store.tables, [staffNoOf(11)]))[0]!.postTitle;
      const first = await bringSheets(here, rename('副处长'), { kind: 'roster' });
      expect(first.counts).toEqual({ added: 0, updated: 1, unchanged: 0, failed: 0 });
      const second = await bringSheets(here, rename('调研员'), { kind: 'roster' });
      await expect(undo('roster', first.id, 1)).rejects.toMatchObject(refused('batch-in-use'));
      await undo('roster', second.id, 1);
      expect(await title()).toBe('副处长');
      await undo('roster', first.id, 1);
      expect(await title()).toBe('处长');
    });

    test('a file that is not the one tried, and a closed or missing year, are refused', async () => {
      const { bytes } = { bytes: new TextEncoder().encode('工号\nT00001\n') };
      const input = { kind: 'accounts' as const, year: null, file: { name: '账号.csv', bytes } };
      const sysadmin = anActor('sysadmin');
      const apply = here.imports.apply(sysadmin, { ...input, fileHash: '0'.repeat(64) });
      await expect(apply).rejects.toMatchObject(refused('file-changed'));
      await expect(trySheets(here, [], { kind: 'figures' })).rejects.toMatchObject(refused('year-missing'));
      await expect(trySheets(here, [], { kind: 'figures', year: 2031 })).rejects.toMatchObject(
        refused('year-not-open'),
      );
      await expect(here.imports.dryRun(hr, input)).rejects.toMatchObject(refused('not-allowed'));
      const { fileHash, counts } = await here.imports.dryRun(sysadmin, input);
      expect(counts.added).toBe(1);
      expect(await here.imports.apply(sysadmin, { ...input, fileHash })).toMatchObject({ actions: ['undo'] });
    });

    test('whoever holds some units imports into those only, and cannot undo what reaches further', async () => {
      const units = await here.store.read.select().from(here.store.tables.units);
      const own = units.filter(({ code }) => code === 'U2').map(({ id }) => id);
      const local = anActor('hr', { accountId: 'acc_local', units: own });
      const cadres = [
        { ...someCadres(2)[1]!, staffNo: 'N1', citizenId: null, unitCode: 'U2' },
        { ...someCadres(2)[0]!, staffNo: 'N2', citizenId: null, unitCode: 'U3' },
        { ...someCadres(3)[2]!, postTitle: '改' },
      ];
      const trial = await trySheets(here, rosterWorkbook({ cadres }), { kind: 'roster', actor: local });
      expect(trial.problems.map(({ row, code }) => [row, code])).toEqual([
        [3, 'outOfScope'],
        [4, 'outOfScope'],
      ]);
      const mine = await bringSheets(here, rosterWorkbook({ cadres: cadres.slice(0, 1) }), {
        ...{ kind: 'roster', actor: local },
      });
      const foreign = here.batches.undo(local, { kind: 'roster', id: rosterId, version: 1, reason: '越界' });
      await expect(foreign).rejects.toMatchObject(refused('not-found'));
      const own1 = await here.batches.undo(local, {
        kind: 'roster',
        id: mine.id,
        version: 1,
        reason: '撤回',
      });
      expect(own1.state).toBe('undone');
    });

    test('the history shows the latest first, to whoever imports and whoever confirms', async () => {
      const page = await here.batches.history(head, { kind: 'figures', limit: 2 });
      expect(page.items).toHaveLength(2);
      expect(page.next).not.toBeNull();
      await expect(
        here.batches.history(anActor('board'), { kind: 'figures', limit: 2 }),
      ).rejects.toMatchObject(refused('not-allowed'));
    });
  });
});
