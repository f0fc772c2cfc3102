// The invariants of the permission matrix, on the file itself and, where there are routes, over HTTP.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guardLetters, letterOf, PERMISSION_NAMES, PRINCIPAL_NAMES } from '../../support/golden-matrix.ts';
import { ADMINS, CELLS } from '../../support/matrix-cells.ts';
import { aMatrixStage, type MatrixStage } from '../../support/matrix-stage.ts';

let stage: MatrixStage;
beforeAll(async () => {
  stage = await aMatrixStage();
});
afterAll(() => stage.remove());

const held = (principal: string): string[] =>
  PERMISSION_NAMES.filter((permission) => letterOf(permission, principal) !== '-');
/** What anybody has who has signed in, in the same measure: it says nothing about an office. */
const SIGNED_IN = PRINCIPAL_NAMES.filter((name) => !['anon', 'voter'].includes(name));
const ofEverybody = PERMISSION_NAMES.filter((permission) =>
  SIGNED_IN.every((principal) => letterOf(permission, principal) === '*'),
);
/** Beside that, each admin's own work; the matrix holds nothing else for the three. */
const OWN_WORK: Readonly<Record<string, readonly string[]>> = {
  sysadmin: [
    ...['metrics.read', 'account.create', 'account.batch', 'system.config', 'backup.run', 'backup.restore'],
  ],
  secadmin: ['account.reset', 'account.role.grant', 'account.lock', 'policy.config'],
  auditadmin: ['ballot.box.verify', 'rule.read', 'audit.read'],
};

describe('三员分立', () => {
  test.each(ADMINS)('%s 只有自己的管理工作，没有业务权限', (admin) => {
    const own = held(admin).filter((permission) => !ofEverybody.includes(permission));
    expect(own.toSorted()).toEqual([...OWN_WORK[admin]!].toSorted());
  });

  test('三员之间除了每个登录者都有的，只共有日志头', () => {
    const shared = PERMISSION_NAMES.filter((permission) =>
      ADMINS.every((each) => held(each).includes(permission)),
    );
    expect(shared).toContain('audit.head.read');
    expect(shared.filter((permission) => !ofEverybody.includes(permission))).toEqual([]);
    for (const [one, other] of [
      ['sysadmin', 'secadmin'],
      ['sysadmin', 'auditadmin'],
      ['secadmin', 'auditadmin'],
    ] as const) {
      const both = held(one).filter((permission) => held(other).includes(permission));
      expect(both.filter((permission) => !ofEverybody.includes(permission))).toEqual([]);
    }
  });

  test('每个登录者都有的只是自己的账号、会话、待办和公开的证明', () => {
    expect(ofEverybody).toEqual([
      ...['account.own', 'session.own', 'todo.read', 'inbox.read', 'progress.read', 'docs.read'],
      ...['health.read', 'audit.proof.read', 'audit.head.read'],
    ]);
  });

  test.each(ADMINS)('%s 经 HTTP 读不到任何人：名册、结果、案卷、导出、待办都没有姓名', async (admin) => {
    const cells = CELLS.filter(({ principal }) => principal === admin);
    const business = stage.app.routes.filter(({ permission }) => !held(admin).includes(permission));
    const isPublic = (permission: string) => letterOf(permission, 'anon') === '*';
    expect(business.length).toBeGreaterThan(60);
    for (const cell of cells) {
      const visitor = await stage.as(cell);
      for (const { method, url, permission } of business.filter((route) => route.method === 'GET')) {
        const { status, text } = await visitor.get(url.replaceAll(/:\w+/gu, '2026'));
        if (!isPublic(permission)) expect(status, `${method} ${url} ${cell.name}`).toBe(403);
        expect(text).not.toMatch(/对象|旁人|科长\d|处长\d/u);
      }
    }
  });
});

