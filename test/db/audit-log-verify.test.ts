import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hashOfRow } from '../../db/audit-entry.ts';
import type { FaultKind } from '../../db/audit-log/faults.ts';
import { exportedLines, exportReader } from '../../db/audit-log/export.ts';
import { headText, signersOf } from '../../db/audit-log/signing.ts';
import { type HeldHead, verifyExport, verifyStore } from '../../db/audit-log/verify.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import { openStore, type Store, StoreIsReadOnly } from '../../db/store.ts';
import { behind, copyOf } from '../support/behind.ts';
import { aLogKey } from '../support/test-keys.ts';
import { aCadre, anAccount, aPost, aUnit, NOON } from '../support/rows.ts';
import { act, aStore, engines, type TestStore } from '../support/store.ts';

/** A store with a history: rows added, changed, withdrawn, some with flags and JSON. */
async function aHistory(store: Store): Promise<void> {
  const { tables: t } = store;
  const units = ['1', '2', '3'].map((n) => aUnit({ id: `un_${n}`, code: `U${n}` }));
  await store.write(act('units.added', { reason: '建制' }), (tx, changed) =>
    addRows(tx, changed, t.units, units),
  );
  const [before] = units;
  await store.write(act('unit.renamed', { subject: 'un_1' }), (tx, changed) =>
    changeRow(tx, changed, t.units, { before: before!, set: { name: '教学处' } }),
  );
  await store.write(act('posts.added', { subject: 'po_1' }), (tx, changed) =>
    addRows(tx, changed, t.posts, [aPost({ isChief: false })]),
  );
  await store.write(act('account.created', { subject: 'acc_1' }), (tx, changed) =>
    addRows(tx, changed, t.accounts, [anAccount({ id: 'acc_1', recoveryHashes: ['a', 'b'] })]),
  );
  for (const id of ['cad_1', 'cad_2'])
    await store.write(act('cadre.added', { subject: id }), (tx, changed) =>
      addRows(tx, changed, t.cadres, [aCadre({ id, staffNo: id })]),
    );
  await store.log.sequenced();
}
async function heldFrom({ log }: Store): Promise<HeldHead> {
  const head = (await log.head())!;
  const key = (await log.keys()).find(({ id }) => id === head.keyId)!;
  return { ...head, publicKey: key.publicKey };
}

const strangerSigned = (head: HeldHead): string => signersOf(aLogKey(7))[0].sign(headText(head));

