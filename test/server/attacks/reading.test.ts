// Reading out of role: each from the session of somebody real. What they are after must not come back, in any form.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../support/app.ts';
import {
  aStage,
  CITIZEN_ID,
  isRefused,
  OWN,
  type Stage,
  STRANGER,
  STRANGER_NAME,
} from '../../support/attack.ts';
import { YEAR } from '../../support/school.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage.remove());

/** What an attacker carries home: nothing. */
const lootIn = ({ text }: Answer): string[] =>
  [STRANGER_NAME, CITIZEN_ID].filter((loot) => text.includes(loot));

const RESULT = `/api/years/${YEAR}/results/${STRANGER}`;
const PATHS: readonly (readonly [title: string, path: string])[] = [
  ['直接按编号读别人的结果', RESULT],
  ['直接按编号读别人的档案', `/api/cadres/${STRANGER}`],
  ['用 .. 从本人页面走出去', `/api/my-record/../cadres/${STRANGER}`],
  ['用编码的 .. 走出去', `/api/my-record/%2e%2e/cadres/${STRANGER}`],
  ['用编码的斜杠拼路径', `/api/my-record%2F..%2Fcadres%2F${STRANGER}`],
  ['双重编码', `/api/cadres/%2570%255F5`],
  ['双斜杠', `//api//cadres//${STRANGER}`],
  ['反斜杠', `/api\\cadres\\${STRANGER}`],
  ['结尾的点和分号', `/api/cadres/${STRANGER};role=hr`],
  ['大写路径', `/API/CADRES/${STRANGER}`],
  ['空字节', `/api/cadres/${STRANGER}%00.json`],
  ['在本人年度后附加编号', `/api/my-record/${YEAR}/${STRANGER}`],
  ['在查询里换人', `/api/my-record/${YEAR}?cadreId=${STRANGER}`],
  ['在查询里加角色', `/api/cadres?role=hr_head`],
  ['原型污染的查询', `/api/cadres?__proto__[cadreId]=${STRANGER}`],
  ['通配符搜全校', `/api/cadres?q=%25`],
  ['注入的搜索词', `/api/cadres?q=${encodeURIComponent("' or 1=1 --")}`],
];

describe('干部读别人', () => {
  test.each(PATHS)('%s', async (_title, path) => {
    const cadre = await stage.as('cadre');
    const answer = await cadre.get(path);
    expect(isRefused(answer) || answer.status === 200).toBe(true);
    expect(lootIn(answer)).toEqual([]);
  });

  test('这些路径确实有东西可读（负责人读得到）', async () => {
    const head = await stage.as('hr_head');
    expect((await head.get(RESULT)).text).toContain(STRANGER_NAME);
    expect((await head.get(`/api/cadres/${STRANGER}`)).text).toContain(STRANGER_NAME);
  });

  test.each([
    ['x-original-url', `/api/cadres/${STRANGER}`],
    ['x-rewrite-url', `/api/cadres/${STRANGER}`],
    ['x-http-method-override', 'PUT'],
    ['x-forwarded-user', 'hr_head'],
    ['x-remote-user', 'hr_head'],
    ['authorization', 'Bearer hr_head'],
    ['x-forwarded-for', '127.0.0.1'],
    ['x-role', 'hr_head'],
  ])('标头 %s 换不来别人的身份', async (name, value) => {
    const cadre = await stage.as('cadre');
    const answer = await cadre.get('/api/cadres', { [name]: value });
    expect(lootIn(answer)).toEqual([]);
    expect((await cadre.get(`/api/cadres/${STRANGER}`, { [name]: value })).status).toBe(404);
  });
});

