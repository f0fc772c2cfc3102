import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isConsistent, isIncluded } from '../../db/audit-log/proofs.ts';
import { leafHashOf } from '../../db/audit-log/hashing.ts';
import { leafTextOf } from '../../db/audit-log/leaf.ts';
import { headText, signatureCheck } from '../../db/audit-log/signing.ts';
import { addRows } from '../../db/store.ts';
import type { z } from 'zod';
import type {
  ConsistencyProof,
  InclusionProof,
  LogHeadView,
  LogKeys,
  Receipt,
  ReceiptPage,
} from '../../server/audit/log.contract.ts';
import { anApp, type TestApp, type Visitor, withAccounts } from '../support/app.ts';
import { behind } from '../support/behind.ts';
import { aCadre, anAccount, aUnit } from '../support/rows.ts';
import { act, engines, type TestStore } from '../support/store.ts';

type Head = z.infer<typeof LogHeadView>;

describe.each(engines)('日志的接口 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let tested: TestApp;
    let anon: Visitor;
    let cadre: Visitor;
    let other: Visitor;
    let auditor: Visitor;
    beforeAll(async () => {
      tested = await anApp(dialect);
      const { store } = tested.home;
      await withAccounts(tested, [
        { staffNo: 'other' },
        { staffNo: 'audit', role: 'auditadmin' },
        { staffNo: 'sys', role: 'sysadmin' },
      ]);
      await store.write(act('people.added'), async (tx, changed) => {
        await addRows(tx, changed, store.tables.units, [aUnit()]);
        await addRows(tx, changed, store.tables.cadres, [aCadre()]);
        await addRows(tx, changed, store.tables.accounts, [
          anAccount({ id: 'acc_own', staffNo: 'S001', cadreId: 'cad_1' }),
        ]);
      });
      [anon, cadre, other, auditor] = [
        tested.visitor(),
        await tested.visitorAs('acc_own'),
        await tested.visitorAs('acc_other'),
        await tested.visitorAs('acc_audit'),
      ];
      const note = (deed: string, more: object) =>
        store.write(act(deed, more), async (_tx, changed) =>
          changed(store.tables.cadres, 'cad_1', aCadre(), aCadre()),
        );
      await note('profile.viewed', { actor: 'acc_other', subject: 'cad_1' });
      await note('profile.noted', { actor: 'acc_other', subject: 'cad_1', reason: '群众反映的内容' });
      await note('profile.kept', { actor: 'acc_own', subject: 'cad_1', reason: '本人说明' });
      await store.log.sequenced();
    });
    afterAll(() => tested?.remove());

    const head = async () => (await anon.get('/api/audit/head')).body as Head;
    const receiptsOf = async (visitor: Visitor) =>
      ((await visitor.get('/api/audit/receipts')).body as z.infer<typeof ReceiptPage>).items;
    const idOf = async (deed: string) =>
      (await receiptsOf(cadre)).find((line) => line.deed === deed)!.entryId;

    test('任何人都读得到日志头和公钥，签名成立', async () => {
      const signed = await head();
      const { items } = (await anon.get('/api/audit/keys')).body as z.infer<typeof LogKeys>;
      const { publicKey, ...bare } = signed;
      expect(items.map(({ keyId }) => keyId)).toEqual([signed.keyId]);
      expect(items[0]!.publicKey).toBe(publicKey);
      expect(signatureCheck(publicKey)(headText(bare), signed.signature)).toBe(true);
      expect((await anon.get('/api/audit/state')).body).toEqual({ head: signed, holds: true });
    });

    test('一条记录的证明、两个日志头之间的证明', async () => {
      const { size, rootHash } = await head();
      const asked = await anon.get(`/api/audit/proof?leaf=1&size=${size}`);
      const inclusion = asked.body as z.infer<typeof InclusionProof>;
      expect(isIncluded(inclusion)).toBe(true);
      expect(inclusion.rootHash).toBe(rootHash);
      expect((await anon.get(`/api/audit/proof?entry=${inclusion.entryId}`)).body).toMatchObject({
        sequence: 1,
      });
      const between = await anon.get(`/api/audit/proof?from=2&to=${size}`);
      expect(isConsistent(between.body as z.infer<typeof ConsistencyProof>)).toBe(true);
    });

    test.each([
      ['?entry=aud_none', 404],
      ['?leaf=999999', 404],
      ['?leaf=0&size=999999', 404],
      ['?from=1&to=999999', 404],
      ['?from=3&to=2', 404],
      ['', 400],
      ['?leaf=0&entry=x', 400],
      ['?from=1', 400],
      ['?from=1&to=2&leaf=0', 400],
      ['?leaf=-1', 400],
      ['?leaf=0&more=1', 400],
    ])('问得不对：%s', async (query, status) => {
      expect((await anon.get(`/api/audit/proof${query}`)).status).toBe(status);
    });

    test('回执凭自身即可核验：记录、位置、签名', async () => {
      const answer = await cadre.get(`/api/audit/receipts/${await idOf('profile.kept')}`);
      const receipt = answer.body as z.infer<typeof Receipt>;
      const { publicKey, ...bare } = receipt.head;
      expect(receipt.entry).toMatchObject({ actor: 'acc_own', reason: '本人说明' });
      expect(leafHashOf(leafTextOf(receipt.entry!, receipt.changesHash!))).toBe(receipt.leafHash);
      expect(isIncluded({ ...receipt, size: bare.size, rootHash: bare.rootHash })).toBe(true);
      expect(signatureCheck(publicKey)(headText(bare), bare.signature)).toBe(true);
    });

    test('刚办完的事也有回执', async () => {
      const { store } = tested.home;
      await store.write(act('profile.fresh', { actor: 'acc_own', subject: 'x' }), async (_tx, changed) =>
        changed(store.tables.cadres, 'cad_1', aCadre(), aCadre()),
      );
      const answer = await cadre.get(`/api/audit/receipts/${await idOf('profile.fresh')}`);
      expect(answer.status).toBe(200);
    });

    test('本人所为、以本人为对象的都列出；别人看不到', async () => {
      const deeds = (await receiptsOf(cadre)).map(({ deed, isOwn }) => [deed, isOwn]);
      expect(deeds).toEqual(
        expect.arrayContaining([
          ['profile.kept', true],
          ['profile.noted', false],
          ['profile.viewed', false],
        ]),
      );
      const id = await idOf('profile.kept');
      expect((await other.get(`/api/audit/receipts/${id}`)).status).toBe(404);
      expect((await anon.get(`/api/audit/receipts/${id}`)).status).toBe(401);
      expect((await other.get('/api/audit/receipts/aud_none')).status).toBe(404);
      const sys = await tested.visitorAs('acc_sys');
      expect((await sys.get(`/api/audit/receipts/${id}`)).status).toBe(404);
      expect((await auditor.get(`/api/audit/receipts/${id}`)).status).toBe(200);
    });

    test('他人办理时写下的理由不随回执泄露，位置仍可证明', async () => {
      const { text, body } = await cadre.get(`/api/audit/receipts/${await idOf('profile.noted')}`);
      expect(text).not.toContain('群众反映');
      const receipt = body as z.infer<typeof Receipt>;
      expect(receipt).toMatchObject({ entry: null, changesHash: null });
      expect(isIncluded({ ...receipt, size: receipt.head.size, rootHash: receipt.head.rootHash })).toBe(true);
      const viewed = await cadre.get(`/api/audit/receipts/${await idOf('profile.viewed')}`);
      expect(viewed.body).toMatchObject({ entry: { actor: 'acc_other', reason: null } });
    });

    test('日志头被改之后不再就绪', async () => {
      expect((await anon.get('/readyz')).body).toEqual({ status: 'ok', logHead: 'verified' });
      const { size } = await head();
      await behind(tested.home as TestStore, `update log_heads set at = at + 1 where size = ${size}`);
      const answer = await anon.get('/readyz');
      expect(answer.status).toBe(503);
      expect(answer.text).toContain('log-not-verified');
      expect((await anon.get('/api/audit/state')).body).toMatchObject({ holds: false });
    });
  });
});