type Attack = [name: string, statements: string[], found: FaultKind[]];
const ZEROS = '0'.repeat(64);
const LAST_ENTRY = '(select entry_id from log_leaves order by sequence desc limit 1)';
const attacks: Attack[] = [
  ['改一个数据行', ["update units set name = '人事处' where id = 'un_2'"], ['rowAltered']],
  ['把空值填上', ["update cadres set withdrawn_at = 5 where id = 'cad_1'"], ['rowAltered']],
  ['改一个真假值', ["update posts set is_chief = not is_chief where id = 'po_1'"], ['rowAltered']],
  [
    '改 JSON 里的一项',
    [`update accounts set recovery_hashes = '["a","c"]' where id = 'acc_1'`],
    ['rowAltered'],
  ],
  ['删一个数据行', ["delete from cadres where id = 'cad_2'"], ['rowRemoved']],
  [
    '程序之外添一个数据行',
    [
      "insert into units select 'un_9', 'U9', name, name_key, kind, parent_id, batch_id, recorded_at, withdrawn_at, version from units where id = 'un_3'",
    ],
    ['rowAdded'],
  ],
  [
    '互换两行的内容',
    ["update units set name = case id when 'un_2' then '乙' else '甲' end where id in ('un_2', 'un_3')"],
    ['rowAltered'],
  ],
  [
    '改审计记录的理由',
    ["update audit_entries set reason = '另一个理由' where deed = 'units.added'"],
    ['entryAltered'],
  ],
  [
    '改审计记录的时间',
    ["update audit_entries set at = at + 1 where deed = 'unit.renamed'"],
    ['entryAltered'],
  ],
  [
    '删一条审计记录',
    [`delete from audit_entries where id = ${LAST_ENTRY}`],
    ['entryMissing', 'changesWithoutEntry'],
  ],
  [
    '改变更清单',
    [`update audit_changes set new_hash = '${ZEROS}' where row_id = 'un_2'`],
    ['entryAltered', 'rowAltered'],
  ],
  ['改变更的次序号', ["update audit_changes set position = 7 where row_id = 'un_3'"], ['entryAltered']],
  ['删一条变更', ["delete from audit_changes where row_id = 'po_1'"], ['entryAltered', 'rowAdded']],
  [
    '添一条不属于谁的变更',
    [`insert into audit_changes values ('aud_none', 0, 'nothing', 'x', null, '${ZEROS}')`],
    ['changesWithoutEntry'],
  ],
  [
    '添一条没有变更的审计记录',
    [
      "insert into audit_entries (id, at, actor, duty, deed, subject) values ('aud_x', 1, 'a', 'b', 'c', 'd')",
    ],
    ['entryIncoherent'],
  ],
  [
    '互换两条审计记录',
    [
      'update log_leaves set sequence = -5 where sequence = 1',
      'update log_leaves set sequence = 1 where sequence = 2',
      'update log_leaves set sequence = 2 where sequence = -5',
    ],
    ['rootWrong', 'nodeWrong'],
  ],
  [
    '改一个叶子',
    [`update log_leaves set leaf_hash = '${ZEROS}' where sequence = 3`],
    ['entryAltered', 'rootWrong', 'nodeWrong'],
  ],
  ['改一个节点', [`update log_nodes set hash = '${ZEROS}' where level = 1 and position = 1`], ['nodeWrong']],
  ['添一个节点', [`insert into log_nodes values (9, 0, '${ZEROS}')`], ['nodeWrong']],
  ['删一个节点', ['delete from log_nodes where level = 2'], ['nodeWrong']],
  ['抽掉中间一个叶子', ['delete from log_leaves where sequence = 2'], ['sequenceGap']],
  ['截去日志的末尾', ['delete from log_leaves where sequence >= 4'], ['nodeWrong', 'logTruncated']],
  [
    '删去最后一个日志头',
    ['delete from log_heads where size = (select max(size) from log_heads)'],
    ['leavesUnsigned'],
  ],
  [
    '改一个日志头的根',
    [`update log_heads set root_hash = '${ZEROS}' where size = (select max(size) from log_heads)`],
    ['signatureWrong', 'rootWrong'],
  ],
  ['改一个日志头的时间', ['update log_heads set at = at + 1 where size = 1'], ['signatureWrong']],
  ['改公布的密钥', ['update log_keys set at = at + 1'], ['keyWrong', 'signatureWrong']],
  [
    '添一把自己的密钥',
    [
      `insert into log_keys values ('${signersOf(aLogKey(7))[0].keyId}', '${signersOf(aLogKey(7))[0].publicKey}', 1, '${signersOf(aLogKey(7))[0].keyId}', 'AAAA')`,
    ],
    ['keyWrong'],
  ],
];

