// The inbox over HTTP: what a step of a file leaves there, in the same act or not at all, for its owner alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditEntries, changesOfEntry } from '../../../db/queries/audit.ts';
import { deliveriesOf } from '../../../db/queries/procedure-files.ts';
import type { Answer } from '../../support/app.ts';
import {
  aFileOffice,
  bodyOf,
  everybody,
  type FileOffice,
  type PersonName,
} from '../../support/file-office.ts';
import { engines } from '../../support/store.ts';

interface Inbox {
  readonly items: readonly {
    readonly id: string;
    readonly kind: string;
    readonly title: { readonly zh: string; readonly en: string };
    readonly href: string | null;
    readonly isRead: boolean;
  }[];
  readonly next: string | null;
  readonly unread: number;
}

describe.each(engines)('收件箱 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let office: FileOffice;
    beforeAll(async () => {
      office = await aFileOffice(dialect);
    });
    afterAll(() => office.remove());

    const inboxOf = async (who: PersonName, query = ''): Promise<Inbox> => {
      const { status, body } = await (await office.as(who)).get(`/api/inbox${query}`);
      expect(status).toBe(200);
      return body as Inbox;
    };
    const kindsOf = async (who: PersonName) => (await inboxOf(who)).items.map(({ kind }) => kind);
    const fire = (who: PersonName, id: string, event: string, data?: object) =>
      office.fire(who, 'corrections', id, event, { ...(data && { data }) });
    const ok = async (answer: Promise<Answer>) => expect((await answer).status).toBe(200);
    const found = (value: string) => ({ found: value, document: '任免文件〔2019〕8号' });
    /** A correction that HR has checked, with what the archive says. */
    async function verified(value: string): Promise<string> {
      const asked = { field: 'postTitle', wanted: '副处长', basis: '任免文件〔2019〕8号' };
      const { id } = bodyOf(await (await office.as('subject')).post('/api/corrections', asked));
      await ok(fire('subject', id, 'submit'));
      await ok(fire('hr', id, 'verify', found(value)));
      return id;
    }

    test('一开始是空的；没有登录的看不到', async () => {
      expect(await inboxOf('subject')).toEqual({ items: [], next: null, unread: 0 });
      expect((await office.app.visitor().get('/api/inbox')).status).toBe(401);
    });

    test('一步没有成，就没有消息；成了，在同一次写入里有一条，一个字不涉及内容', async () => {
      const id = await verified('处长');
      // The archive says what the roster says: refused inside the act, after its notice was written.
      expect((await fire('head', id, 'correct')).status).toBe(409);
      expect(await inboxOf('subject')).toMatchObject({ items: [], unread: 0 });
      await ok(fire('head', id, 'return'));
      await ok(fire('hr', id, 'verify', found('副处长')));
      await ok(fire('head', id, 'correct'));
      const { items, unread } = await inboxOf('subject');
      expect(unread).toBe(1);
      expect(items).toEqual([
        {
          id: expect.any(String) as string,
          kind: 'notice',
          title: { zh: '您有一份通知待签收：更正申请', en: 'A notice waits for your signature: Correction' },
          href: `/corrections/${id}`,
          at: office.app.clock.now,
          isRead: false,
          about: null,
        },
      ]);
      const { read, tables } = office.store;
      const entries = await auditEntries(read, tables, { subject: id, actor: null, after: null, limit: 10 });
      const latest = entries.items.find(({ deed }) => deed === 'correction.correct');
      const tablesChanged = (await changesOfEntry(read, tables, latest!.id)).map(
        ({ tableName }) => tableName,
      );
      expect(tablesChanged).toEqual(expect.arrayContaining(['files', 'deliveries', 'messages']));
      expect((await (await office.as('subject')).get(items[0]!.href!.replace('/', '/api/'))).status).toBe(
        200,
      );
      // Signed for, it waits no more.
      const [delivery] = await deliveriesOf(read, tables, id);
      const subject = await office.as('subject');
      await ok(subject.post(`/api/files/${id}/deliveries/${delivery!.id}/signature`, { version: 1 }));
      expect(await inboxOf('subject')).toMatchObject({ items: [{ isRead: true }], unread: 0 });
    });

    test('被指定的人得知被指定，轮到时再得知；做这一步的人不通知自己，别人没有', async () => {
      const asked = { field: 'postTitle', wanted: '调研员', basis: '任免文件〔2021〕2号' };
      const { id } = bodyOf(await (await office.as('subject')).post('/api/corrections', asked));
      await ok(fire('subject', id, 'submit'));
      const assign = async (by: PersonName, staffNo: PersonName, principal: string) =>
        (await office.as(by)).post(`/api/files/${id}/assignments`, {
          ...{ staffNo, principal, reason: '按分工承办' },
        });
      await ok(assign('head', 'head2', 'hr_head'));
      await ok(assign('head', 'hr2', 'hr'));
      expect(await kindsOf('head2')).toEqual(['named']);
      expect(await kindsOf('hr2')).toEqual(['named']);
      await ok(fire('hr2', id, 'verify', found('调研员')));
      expect(await kindsOf('head2')).toEqual(['turn', 'named']);
      expect(await kindsOf('hr2')).toEqual(['named']);
      await ok(fire('head2', id, 'return'));
      expect(await kindsOf('hr2')).toEqual(['turn', 'named']);
      expect(await kindsOf('head2')).toEqual(['turn', 'named']);
      for (const who of ['head', 'hr', 'kin', 'board', 'inspector', 'sysadmin'] as const)
        expect([who, await kindsOf(who)]).toEqual([who, []]);
      await ok(fire('subject', id, 'withdraw'));
      expect((await kindsOf('subject')).filter((kind) => kind !== 'notice')).toEqual([]);
    });

    test('读一条少一条未读；别人的和没有的都是 404', async () => {
      const [first] = (await inboxOf('head2')).items;
      const read = async (who: PersonName, id: string) =>
        (await (await office.as(who)).post(`/api/inbox/${id}/read`)).status;
      for (const who of everybody.filter((name) => name !== 'head2'))
        expect(await read(who, first!.id)).toBe(404);
      expect(await read('head2', 'msg_none')).toBe(404);
      expect((await inboxOf('head2')).unread).toBe(2);
      expect(await read('head2', first!.id)).toBe(204);
      expect(await inboxOf('head2')).toMatchObject({
        unread: 1,
        items: [{ isRead: true }, { isRead: false }],
      });
      expect(await read('head2', first!.id)).toBe(204);
      const all = async () => (await (await office.as('head2')).post('/api/inbox/read-all')).body;
      expect(await all()).toEqual({ read: 1 });
      expect(await all()).toEqual({ read: 0 });
      expect((await inboxOf('head2')).unread).toBe(0);
      expect((await inboxOf('hr2')).unread).toBe(2);
    });

    test('一页一页翻得到头，不重不漏', async () => {
      const seen: string[] = [];
      let after = '';
      for (let page = 0; page < 5; page += 1) {
        const { items, next, unread } = await inboxOf('hr2', `?limit=1${after}`);
        expect(unread).toBe(2);
        seen.push(...items.map(({ kind }) => kind));
        if (next === null) break;
        after = `&after=${encodeURIComponent(next)}`;
      }
      expect(seen).toEqual(['turn', 'named']);
      expect((await (await office.as('hr2')).get('/api/inbox?after=zzz')).status).toBe(400);
    });

    test('题目里只有事项的种类：没有姓名、工号、标题和理由', async () => {
      const { read, tables } = office.store;
      const titles = (await read.select().from(tables.messages))
        .map(({ title }) => JSON.stringify(title))
        .join();
      const secrets = [
        '李明',
        '虚构',
        '处长',
        '调研员',
        '文学院',
        '任免',
        '理由',
        'subject',
        'head2',
        '按分工',
      ];
      expect(secrets.filter((secret) => titles.includes(secret))).toEqual([]);
    });
  });
});
