import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRows } from '../../../db/rows.ts';
import type { Actor } from '../../../server/permissions/actor.ts';
import { anApp, appOn, type TestApp, withAccounts } from '../../support/app.ts';
import { aBatch, aGrant, anAccount } from '../../support/rows.ts';
import { aSchool, people, principal, type School, sectionHead, YEAR } from '../../support/school.ts';
import { act } from '../../support/store.ts';

const kindsOf = (tested: TestApp) => async (actor: Actor) =>
  (await tested.services.todo.of(actor)).items.map(({ kind }) => kind);

describe('空库时的待办', () => {
  let tested: TestApp;
  beforeAll(async () => {
    tested = await anApp();
    await withAccounts(tested, [
      { staffNo: 'sys', role: 'sysadmin' },
      { staffNo: 'sec', role: 'secadmin' },
      { staffNo: 'audit', role: 'auditadmin' },
    ]);
  });
  afterAll(() => tested.remove());
  const admin = (role: 'sysadmin' | 'secadmin' | 'auditadmin'): Actor => ({
    ...people.outsider,
    roles: [{ role, units: null }],
  });

  test('各人只见自己的第一步，两种语言都有话', async () => {
    const kinds = kindsOf(tested);
    expect(await kinds(admin('sysadmin'))).toEqual(['accountsToCreate']);
    expect(await kinds(admin('secadmin'))).toEqual(['firstHeadToGrant']);
    expect(await kinds(admin('auditadmin'))).toEqual([]);
    expect(await kinds(people.outsider)).toEqual([]);
    expect(await kinds(people.hr)).toEqual(['rosterToImport']);
    const { items, next } = await tested.services.todo.of(people.head);
    expect(items.map(({ kind }) => kind)).toEqual(['grantsToPropose', 'calendarToImport']);
    expect(next.zh && next.en && items[0]!.title.en).toBeTruthy();
  });

  test('提名之后，决定的人有待办，提名的人没有了', async () => {
    const { store } = tested.home;
    await store.write(act('accounts.given'), async (tx, changed) => {
      await addRows(tx, changed, store.tables.accounts, [
        anAccount({ id: 'acc_h', staffNo: 'H1' }),
        anAccount({ id: 'acc_n', staffNo: 'N1', state: 'created' }),
      ]);
      await addRows(tx, changed, store.tables.grants, [
        aGrant({ id: 'gr_h', accountId: 'acc_h', role: 'hr_head' }),
      ]);
    });
    const line = { staffNo: 'N1', role: 'hr' as const, unitId: null, fromOn: '2026-12-01', untilOn: null };
    await tested.services.grantProposals.propose(people.head, { reason: '需要', lines: [line] });
    const kinds = kindsOf(tested);
    expect(await kinds(admin('secadmin'))).toEqual(['proposalsToDecide']);
    expect(await kinds(people.head)).toEqual(['slipsToPrint', 'calendarToImport']);
    expect(await kinds(admin('sysadmin'))).toEqual([]);
  });
});

describe('年度考核的待办', () => {
  let school: School;
  let tested: TestApp;
  beforeAll(async () => {
    school = await aSchool('sqlite');
    tested = await appOn({ home: school });
  });
  afterAll(() => tested.remove());

  test('从开启到计算，到并列，到本人结果', async () => {
    const kinds = kindsOf(tested);
    expect(await kinds(people.hr)).toContain('yearToOpen');
    await school.open();
    await school.measure();
    expect(await kinds(people.hr)).toContain('runToStart');
    expect(await kinds(people.cadre)).toEqual([]);
    await school.done(school.appraisals.run(people.hr, { year: YEAR }));
    expect(await kinds(people.hr)).not.toContain('runToStart');
    expect(await kinds(people.head)).toContain('tiesToDecide');
    expect(await kinds({ ...people.head, accountId: 'acc_hr' })).not.toContain('tiesToDecide');
    expect(await kinds(people.cadre)).toEqual(['ownResult']);
    expect(principal(1)).not.toBe(sectionHead(1));
  });

  test('数据由上传者以外的人确认；确认之后要重新计算', async () => {
    const { store } = school;
    const later = school.store.tables.importBatches;
    const figures = aBatch({ id: 'bat_f', kind: 'figures', year: YEAR, appliedBy: 'acc_hr' });
    const confirmed = aBatch({
      ...{ id: 'bat_c', kind: 'conduct', state: 'confirmed', appliedBy: 'acc_hr' },
      ...{ confirmedBy: 'acc_head', confirmedAt: Date.UTC(2027, 0, 2) },
    });
    await store.write(act('batches.given'), (tx, changed) =>
      addRows(tx, changed, later, [figures, confirmed]),
    );
    const kinds = kindsOf(tested);
    expect(await kinds(people.head)).toContain('batchesToConfirm.figures');
    expect(await kinds({ ...people.head, accountId: 'acc_hr' })).not.toContain('batchesToConfirm.figures');
    expect(await kinds(people.hr)).not.toContain('batchesToConfirm.figures');
    expect(await kinds(people.hr)).toContain('runIsStale');
  });
});