describe.each(engines)('verify on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let home: TestStore;
    let held: HeldHead;
    const fresh = async () => {
      home = await aStore(dialect);
      await aHistory(home.store);
      held = await heldFrom(home.store);
    };
    /** What is found after the attack, in a store that is opened as `verify` opens it. */
    async function foundAfter(statements: string[], head: HeldHead | null = null): Promise<string[]> {
      await home.store.close();
      await behind(home, ...statements);
      const looked = await openStore({ ...home.options, sequence: false });
      const { faults, isSound } = await verifyStore(looked, head);
      await looked.close();
      expect(isSound).toBe(faults.length === 0);
      return [...new Set(faults.map(({ kind }) => kind))].sort();
    }

    describe('each attack on a store of its own', () => {
      let whole: TestStore;
      beforeAll(async () => {
        await fresh();
        whole = home;
        await whole.store.close();
      });
      beforeEach(async () => {
        home = await copyOf(whole);
      });
      afterAll(() => whole.remove());
      test.each(attacks)('%s', async (_name, statements, found) => {
        expect(await foundAfter(statements)).toEqual([...found].sort());
        await home.remove();
      });

      test('一个删去日志头的中间者也缺不得', async () => {
        const { store } = home;
        const sizes = (await store.read.select().from(store.tables.logHeads)).map(({ size }) => size);
        const middle = sizes.sort((a, b) => a - b).at(-2)!;
        const found = await foundAfter([`delete from log_heads where size = ${middle}`]);
        expect(found).toEqual(sizes.length > 1 ? ['headGap'] : ['leavesUnsigned']);
        await home.remove();
      });

      test('连日志头也一并伪造的人，签名不对', async () => {
        const forged = { ...held, rootHash: ZEROS };
        const signature = strangerSigned(forged);
        const found = await foundAfter([
          `update log_heads set root_hash = '${ZEROS}', signature = '${signature}' where size = ${held.size}`,
        ]);
        expect(found).toEqual(['rootWrong', 'signatureWrong']);
        await home.remove();
      });

      test('指出是哪一个表的哪一行、哪一条记录', async () => {
        await home.store.close();
        await behind(
          home,
          "update units set name = 'x' where id = 'un_3'",
          "update audit_entries set subject = 'y' where subject = 'po_1'",
        );
        const looked = await openStore({ ...home.options, sequence: false });
        const { faults, faultCounts } = await verifyStore(looked);
        expect(faults.map(({ place }) => place)).toEqual([
          { sequence: 2, entry: expect.stringMatching(/^aud_/u) as string },
          { table: 'units', row: 'un_3' },
        ]);
        expect(faultCounts).toEqual({ entryAltered: 1, rowAltered: 1 });
        await looked.close();
        await home.remove();
      });

      test('旧副本凭所持日志头认出；没有日志头时旧副本本身是完好的', async () => {
        const cut = [
          `delete from audit_changes where entry_id = ${LAST_ENTRY}`,
          `delete from audit_entries where id = ${LAST_ENTRY}`,
        ];
        const { store } = home;
        const last = await store.log.inclusion(held.size - 1, held.size);
        expect(last).not.toBeNull();
        await store.write(act('unit.added'), (tx, changed) =>
          addRows(tx, changed, store.tables.units, [aUnit({ id: 'un_7', code: 'U7' })]),
        );
        await store.log.sequenced();
        const later = await heldFrom(store);
        const old = [
          ...cut,
          `delete from log_leaves where sequence = ${held.size}`,
          `delete from log_nodes where (position + 1) * ${dialect === 'sqlite' ? '(1 << level)' : 'power(2, level)'} > ${held.size}`,
          `delete from log_heads where size > ${held.size}`,
          "delete from units where id = 'un_7'",
        ];
        expect(await foundAfter(old, later)).toEqual(['heldHeadAhead']);
        const again = await openStore({ ...home.options, sequence: false });
        expect((await verifyStore(again)).faults).toEqual([]);
        expect((await verifyStore(again, held)).faults).toEqual([]);
        await again.close();
        await home.remove();
      });

      test('整本日志重写、重签之后，仍与所持日志头不符', async () => {
        await home.store.close();
        await behind(
          home,
          'delete from log_leaves',
          'delete from log_nodes',
          'delete from log_heads',
          "update audit_entries set reason = '改写' where deed = 'units.added'",
        );
        const again = await openStore(home.options);
        expect((await verifyStore(again)).faults).toEqual([]);
        expect((await verifyStore(again, held)).faults.map(({ kind }) => kind)).toEqual(['heldHeadDiffers']);
        await again.close();
        await home.remove();
      });

      test('日志自相矛盾时，启动后只读，不再往上写', async () => {
        await home.store.close();
        await behind(home, 'delete from log_leaves where sequence >= 4');
        const checked = await openStore({ ...home.options, check: true });
        expect(checked.startFaults.map(({ kind }) => kind)).toContain('logTruncated');
        expect(checked.readOnly?.because).toBe('altered');
        const writing = checked.write(act('unit.added'), (tx, changed) =>
          addRows(tx, changed, checked.tables.units, [aUnit({ id: 'un_8', code: 'U8' })]),
        );
        await expect(writing).rejects.toThrow(StoreIsReadOnly);
        await checked.close();
        const unchecked = await openStore(home.options);
        expect(unchecked.readOnly?.because).toBe('altered');
        await unchecked.close();
        await home.remove();
      });
    });

    describe('a store that nobody touched', () => {
      beforeAll(fresh);
      afterAll(() => home.remove());
      const inFile = async () => {
        const lines: string[] = [];
        for await (const line of exportedLines(home.store.read, home.store.tables))
          lines.push(line.trimEnd());
        return lines;
      };
      const read = (lines: readonly string[]) =>
        exportReader(async function* () {
          yield* lines;
        });

      test('has no fault, and is the continuation of the head that was held', async () => {
        const { faults, findings } = await verifyStore(home.store, held);
        expect(faults).toEqual([]);
        expect(findings).toMatchObject({ size: held.size, rootHash: held.rootHash, pending: 0 });
      });

      test('starts checked', async () => {
        const checked = await openStore({ ...home.options, check: true });
        expect(checked.startFaults).toEqual([]);
        expect(checked.readOnly).toBeNull();
        await checked.close();
      });

      test('its exported log is checked without it', async () => {
        const lines = await inFile();
        const { faults, findings } = await verifyExport(read(lines), held);
        expect(faults).toEqual([]);
        expect(findings).toMatchObject({ size: held.size, rootHash: held.rootHash });
      });

      test('an exported log in which anything was altered, cut or swapped is not sound', async () => {
        const lines = await inFile();
        const kinds = async (altered: readonly string[]) =>
          (await verifyExport(read(altered), held)).faults.map(({ kind }) => kind);
        expect(await kinds(lines.map((line) => line.replace('建制', '改制')))).toEqual(['entryAltered']);
        expect(await kinds(lines.slice(0, -1))).toContain('logTruncated');
        const last = lines.slice(-2).toReversed();
        expect(await kinds([...lines.slice(0, -2), ...last])).toContain('sequenceGap');
        expect(await kinds(lines.filter((line) => !line.includes('"head"')))).toContain('leavesUnsigned');
        await expect(kinds(['{"nothing":1}'])).rejects.toThrow('line 1');
        await expect(kinds([lines[0]!, '{'])).rejects.toThrow('line 2');
      });

      test('a held head that was altered or signed by somebody else is refused', async () => {
        const kinds = async (head: HeldHead) =>
          (await verifyStore(home.store, head)).faults.map(({ kind }) => kind);
        expect(await kinds({ ...held, at: held.at + 1 })).toEqual(['heldHeadWrong']);
        const [stranger] = signersOf(aLogKey(7));
        const foreign = { ...held, keyId: stranger.keyId, publicKey: stranger.publicKey };
        expect(await kinds({ ...foreign, signature: strangerSigned(foreign) })).toEqual(['keyForeign']);
      });
    });

    test('a store of the first version, which hashed empty columns and kept no log, is taken over', async () => {
      const own = await aStore(dialect);
      await aHistory(own.store);
      const { store } = own;
      // As the first version left it: hashes with nulls, an answer without an entry, no log.
      const [row] = await store.read.select().from(store.tables.units);
      const nulls = { ...row, parentId: null, batchId: null, withdrawnAt: null };
      const answer = `insert into idempotency values ('acc_1', 'key-12345', 'POST /x', 'h', 201, '{}', ${NOON})`;
      const { createHash } = await import('node:crypto');
      const { canonicalJson } = await import('../../scoring/index.ts');
      const first = createHash('sha256').update(canonicalJson(nulls)).digest('hex');
      await store.close();
      await behind(
        own,
        'delete from log_leaves',
        'delete from log_nodes',
        'delete from log_heads',
        'delete from log_keys',
        `update audit_changes set new_hash = '${first}' where new_hash = '${hashOfRow(row!)}'`,
        answer,
      );
      const upgraded = await openStore({ ...own.options, newId: (prefix) => `${prefix}_up` });
      const { faults } = await verifyStore(upgraded);
      expect(faults.filter(({ kind }) => kind !== 'entryIncoherent')).toEqual([]);
      const [begun] = await upgraded.read
        .select()
        .from(upgraded.tables.auditChanges)
        .where((await import('drizzle-orm')).eq(upgraded.tables.auditChanges.entryId, 'aud_up'));
      expect(begun).toMatchObject({ tableName: expect.any(String) as string });
      await upgraded.close();
      await own.remove();
    });

    test('a row that was altered before the log began is not taken over', async () => {
      const own = await aStore(dialect);
      await aHistory(own.store);
      await own.store.close();
      await behind(
        own,
        'delete from log_leaves',
        'delete from log_nodes',
        'delete from log_heads',
        'delete from log_keys',
        "update units set name = '改名' where id = 'un_2'",
      );
      const upgraded = await openStore(own.options);
      expect((await verifyStore(upgraded)).faults).toEqual([
        { kind: 'rowAltered', place: { table: 'units', row: 'un_2' } },
      ]);
      await upgraded.close();
      await own.remove();
    });
  });
});
