import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRows, changeRow } from '../../db/rows.ts';
import {
  accountById,
  accountByStaffNo,
  accountsAwaitingActivation,
  accountsByStaffNo,
  grantsInForce,
  grantsOf,
  holdersOf,
  proposalsAwaitingDecision,
  proposalWithLines,
  sessionRunning,
  wasEverGranted,
} from '../../db/queries/accounts.ts';
import { aCadre, aGrant, anAccount, aUnit, NOON } from '../support/rows.ts';
import { act, aStore, engines, type TestStore } from '../support/store.ts';

const accounts = [
  anAccount({ passwordHash: '$argon2id$' }),
  anAccount({ id: 'acc_2', staffNo: 'S002', state: 'created', cadreId: 'cad_1' }),
  anAccount({ id: 'acc_3', staffNo: 'S003', withdrawnAt: NOON }),
  anAccount({ id: 'acc_4', staffNo: 'ADMIN', state: 'created' }),
];
const session = {
  id: 'ses_1',
  accountId: 'acc_1',
  startedAt: NOON,
  expiresAt: NOON + 1000,
  endedAt: null,
  method: 'password' as const,
  hasSecondFactor: true,
  failuresBefore: 0,
  address: '10.1.2.3',
  agent: 'Chrome',
};
const proposal = {
  id: 'prop_1',
  proposedBy: 'acc_1',
  state: 'proposed' as const,
  reason: '新任人员',
  proposedAt: NOON,
  decidedBy: null,
  decidedAt: null,
  batchId: null,
  version: 1,
};
const line = {
  id: 'line_1',
  proposalId: 'prop_1',
  accountId: 'acc_2',
  role: 'leader',
  unitId: 'un_1',
  fromOn: '2027-01-01',
  untilOn: null,
  endsGrantId: null,
};

describe.each(engines)('accounts on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let home: TestStore;
    beforeAll(async () => {
      home = await aStore(dialect);
      const { tables } = home.store;
      await home.store.write(act('accounts.created'), async (tx, changed) => {
        await addRows(tx, changed, tables.units, [aUnit()]);
        await addRows(tx, changed, tables.cadres, [aCadre()]);
        await addRows(tx, changed, tables.accounts, accounts);
        await addRows(tx, changed, tables.sessions, [session, { ...session, id: 'ses_2', endedAt: NOON }]);
        await addRows(tx, changed, tables.grantProposals, [proposal]);
        await addRows(tx, changed, tables.grantProposalLines, [line]);
        await addRows(tx, changed, tables.grants, [
          aGrant({ id: 'gr_1', fromOn: '2026-01-01', untilOn: '2026-06-30' }),
          aGrant({ id: 'gr_2', role: 'leader', unitId: 'un_1', fromOn: '2026-06-30' }),
          aGrant({ id: 'gr_3', role: 'hr_head', endedAt: NOON }),
        ]);
      });
    });
    afterAll(() => home?.remove());

    test('an account is found by staff number or id, a withdrawn one is not', async () => {
      const { read, tables } = home.store;
      expect(await accountByStaffNo(read, tables, 'S001')).toEqual(accounts[0]);
      expect(await accountByStaffNo(read, tables, 'S003')).toBeUndefined();
      expect(await accountById(read, tables, 'acc_2')).toEqual(accounts[1]);
      expect(await accountById(read, tables, 'acc_3')).toBeUndefined();
      const found = await accountsByStaffNo(read, tables, ['S002', 'S003', 'S001']);
      expect(found.map(({ id }) => id).sort()).toEqual(['acc_1', 'acc_2']);
    });

    test.each([
      ['2025-12-31', []],
      ['2026-01-01', ['gr_1']],
      ['2026-06-30', ['gr_1', 'gr_2']],
      ['2026-07-01', ['gr_2']],
    ])(
      'on %s the grants in force are %j: the last day counts, an ended one does not',
      async (day, expected) => {
        const { read, tables } = home.store;
        expect((await grantsInForce(read, tables, 'acc_1', day)).map(({ id }) => id)).toEqual(expected);
      },
    );

    test('who holds a role, and whether anybody ever did', async () => {
      const { read, tables } = home.store;
      expect(await holdersOf(read, tables, 'leader', '2026-12-31')).toHaveLength(1);
      expect(await holdersOf(read, tables, 'hr_head', '2026-12-31')).toEqual([]);
      expect(await wasEverGranted(read, tables, 'hr_head')).toBe(true);
      expect(await wasEverGranted(read, tables, 'secadmin')).toBe(false);
      expect((await grantsOf(read, tables, 'acc_1')).map(({ id }) => id)).toEqual(['gr_2', 'gr_3', 'gr_1']);
    });

    test('a session runs until it expires or is ended', async () => {
      const { read, tables } = home.store;
      const running = await sessionRunning(read, tables, 'ses_1', NOON);
      expect(running).toEqual({ session, account: accounts[0] });
      expect(await sessionRunning(read, tables, 'ses_1', NOON + 1000)).toBeUndefined();
      expect(await sessionRunning(read, tables, 'ses_2', NOON)).toBeUndefined();
      expect(await sessionRunning(read, tables, 'ses_3', NOON)).toBeUndefined();
    });

    test('a proposal waits with its lines until it is decided', async () => {
      const { store } = home;
      expect(await proposalsAwaitingDecision(store.read, store.tables)).toEqual([proposal]);
      expect(await proposalWithLines(store.read, store.tables, 'prop_1')).toEqual({
        ...proposal,
        lines: [line],
      });
      expect(await proposalWithLines(store.read, store.tables, 'prop_9')).toBeUndefined();
      await store.write(act('grants.refused'), (tx, changed) =>
        changeRow(tx, changed, store.tables.grantProposals, { before: proposal, set: { state: 'refused' } }),
      );
      expect(await proposalsAwaitingDecision(store.read, store.tables)).toEqual([]);
    });

    test('accounts that nobody has activated are listed with the person, and without any secret', async () => {
      const { read, tables } = home.store;
      expect(await accountsAwaitingActivation(read, tables)).toEqual([
        expect.objectContaining({ accountId: 'acc_4', staffNo: 'ADMIN', name: null }),
        {
          accountId: 'acc_2',
          staffNo: 'S002',
          version: 1,
          slipExpiresAt: null,
          cadreId: 'cad_1',
          name: '张三',
          unitId: 'un_1',
        },
      ]);
    });
  });
});
