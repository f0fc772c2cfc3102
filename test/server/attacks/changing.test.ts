// Changing out of role: mass assignment, replay, stale grants, one's own affairs. After each attack nothing has changed.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Row } from '../../../db/tables/index.ts';
import { COOKIE } from '../../../server/http/session.ts';
import { aStage, isRefused, OWN, type Stage, STRANGER } from '../../support/attack.ts';
import { YEAR } from '../../support/school.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await aStage();
});
afterEach(() => stage.remove());

const rowsOf = async <T extends 'grants' | 'accounts' | 'cadres' | 'grantProposals' | 'exports' | 'files'>(
  table: T,
): Promise<Row<T>[]> => {
  const { store } = stage.tested.home;
  const rows: unknown = await store.read.select().from(store.tables[table] as never);
  return rows as Row<T>[];
};
const line = { staffNo: 'nobody', role: 'hr', unitId: null, fromOn: '2026-12-01', untilOn: null };

describe('给自己授权', () => {
  test.each(['secadmin', 'sysadmin', 'auditadmin', 'cadre', 'college_hr', 'leader'])(
    '%s 不能提名',
    async (who) => {
      const visitor = await stage.as(who);
      const answer = await visitor.post('/api/grant-proposals', { reason: '想要权限', lines: [line] });
      expect(answer.status).toBe(403);
      expect(await rowsOf('grantProposals')).toEqual([]);
    },
  );

  test('提名里夹带已批准、批准人', async () => {
    const head = await stage.as('hr_head');
    const smuggled = { reason: '正常提名', lines: [line], state: 'granted', decidedBy: 'acc_secadmin' };
    expect((await head.post('/api/grant-proposals', smuggled)).status).toBe(400);
    const inLine = { reason: '正常提名', lines: [{ ...line, grantedBy: 'acc_secadmin' }] };
    expect((await head.post('/api/grant-proposals', inLine)).status).toBe(400);
    expect(await rowsOf('grantProposals')).toEqual([]);
  });

  test('提名人自己批准；三员角色写进提名', async () => {
    const head = await stage.as('hr_head');
    const proposed = await head.post('/api/grant-proposals', { reason: '正常提名', lines: [line] });
    const { id, version } = proposed.body as { id: string; version: number };
    const before = (await rowsOf('grants')).length;
    const decision = { event: 'grant', version, reason: '同意' };
    expect((await head.post(`/api/grant-proposals/${id}/decision`, decision)).status).toBe(403);
    expect(
      (
        await head.post('/api/grant-proposals', {
          reason: '想当管理员',
          lines: [{ ...line, role: 'secadmin' }],
        })
      ).status,
    ).toBe(400);
    expect((await rowsOf('grants')).length).toBe(before);
  });

  test('首位负责人只能授权一次，不能再来', async () => {
    const secadmin = await stage.as('secadmin');
    expect(
      (await secadmin.post('/api/first-hr-head', { staffNo: 'nobody', reason: '再来一次' })).status,
    ).toBe(409);
  });

  test('安全管理员重置人事账号，也拿不到激活码', async () => {
    const secadmin = await stage.as('secadmin');
    const answer = await secadmin.post('/api/account-security/acc_hr/reset', {
      reason: '说是忘了密码',
    });
    expect(answer.text).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/u);
    expect((await secadmin.post('/api/activation-slips', { staffNos: ['hr'] })).status).toBe(403);
  });
});

describe('过期的权力', () => {
  test('授权一收回，同一会话里下一次请求就不行', async () => {
    const hr = await stage.as('college_hr');
    expect((await hr.get('/api/cadres')).status).toBe(200);
    await stage.changeGrant('college_hr', { endedAt: 1 });
    expect((await hr.get('/api/cadres')).status).toBe(403);
    expect((await hr.get(`/api/years/${YEAR}/results`)).status).toBe(403);
  });

  test('授权到期日一过就不行', async () => {
    await stage.changeGrant('college_hr', { untilOn: '2026-12-31' });
    const hr = await stage.as('college_hr');
    expect((await hr.get('/api/cadres')).status).toBe(200);
    stage.tested.clock.now += 86_400_000 / 2;
    const later = await stage.as('college_hr');
    expect((await later.get('/api/cadres')).status).toBe(403);
  });

  test('被锁定的账号，会话当即失效', async () => {
    const hr = await stage.as('college_hr');
    const secadmin = await stage.as('secadmin');
    const locked = await secadmin.post('/api/account-security/acc_college_hr/lock', { reason: '停用' });
    expect(locked.status).toBeLessThan(300);
    expect((await hr.get('/api/cadres')).status).toBe(401);
  });

  test('退出之后，旧的 cookie 不能再用', async () => {
    const hr = await stage.as('college_hr');
    const { cookie } = hr;
    expect((await hr.send('DELETE', '/api/session')).status).toBe(204);
    hr.cookie = cookie;
    expect((await hr.get('/api/cadres')).status).toBe(401);
  });
});

