import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cadresByStaffNo } from '../../../db/queries/roster.ts';
import type { Row } from '../../../db/tables/index.ts';
import { constraintsWorkbook, rosterWorkbook } from '../../../server/imports/templates.ts';
import {
  aRoster,
  anActor,
  bringSheets,
  head,
  type Imports,
  importsOver,
  someCadres,
} from '../../support/imports.ts';
import { aStore, engines, type TestStore } from '../../support/store.ts';

describe.each(engines)('导入与回避 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let home: TestStore;
    let imports: Imports;
    let kin: Row<'cadres'>;
    beforeAll(async () => {
      home = await aStore(dialect);
      imports = importsOver(home);
      await bringSheets(imports, aRoster(4), { kind: 'roster' });
      const { read, tables } = home.store;
      [kin] = (await cadresByStaffNo(read, tables, [someCadres(3)[2]!.staffNo])) as [Row<'cadres'>];
    });
    afterAll(() => home.remove());

    const clerk = () => anActor('hr', { accountId: 'acc_kin', recused: new Set([kin.id]) });
    const sheets = () =>
      constraintsWorkbook({
        disciplines: [
          {
            ...{ staffNo: kin.staffNo, name: kin.name, source: 'party', measure: 'party.warning' },
            ...{ effectiveOn: '2026-03-01', ground: 'work' },
          },
        ],
      });

    test('亲属的一行被指出，说明须由他人录入；别人录得进', async () => {
      const refused = bringSheets(imports, sheets(), { kind: 'constraints', actor: clerk() });
      await expect(refused).rejects.toThrow('须由他人录入');
      await expect(bringSheets(imports, sheets(), { kind: 'constraints' })).resolves.toMatchObject({
        state: 'applied',
      });
    });

    test('名册里改动亲属的一行不收，没有改动的照收', async () => {
      const people = someCadres(5);
      await expect(
        bringSheets(imports, rosterWorkbook({ cadres: people }), { kind: 'roster', actor: clerk() }),
      ).resolves.toMatchObject({ counts: { added: 1, unchanged: 4 } });
      const moved = people.map((each) =>
        each.staffNo === kin.staffNo ? { ...each, postTitle: '副处长' } : each,
      );
      const refused = bringSheets(imports, rosterWorkbook({ cadres: moved }), {
        kind: 'roster',
        actor: clerk(),
      });
      await expect(refused).rejects.toThrow('须由他人录入');
      await bringSheets(imports, rosterWorkbook({ cadres: moved }), { kind: 'roster' });
    });

    test('批次中有亲属的，不能由其确认；换人可以', async () => {
      const { read, tables } = home.store;
      const batches = await read.select().from(tables.importBatches);
      const batch = batches.find(({ kind }) => kind === 'constraints');
      const decide = (actor: typeof head) =>
        imports.batches.decide(actor, {
          ...{ kind: 'constraints', id: batch!.id, event: 'confirm', version: 1, reason: '核对无误' },
        });
      const kinOfHead = { ...head, recused: new Set([kin.id]) };
      await expect(decide(kinOfHead)).rejects.toMatchObject({ kind: { name: 'batch-holds-kin' } });
      await expect(decide(head)).resolves.toMatchObject({ state: 'confirmed' });
    });
  });
});