describe('在范围之外读', () => {
  test('单位负责人读外单位的人：按编号、按列表、按单位筛选、按翻页标记', async () => {
    const leader = await stage.as('leader');
    for (const path of [
      `/api/cadres/${STRANGER}`,
      RESULT,
      '/api/cadres?limit=200',
      '/api/cadres?unit=un_registry&limit=200',
      '/api/cadres?unit=un_school&limit=200',
      `/api/years/${YEAR}/results?limit=200`,
      `/api/years/${YEAR}/results?unit=un_school&limit=200`,
    ])
      expect(lootIn(await leader.get(path))).toEqual([]);
  });

  test('拿全校名单的翻页标记，翻不出范围外的人', async () => {
    const head = await stage.as('hr_head');
    const { body } = await head.get('/api/cadres?limit=2');
    const { next } = body as { next: string };
    const leader = await stage.as('leader');
    const page = await leader.get(`/api/cadres?limit=200&after=${next}`);
    expect(page.status).toBe(200);
    expect(lootIn(page)).toEqual([]);
  });

  test('伪造的翻页标记：拒绝，不是故障', async () => {
    const leader = await stage.as('leader');
    for (const forged of [
      'x',
      Buffer.from('["\' or 1=1 --"]').toString('base64url'),
      Buffer.from('[{}]').toString('base64url'),
    ])
      expect((await leader.get(`/api/cadres?after=${forged}`)).status).toBe(400);
  });

  test('负责人读上级的档案', async () => {
    const leader = await stage.as('leader');
    const superior = await leader.get('/api/cadres/cad_p1');
    expect(superior.status).toBe(404);
  });

  test('学院人事读外单位：名单、结果、更正、关系、导出', async () => {
    const hr = await stage.as('college_hr');
    for (const path of [
      `/api/cadres/${STRANGER}`,
      RESULT,
      '/api/cadres?limit=200',
      '/api/relations?limit=200',
      '/api/corrections?limit=200',
      '/api/exports',
    ])
      expect(lootIn(await hr.get(path))).toEqual([]);
  });
});

describe('三员与审计', () => {
  test.each(['sysadmin', 'secadmin', 'auditadmin', 'nobody'])('%s 在任何列表里都看不到人名', async (who) => {
    const visitor = await stage.as(who);
    for (const { method, url } of stage.tested.routes) {
      if (method !== 'GET' || /events$|docs|openapi/u.test(url)) continue;
      const path = url
        .replace(':year', String(YEAR))
        .replace(':cadreId', STRANGER)
        .replaceAll(/:\w+/gu, STRANGER);
      const { text } = await visitor.get(path);
      expect(text, url).not.toMatch(/处长\d|科长\d/u);
      expect(text, url).not.toContain(CITIZEN_ID);
    }
  });

  test('审计员读得到谁做了什么，读不到内容', async () => {
    const auditor = await stage.as('auditadmin');
    const { status, text } = await auditor.get('/api/audit/entries?limit=200');
    expect(status).toBe(200);
    expect(text).not.toMatch(/处长\d|科长\d/u);
  });

  test('干部读别人的审计记录', async () => {
    const cadre = await stage.as('cadre');
    expect((await cadre.get(`/api/audit/entries?subject=${STRANGER}`)).status).toBe(404);
    expect((await cadre.get(`/api/audit/entries?subject=${OWN}`)).status).toBe(200);
  });
});

describe('别人的东西，猜编号', () => {
  test('别人的长任务、会话、回执、材料、会议', async () => {
    const cadre = await stage.as('cadre');
    const { store } = stage.tested.home;
    const [job] = await store.read.select().from(store.tables.jobs);
    expect(job).toBeDefined();
    expect((await cadre.get(`/api/jobs/${job!.id}`)).status).toBe(404);
    expect(isRefused(await cadre.get(`/api/jobs/${job!.id}/events`))).toBe(true);
    const entries = await store.read.select().from(store.tables.auditEntries);
    const foreign = entries.find(({ actor, subject }) => actor !== 'acc_cadre' && subject !== OWN)!;
    expect(isRefused(await cadre.get(`/api/audit/receipts/${foreign.id}`))).toBe(true);
    const sessions = await store.read.select().from(store.tables.sessions);
    const other = sessions.find(({ accountId }) => accountId !== 'acc_cadre');
    if (other) expect(isRefused(await cadre.send('DELETE', `/api/own-sessions/${other.id}`))).toBe(true);
    expect((await cadre.get('/api/meetings')).body).toMatchObject({ items: [] });
  });

  test('身份证号全文：干部读别人、无承办的人事、负责人、三员', async () => {
    for (const who of [
      'cadre',
      'college_hr',
      'hr',
      'hr_head',
      'leader',
      'board',
      'sysadmin',
      'secadmin',
      'auditadmin',
    ]) {
      const visitor = await stage.as(who);
      const answer = await visitor.post(`/api/cadres/cad_s01/unmasked`, {
        field: 'citizenId',
        reason: '想看一看',
      });
      expect(isRefused(answer), who).toBe(true);
      expect(answer.text).not.toContain(CITIZEN_ID);
    }
  });
});