describe('重放与跨站', () => {
  test('用别人的幂等键取不到别人的答复', async () => {
    const sysadmin = await stage.as('sysadmin');
    const key = { 'idempotency-key': 'shared-key-0001' };
    const first = await sysadmin.post('/api/accounts', { staffNos: ['N1'] }, key);
    expect(first.status).toBe(200);
    const secadmin = await stage.as('secadmin');
    const stolen = await secadmin.post('/api/accounts', { staffNos: ['N1'] }, key);
    expect(stolen.status).toBe(403);
    const other = await sysadmin.post('/api/accounts', { staffNos: ['N2'] }, key);
    expect(other.status).toBe(422);
    expect((await rowsOf('accounts')).filter(({ staffNo }) => staffNo === 'N2')).toEqual([]);
  });

  test('没有 CSRF 令牌、用别的会话的令牌、从别的站点发来', async () => {
    const sysadmin = await stage.as('sysadmin');
    const other = await stage.as('sysadmin');
    const own = sysadmin.csrfToken;
    for (const token of ['', 'x', other.csrfToken]) {
      sysadmin.csrfToken = token;
      expect((await sysadmin.post('/api/accounts', { staffNos: ['N3'] })).status).toBe(403);
    }
    sysadmin.csrfToken = own;
    for (const site of ['cross-site', 'same-site'])
      expect(
        (await sysadmin.post('/api/accounts', { staffNos: ['N3'] }, { 'sec-fetch-site': site })).status,
      ).toBe(403);
    expect((await rowsOf('accounts')).filter(({ staffNo }) => staffNo === 'N3')).toEqual([]);
  });

  test('两个 cookie、把别人的会话拼进自己的', async () => {
    const cadre = await stage.as('cadre');
    const head = await stage.as('hr_head');
    const [h1, p1, s1] = cadre.cookie!.split('.');
    const [, p2] = head.cookie!.split('.');
    for (const forged of [`${h1}.${p2}.${s1}`, `${h1}.${p1}`, `${h1}.${p1}.`, `${cadre.cookie}.${s1}`]) {
      const visitor = stage.tested.visitor();
      visitor.cookie = forged;
      expect((await visitor.get('/api/cadres')).status).toBe(401);
    }
    const both = stage.tested.visitor();
    const answer = await both.get('/api/session', {
      cookie: `${COOKIE}=x; ${COOKIE}=${cadre.cookie}; role=hr_head`,
    });
    expect(answer.status === 401 || (answer.body as { staffNo: string }).staffNo === 'S3').toBe(true);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', 'APPLICATION/XML', ' '])(
    '内容类型 %j 的请求体不会被当作 JSON',
    async (type) => {
      const sysadmin = await stage.as('sysadmin');
      const answer = await sysadmin.post('/api/accounts', '{"staffNos":["N4"]}', { 'content-type': type });
      expect(isRefused(answer)).toBe(true);
      expect((await rowsOf('accounts')).filter(({ staffNo }) => staffNo === 'N4')).toEqual([]);
    },
  );

  test('请求体里的 __proto__、constructor', async () => {
    const sysadmin = await stage.as('sysadmin');
    for (const body of [
      '{"__proto__":{"isAnonymous":false},"staffNos":["N5"]}',
      '{"constructor":{"prototype":{"x":1}},"staffNos":["N5"]}',
    ]) {
      const answer = await sysadmin.post('/api/accounts', body, { 'content-type': 'application/json' });
      expect(answer.status).toBe(400);
    }
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'POST'] as const)('%s 别人的档案：没有这条路', async (method) => {
    const head = await stage.as('hr_head');
    const before = await rowsOf('cadres');
    expect(isRefused(await head.send(method, `/api/cadres/${STRANGER}`, { name: '改了' }))).toBe(true);
    expect(isRefused(await head.send(method, '/api/audit/entries', {}))).toBe(true);
    expect(await rowsOf('cadres')).toEqual(before);
  });
});

describe('自己的事自己办', () => {
  test('超过五十人的导出，申请人自己放行；别人的导出自己来取', async () => {
    const head = await stage.as('hr_head');
    const made = await head.post('/api/exports', { what: 'roster', query: {}, reason: '全校名册' });
    const { id, version, state } = made.body as { id: string; version: number; state: string };
    const college = await stage.as('college_hr');
    expect(isRefused(await college.get(`/api/exports/${id}/file`))).toBe(true);
    if (state === 'awaiting') {
      const release = await head.post(`/api/exports/${id}/decision`, {
        event: 'release',
        version,
        reason: '自己放行',
      });
      expect(release.status).toBe(403);
      expect(isRefused(await head.get(`/api/exports/${id}/file`))).toBe(true);
    }
    const [row] = await rowsOf('exports');
    expect(row!.decidedBy).toBeNull();
  });

  test('干部替别人声明、替自己确认关系', async () => {
    const cadre = await stage.as('cadre');
    const declared = await cadre.post('/api/relations', {
      kind: 'relative',
      staffNo: 'S4',
      name: '科长4',
      detail: '表亲关系',
    });
    expect(declared.status).toBe(200);
    const { items } = (await cadre.get('/api/my-record/relations')).body as { items: { id: string }[] };
    const decision = { event: 'end', version: 1, reason: '不要回避' };
    expect((await cadre.post(`/api/relations/${items[0]!.id}/decision`, decision)).status).toBe(403);
    const smuggled = {
      kind: 'relative',
      staffNo: 'S4',
      name: '科长4',
      detail: '表亲',
      cadreId: STRANGER,
      state: 'confirmed',
    };
    expect((await cadre.post('/api/relations', smuggled)).status).toBe(400);
  });

  test('负责人起草试点，自己登记、替党委会决定', async () => {
    const leader = await stage.as('leader');
    const draft = {
      title: '课程思政试点',
      unitId: 'un_college',
      purpose: '试行新的教学安排',
      decision: '院务会2026年第9次会议',
      riskAssessment: '影响范围为一个年级',
      limits: '不超过一个年级',
      startsOn: '2027-03-01',
      endsOn: '2027-12-31',
    };
    const opened = await leader.post('/api/pilots', draft);
    expect(opened.status).toBe(200);
    const { id, version } = opened.body as { id: string; version: number };
    expect((await leader.post('/api/pilots', { ...draft, state: 'registered' })).status).toBe(400);
    expect(
      (await leader.post('/api/pilots', { ...draft, unitId: 'un_registry' })).status,
    ).toBeGreaterThanOrEqual(400);
    const submitted = await leader.post(`/api/pilots/${id}/events`, {
      event: 'submit',
      version,
      reason: '提交备案',
    });
    const now = (submitted.body as { version: number }).version;
    for (const event of ['approve', 'stop', 'term_over', 'refuse'])
      expect(
        isRefused(await leader.post(`/api/pilots/${id}/events`, { event, version: now, reason: '自己批准' })),
        event,
      ).toBe(true);
    const board = await stage.as('board');
    expect(
      (await board.post(`/api/pilots/${id}/events`, { event: 'approve', version: now, reason: '一人批准' }))
        .status,
    ).toBe(409);
    expect((await rowsOf('files')).map((file) => file.state)).toEqual(['submitted']);
  });

  test('干部更正自己的信息，自己核实、自己批准、更正别人的', async () => {
    const cadre = await stage.as('cadre');
    const opened = await cadre.post('/api/corrections', {
      field: 'postTitle',
      wanted: '处长',
      basis: '任免文件',
    });
    expect(opened.status).toBe(200);
    const { id, version } = opened.body as { id: string; version: number };
    await cadre.post(`/api/corrections/${id}/events`, { event: 'submit', version, reason: '请更正' });
    const file = (await rowsOf('files'))[0]!;
    for (const event of ['verify', 'correct', 'keep'])
      expect(
        isRefused(
          await cadre.post(`/api/corrections/${id}/events`, {
            event,
            version: file.version,
            reason: '自己来',
            data: {},
          }),
        ),
        event,
      ).toBe(true);
    const smuggled = { field: 'postTitle', wanted: '处长', basis: '任免文件', cadreId: STRANGER };
    expect((await cadre.post('/api/corrections', smuggled)).status).toBe(400);
    const before = (await rowsOf('cadres')).find(({ id }) => id === OWN)!;
    expect(before.postTitle).toBe('科长');
  });
});

describe('猜密码和激活码', () => {
  test('换着 X-Forwarded-For 试，限的还是同一个账号', async () => {
    const visitor = stage.tested.visitor();
    const statuses: number[] = [];
    for (let i = 0; i < 14; i += 1) {
      const forwarded = { 'x-forwarded-for': `10.0.0.${i}` };
      const answer = await visitor.post(
        '/api/session',
        { staffNo: 'hr', password: `wrong password ${i}` },
        forwarded,
      );
      statuses.push(answer.status);
    }
    expect(statuses.every((status) => status === 401 || status === 429)).toBe(true);
    expect((await stage.as('anon')).cookie).toBeNull();
  });

  test('已激活的账号不能再用激活码夺走', async () => {
    const visitor = stage.tested.visitor();
    const answer = await visitor.post('/api/activation', {
      staffNo: 'hr',
      slipCode: 'AAAA-AAAA-AAAA',
      citizenIdLast4: '1234',
      password: '云边有一座山，山上有松，共十五字',
    });
    expect(answer.status).toBe(422);
    expect((await stage.accountOf('hr')).passwordHash).toBeNull();
  });
});