describe('没有人能删除', () => {
  test('两项删除权限对谁都是空的，也没有路由', () => {
    for (const permission of ['audit.delete', 'record.delete']) {
      expect(PRINCIPAL_NAMES.filter((principal) => letterOf(permission, principal) !== '-')).toEqual([]);
      expect(stage.app.routes.filter((route) => route.permission === permission)).toEqual([]);
    }
    expect(PERMISSION_NAMES.filter((permission) => permission.endsWith('.delete'))).toEqual([
      ...['audit.delete', 'record.delete'],
    ]);
  });

  test('用 DELETE 的只有结束自己的会话、撤下自己的通知邮箱', () => {
    const deleting = stage.app.routes.filter(({ method }) => method === 'DELETE');
    expect(deleting.map(({ url, permission }) => `${url} ${permission}`).toSorted()).toEqual([
      '/api/account/notice-address account.own',
      '/api/own-sessions/:id session.own',
      '/api/session session.own',
    ]);
  });
});

describe('对人的决定', () => {
  test('每个决定都须换人并集体作出', () => {
    const decisions = PERMISSION_NAMES.filter((permission) => permission.endsWith('.decide'));
    expect(decisions.length).toBeGreaterThan(8);
    for (const permission of decisions) expect(guardLetters(permission), permission).toMatch(/2.*Q/u);
  });

  test('申诉受理机构只决定申诉，别的决定里没有它', () => {
    const events = PERMISSION_NAMES.filter(
      (permission) => guardLetters(permission).includes('Q') && permission !== 'meeting.confirm',
    );
    const ofAppeals = events.filter((permission) => letterOf(permission, 'appeal_body') !== '-');
    expect(ofAppeals).toEqual(events.filter((permission) => permission.endsWith('.appeal.decide')));
    for (const permission of ofAppeals)
      expect(PRINCIPAL_NAMES.filter((each) => letterOf(permission, each) !== '-')).toEqual(['appeal_body']);
    // Beside that it reads what it is named in, confirms its own meetings, and has what every signed-in officer has.
    const changing = held('appeal_body').filter(
      (permission) => !/\.read$|\.own$|\.verify$/u.test(permission) && !ofAppeals.includes(permission),
    );
    expect(changing).toEqual(['meeting.confirm']);
  });
});

describe('干部、投票人、没有登录的人', () => {
  const starred = held('cadre').filter((permission) => letterOf(permission, 'cadre') === '*');

  test('干部只到本人的，和规则、备案、公示、日志头与证明、票箱、诉求', () => {
    expect(starred.filter((permission) => !ofEverybody.includes(permission))).toEqual([
      ...['notice.object', 'pilot.read', 'ballot.box.verify', 'request.submit', 'rule.read'],
    ]);
    const named = held('cadre').filter((permission) => letterOf(permission, 'cadre').startsWith('A'));
    expect(named).toEqual(['request.read', 'request.reply']);
    const rest = held('cadre').filter(
      (permission) => !starred.includes(permission) && !named.includes(permission),
    );
    for (const permission of rest) expect(letterOf(permission, 'cadre').charAt(0)).toBe('O');
  });

  test('投票的令牌只能领、投、核', () => {
    const ofVoters = held('voter').filter((permission) => letterOf(permission, 'anon') !== '*');
    expect(ofVoters).toEqual(['ballot.token.issue', 'ballot.cast']);
    expect(letterOf('ballot.box.verify', 'voter')).toBe('*');
    const publicToVoters = held('voter').filter((permission) => !ofVoters.includes(permission));
    expect(publicToVoters).toEqual([
      ...['ballot.box.verify', 'docs.read', 'health.read', 'audit.proof.read', 'audit.head.read'],
    ]);
  });

  const PUBLIC = [
    ...['ballot.box.verify', 'request.submit', 'request.track', 'request.rate', 'session.open'],
    ...['account.activate', 'docs.read', 'health.read', 'audit.proof.read', 'audit.head.read'],
  ];
  test('没有登录的人：登录和激活、文档、健康、日志头与证明、票箱、凭码的诉求', () => {
    expect(held('anon')).toEqual(PUBLIC);
    for (const permission of PUBLIC) expect(letterOf(permission, 'anon')).toBe('*');
  });

  test('没有登录的人经 HTTP 也只到这些', async () => {
    const visitor = stage.app.visitor();
    for (const { method, url, permission } of stage.app.routes) {
      const path = url.replaceAll(/:\w+/gu, 'none');
      const { status } =
        method === 'GET' ? await visitor.get(path) : await visitor.send(method as 'POST', path, { no: 1 });
      expect([`${method} ${url}`, status === 401]).toEqual([
        `${method} ${url}`,
        !PUBLIC.includes(permission),
      ]);
    }
  });
});
