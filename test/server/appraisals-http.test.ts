import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { YearSummary } from '../../server/appraisals/appraisals.contract.ts';
import { addRows } from '../../db/rows.ts';
import { appOn, type TestApp, type Visitor } from '../support/app.ts';
import { aGrant } from '../support/rows.ts';
import { aSchool, type School, sectionHead, YEAR } from '../support/school.ts';
import { act } from '../support/store.ts';
import type { z } from 'zod';

type Summary = z.infer<typeof YearSummary>;

describe('年度考核，经由 HTTP', () => {
  let school: School;
  let app: TestApp;
  let hr: Visitor;
  let head: Visitor;
  let cadre: Visitor;
  beforeAll(async () => {
    school = await aSchool('sqlite');
    const { grants } = school.store.tables;
    await school.store.write(act('grants.granted'), (tx, changed) =>
      addRows(tx, changed, grants, [
        aGrant({ id: 'gr_hr', accountId: 'acc_hr', role: 'hr' }),
        aGrant({ id: 'gr_head', accountId: 'acc_head', role: 'hr_head' }),
      ]),
    );
    app = await appOn({ home: school });
    hr = await app.visitorAs('acc_hr');
    head = await app.visitorAs('acc_head');
    cadre = await app.visitorAs('acc_cadre');
  });
  afterAll(() => app.remove());

  const summaryOf = async (visitor: Visitor) =>
    (await visitor.get(`/api/years/${YEAR}/summary`)).body as Summary;
  /** Follows a started job to its end, as a page would that lost its event stream. */
  async function ended(
    { status, body }: Awaited<ReturnType<Visitor['post']>>,
    visitor: Visitor,
  ): Promise<string> {
    expect(status).toBe(200);
    const { id } = (body as { job: { id: string } }).job;
    await app.services.jobs.ended(id);
    return ((await visitor.get(`/api/jobs/${id}`)).body as { state: string }).state;
  }

  test('开启年度：三项；不存在的日期逐项指出', async () => {
    const wrong = await hr.post('/api/years', {
      year: YEAR,
      asOf: '2026-02-30',
      vocabulary: 'publicInstitution',
    });
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ pointer: '/asOf' }] } });
    const opened = await hr.post('/api/years', {
      year: YEAR,
      asOf: '2026-12-31',
      vocabulary: 'publicInstitution',
    });
    expect(opened).toMatchObject({ status: 200, body: { year: YEAR, state: 'open', kind: 'annual' } });
    expect((await hr.get('/api/years')).body).toMatchObject({ items: [{ year: YEAR }] });
  });

  test('计算后决定同分，再看名单与得分由来', async () => {
    await school.measure();
    expect(await ended(await hr.post(`/api/years/${YEAR}/runs`), hr)).toBe('done');
    const { pools } = await summaryOf(head);
    const pool = pools.find(({ ties }) => ties !== null)!;
    const decision = { cadreIds: [sectionHead(3)], reason: '党委会研究', version: pool.version };
    const url = `/api/years/${YEAR}/pools/${pool.id}/tie-decision`;
    expect(await hr.post(url, decision)).toMatchObject({ status: 403 });
    expect(await ended(await head.post(url, decision), head)).toBe('done');
    expect(await head.post(url, decision)).toMatchObject({
      status: 409,
      body: { type: '/problems/stale-version' },
    });
    const page = await hr.get(`/api/years/${YEAR}/results?grade=excellent&sort=name&limit=2`);
    expect(page.body).toMatchObject({ total: 3, items: [{ name: '科长1' }, { name: '科长2' }] });
    const { body } = await hr.get(`/api/years/${YEAR}/results/${sectionHead(6)}`);
    expect(body).toMatchObject({ cadreId: sectionHead(6), lines: [{ points: -200 }] });
  });

  test('机动名额经由 HTTP 分配', async () => {
    const { pools } = await summaryOf(head);
    const pool = pools.find(({ name }) => name === '科级')!;
    const allotment = { extraPlaces: 1, reason: '科级人数多', version: pool.version };
    expect(await ended(await head.post(`/api/years/${YEAR}/pools/${pool.id}/reserve`, allotment), head)).toBe(
      'done',
    );
    expect(await summaryOf(head)).toMatchObject({ reserve: 1, reserveLeft: 0 });
  });

  test('本人的年度没有别人的编号；名单和他人结果都是 404', async () => {
    expect((await cadre.get('/api/my-record')).body).toEqual({ name: '科长3', years: [YEAR] });
    const own = await cadre.get(`/api/my-record/${YEAR}`);
    expect(own.status).toBe(200);
    expect(own.text).not.toMatch(/cad_/u);
    for (const url of [
      `/api/years/${YEAR}/results`,
      `/api/years/${YEAR}/results/${sectionHead(4)}`,
      '/api/cadres',
      '/api/units',
    ])
      expect((await cadre.get(url)).status).toBe(404);
  });

  test('名册、单位、档案', async () => {
    expect((await hr.get('/api/units')).body).toMatchObject({
      items: [{ name: '明湖大学', cadreCount: 30 }, {}, {}, {}],
    });
    expect((await hr.get('/api/cadres?q=kz&limit=3')).body).toMatchObject({ total: 22, items: [{}, {}, {}] });
    expect((await hr.get('/api/cadres?after=nonsense')).status).toBe(400);
    expect((await hr.get(`/api/cadres/${sectionHead(1)}`)).body).toMatchObject({
      phoneMasked: '199****1234',
    });
  });
});
