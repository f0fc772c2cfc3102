import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRows } from '../../../db/rows.ts';
import { readXlsx } from '../../../server/adapters/xlsx.ts';
import type { Visitor } from '../../support/app.ts';
import { anOffice, type Office } from '../../support/office.ts';
import { aCadre } from '../../support/rows.ts';
import { YEAR } from '../../support/school.ts';
import { act, engines } from '../../support/store.ts';

interface View {
  id: string;
  state: string;
  people: number;
  version: number;
  contentHash: string | null;
}
const roster = (query: object = {}) => ({ what: 'roster', query, reason: '编制会议材料' });
const DAY_MS = 24 * 3_600_000;

describe.each(engines)('导出 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let office: Office;
    let hr: Visitor;
    let head: Visitor;
    beforeAll(async () => {
      office = await anOffice(dialect);
      await office.evaluate();
      hr = await office.as('hr');
      head = await office.as('head');
    });
    afterAll(() => office.remove());

    const asked = async (visitor: Visitor, body: unknown) =>
      (await visitor.post('/api/exports', body)).body as View;
    const fetched = async (visitor: Visitor, { id }: View) => {
      const { app } = office.app;
      const answer = await app.inject({
        method: 'GET',
        url: `/api/exports/${id}/file`,
        headers: { cookie: `__Host-dandang=${visitor.cookie}` },
      });
      return {
        status: answer.statusCode,
        bytes: answer.rawPayload,
        headers: answer.headers,
        text: answer.body,
      };
    };
    const sheetsOf = async (visitor: Visitor, view: View) => {
      const { status, bytes } = await fetched(visitor, view);
      expect(status).toBe(200);
      return readXlsx(bytes);
    };
    const decide = (visitor: Visitor, { id, version }: View, event: string) =>
      visitor.post(`/api/exports/${id}/decision`, { event, version, reason: '会议需要' });

    test('名册：与屏幕上同样的人和栏目，前后和打印都有水印，留下摘要', async () => {
      const view = await asked(hr, roster({ unit: 'un_college' }));
      expect(view).toMatchObject({ state: 'ready', people: 6, contentHash: null });
      const { bytes, headers } = await fetched(hr, view);
      expect(headers['content-disposition']).toContain(encodeURIComponent('干部名册-2026-12-31'));
      const [cover, sheet] = await readXlsx(bytes);
      expect(JSON.stringify(cover)).toContain('编制会议材料');
      const rows = sheet!.rows;
      expect(rows[0]![0]).toContain('hr 于 2026-12-31 12:00（北京时间） 导出，用途：编制会议材料');
      expect(rows.at(-1)![0]).toBe(rows[0]![0]);
      expect(rows[1]!.slice(0, 3)).toEqual(['工号', '姓名', '单位']);
      expect(rows).toHaveLength(6 + 3);
      expect(JSON.stringify(rows)).not.toMatch(/4400001970|1990000/u);
      const { items } = (await hr.get('/api/exports')).body as { items: View[] };
      expect(items[0]!.contentHash).toBe(createHash('sha256').update(bytes).digest('hex'));
    });

    test('结果：数字与页面一致；下载告知每个人', async () => {
      const body = { what: 'results', query: { year: YEAR, grade: 'excellent' }, reason: '报党委会' };
      const view = await asked(hr, body);
      const [, sheet] = await sheetsOf(hr, view);
      const shown = (await hr.get(`/api/years/${YEAR}/results?grade=excellent&limit=200`)).body as {
        items: { name: string; total: number; cadreId: string }[];
      };
      expect(sheet!.rows.slice(2, -1).map((row) => [row[1], row[5]])).toEqual(
        shown.items.map(({ name, total }) => [name, total / 100]),
      );
      const { read, tables } = office.store;
      const noted = (await read.select().from(tables.recordReads)).filter(
        ({ reason }) => reason === '报党委会',
      );
      const known = new Set(shown.items.map(({ cadreId }) => cadreId));
      expect(noted.map(({ cadreId }) => cadreId).sort()).toEqual([...known].sort());
      expect(new Set(noted.map(({ what }) => what))).toEqual(new Set(['export']));
      // Fetched again on the same day, it is on record already.
      const before = await read.$count(tables.recordReads);
      expect((await fetched(hr, view)).status).toBe(200);
      expect(await read.$count(tables.recordReads)).toBe(before);
    });

    test('像公式的文字不会成为公式', async () => {
      const { store } = office;
      const bad = aCadre({
        ...{ id: 'cad_bad', staffNo: 'B1', name: '=cmd|calc!A1', postTitle: '@SUM(A1)' },
        unitId: 'un_office',
      });
      await store.write(act('cadre.added'), (tx, changed) =>
        addRows(tx, changed, store.tables.cadres, [bad]),
      );
      const [, sheet] = await sheetsOf(hr, await asked(hr, roster({ q: 'B1' })));
      expect(sheet!.rows[2]!.slice(0, 4)).toEqual(['B1', "'=cmd|calc!A1", '文学院办公室', "'@SUM(A1)"]);
    });

    test('50 人以内自己下载，51 人起须由另一位负责人放行', async () => {
      const { store } = office;
      const more = Array.from({ length: 20 }, (_, i) =>
        aCadre({ id: `cad_x${i}`, staffNo: `X${i}`, name: `新人${i}`, unitId: 'un_registry' }),
      );
      await store.write(act('cadres.added'), (tx, changed) =>
        addRows(tx, changed, store.tables.cadres, more.slice(0, 19)),
      );
      expect(await asked(hr, roster())).toMatchObject({ people: 50, state: 'ready' });
      await store.write(act('cadres.added'), (tx, changed) =>
        addRows(tx, changed, store.tables.cadres, more.slice(19)),
      );
      // Ready for fifty, not for the one who came since.
      const { items } = (await hr.get('/api/exports?limit=1')).body as { items: View[] };
      expect(await fetched(hr, items[0]!)).toMatchObject({ status: 409 });

      const view = await asked(hr, roster());
      expect(view).toMatchObject({ people: 51, state: 'awaiting' });
      expect((await fetched(hr, view)).text).toContain('export-awaits-release');
      expect((await hr.get('/api/exports/awaiting')).status).toBe(403);
      expect((await decide(hr, view, 'release')).status).toBe(403);
      expect((await head.get('/api/exports/awaiting')).body).toMatchObject({ items: [{ id: view.id }] });
      const todo = async (visitor: Visitor) => (await visitor.get('/api/todo')).text;
      expect(await todo(head)).toContain('exportsToRelease');
      expect((await decide(head, view, 'release')).body).toMatchObject({ state: 'released', version: 2 });
      expect(await todo(head)).not.toContain('exportsToRelease');
      expect(await todo(hr)).toContain('exportsReleased');
      // Released to whoever asked, not to whoever released it.
      expect((await fetched(head, view)).status).toBe(404);
      const [, sheet] = await sheetsOf(hr, view);
      expect(sheet!.rows).toHaveLength(51 + 3);
      expect(await todo(hr)).not.toContain('exportsReleased');
      expect((await decide(head, view, 'refuse')).status).toBe(409);
    });

    test('负责人不能放行自己的；退回的下载不了', async () => {
      const view = await asked(head, roster());
      expect(view.state).toBe('awaiting');
      expect(await decide(head, view, 'release')).toMatchObject({
        status: 403,
        body: { type: '/problems/releaser-is-requester' },
      });
      expect((await head.get('/api/exports/awaiting')).body).toEqual({ items: [] });
      expect((await decide(await office.as('head2'), view, 'refuse')).status).toBe(200);
      expect((await fetched(head, view)).text).toContain('export-refused');
    });

    test('本人导出自己的档案，只有自己，不算别人看过', async () => {
      const own = await office.as('cadre');
      const view = await asked(own, { what: 'ownRecord', query: {}, reason: '个人留存' });
      expect(view).toMatchObject({ state: 'ready', people: 1 });
      const text = JSON.stringify(await sheetsOf(own, view));
      expect(text).toContain('科长3');
      expect(text.replaceAll('科长3', '')).not.toMatch(/科长\d/u);
      expect(
        ((await own.get('/api/my-record/readers')).body as { items: { reason: string }[] }).items,
      ).not.toContainEqual(expect.objectContaining({ reason: '个人留存' }));
      for (const body of [roster(), { what: 'results', query: { year: YEAR }, reason: '看看别人' }])
        expect((await own.post('/api/exports', body)).status).toBe(404);
    });

    test('有亲属关系的人不在导出里', async () => {
      const clerk = await office.as('S7');
      const before = await asked(clerk, roster({ unit: 'un_college' }));
      await (
        await office.as('S2')
      ).post('/api/relations', {
        ...{ kind: 'spouse', staffNo: 'S7', name: '科长7', detail: '夫妻' },
      });
      const [, sheet] = await sheetsOf(clerk, await asked(clerk, roster({ unit: 'un_college' })));
      expect(sheet!.rows).toHaveLength(before.people - 1 + 3);
      expect(JSON.stringify(sheet)).not.toMatch(/科长2(?!\d)/u);
      expect((await clerk.post('/api/exports', roster({ q: 'S2' }))).text).not.toContain('科长2"');
    });

    test.each([
      ['多出的一项', { ...roster(), state: 'released' }, 400],
      ['没有理由', { what: 'roster', query: {} }, 400],
      ['没有的清单', { ...roster(), what: 'denials' }, 400],
      ['没有人', roster({ q: '没有这个人' }), 409],
    ])('%s：不收', async (_what, body, status) => {
      expect((await hr.post('/api/exports', body)).status).toBe(status);
    });

    test('三天以后、别人来取：都取不到', async () => {
      const view = await asked(hr, roster({ unit: 'un_office' }));
      expect((await fetched(await office.as('S7'), view)).status).toBe(404);
      office.app.clock.now += 3 * DAY_MS + 1;
      expect((await fetched(await office.app.visitorAs('acc_hr'), view)).status).toBe(410);
    });
  });
});
