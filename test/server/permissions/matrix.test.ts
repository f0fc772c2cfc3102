import { describe, expect, test } from 'vitest';
import { ROLES } from '../../../server/accounts/accounts.contract.ts';
import type { Actor } from '../../../server/permissions/actor.ts';
import { anonymous } from '../../../server/permissions/actor.ts';
import {
  ADMIN_ROLES,
  cellOf,
  guardsOf,
  isPermission,
  matrixFrom,
  PERMISSIONS,
  PRINCIPALS,
  type Role,
} from '../../../server/permissions/matrix.ts';
import { dutyOf, may, scopeOf, seesMasked } from '../../../server/permissions/may.ts';

const anActor = (more: Partial<Actor> = {}): Actor => ({
  accountId: 'acc_1',
  staffNo: 'S1',
  cadreId: null,
  roles: [],
  language: 'zh',
  ...more,
});
const holding = (role: Role, units: readonly string[] | null = null): Actor =>
  anActor({ roles: [{ role, units: units && new Set(units) }] });

describe('权限表', () => {
  test('每一行都读得懂，逐格有值', () => {
    expect(PERMISSIONS.length).toBeGreaterThan(100);
    expect(new Set(PERMISSIONS).size).toBe(PERMISSIONS.length);
    for (const permission of PERMISSIONS)
      for (const principal of PRINCIPALS)
        expect(cellOf(permission, principal).reach).toMatch(/none|own|units|assigned|all/u);
  });

  test('一格看不懂就整张表不认', () => {
    const line = `x.read ${'- '.repeat(14)}Z .`;
    expect(() => matrixFrom(line)).toThrow('unknown cell Z');
    expect(() => matrixFrom('x.read - -')).toThrow('permissions.txt');
  });

  test('没有的权限问不到', () => {
    expect(isPermission('profile.readd')).toBe(false);
    expect(() => cellOf('profile.readd', 'hr')).toThrow('no profile.readd');
  });

  test('三员没有业务权限，只共有公开可读的几项', () => {
    const reachable = ADMIN_ROLES.map((role) => PERMISSIONS.filter((each) => may(holding(role), each)));
    const shared = PERMISSIONS.filter((each) => reachable.every((list) => list.includes(each)));
    const forAll = shared.filter(
      (each) => !/^(?:session|account|todo|inbox|progress|docs|health|audit)\./u.test(each),
    );
    expect(forAll).toEqual([]);
    const business = /^(?:profile|roster|appraisal|inaction|initiative|constraint|exemption|care|talk)\./u;
    expect(reachable.flat().filter((each) => business.test(each))).toEqual([]);
  });

  test('没有人能删除；对人的最终决定都要换人并且集体作出', () => {
    for (const permission of ['audit.delete', 'record.delete'])
      expect(PRINCIPALS.every((principal) => cellOf(permission, principal).reach === 'none')).toBe(true);
    const decisions = PERMISSIONS.filter((each) => /\.(?:decide)$/u.test(each));
    for (const permission of decisions) expect(guardsOf(permission)).toMatch(/2.*Q/u);
  });

  test('契约里的角色就是权限表里能授予的角色', () => {
    const notGranted = ['anon', 'cadre', 'requester', 'voter', 'panel'];
    expect([...ROLES].toSorted()).toEqual(PRINCIPALS.filter((each) => !notGranted.includes(each)).toSorted());
  });
});

describe('能否', () => {
  test('没有登录的人只到公开的地方', () => {
    const nobody = anonymous('zh');
    expect(may(nobody, 'session.open')).toBe(true);
    expect(may(nobody, 'profile.read')).toBe(false);
    expect(scopeOf(nobody, 'profile.read')).toEqual({ kind: 'none' });
  });

  test('按单位授权的人只到本单位子树', () => {
    const officer = holding('hr', ['un_1', 'un_2']);
    expect(may(officer, 'profile.read')).toBe(true);
    expect(may(officer, 'profile.read', { unitId: 'un_2' })).toBe(true);
    expect(may(officer, 'profile.read', { unitId: 'un_3' })).toBe(false);
    expect(may(officer, 'profile.read', {})).toBe(false);
    expect(scopeOf(officer, 'profile.read')).toEqual({ kind: 'units', units: new Set(['un_1', 'un_2']) });
  });

  test('全校授权不看单位', () => {
    expect(may(holding('hr'), 'profile.read', { unitId: 'un_9' })).toBe(true);
    expect(scopeOf(holding('hr'), 'profile.read')).toEqual({ kind: 'all' });
    expect(scopeOf(holding('hr_head', ['un_1']), 'profile.read')).toEqual({ kind: 'all' });
  });

  test('干部只到自己的档案', () => {
    const cadre = anActor({ cadreId: 'cad_1' });
    expect(may(cadre, 'profile.read')).toBe(true);
    expect(may(cadre, 'profile.read', { cadreId: 'cad_1' })).toBe(true);
    expect(may(cadre, 'profile.read', { cadreId: 'cad_2' })).toBe(false);
    expect(may(cadre, 'profile.read', { unitId: 'un_1' })).toBe(false);
    expect(scopeOf(cadre, 'profile.read')).toEqual({ kind: 'own', cadreId: 'cad_1' });
  });

  test('指派到案的格子在没有指派时什么也不给', () => {
    expect(may(holding('inspector'), 'profile.read')).toBe(false);
    expect(scopeOf(holding('inspector'), 'profile.read')).toEqual({ kind: 'none' });
  });

  test('几个角色取并集；只有遮盖格时只见遮盖', () => {
    const both = anActor({
      cadreId: 'cad_1',
      roles: [
        { role: 'leader', units: new Set(['un_1']) },
        { role: 'hr', units: new Set(['un_2']) },
      ],
    });
    expect(scopeOf(both, 'profile.read')).toEqual({ kind: 'units', units: new Set(['un_1', 'un_2']) });
    expect(seesMasked(both, 'profile.read', { unitId: 'un_1' })).toBe(true);
    expect(seesMasked(both, 'profile.read', { unitId: 'un_2' })).toBe(false);
    expect(seesMasked(both, 'profile.read', { cadreId: 'cad_1', unitId: 'un_1' })).toBe(false);
    expect(seesMasked(both, 'profile.read', { unitId: 'un_3' })).toBe(false);
  });

  test('没有任何身份的账号至少能看到自己的会话', () => {
    expect(may(anActor(), 'session.own')).toBe(true);
    expect(may(anActor(), 'todo.read')).toBe(true);
    expect(may(anActor(), 'rule.read')).toBe(false);
  });

  test('以什么身份办事，记进审计', () => {
    expect(dutyOf(holding('hr'), 'roster.import')).toBe('hr');
    expect(dutyOf(anActor({ cadreId: 'cad_1' }), 'profile.read', { cadreId: 'cad_1' })).toBe('cadre');
    expect(dutyOf(holding('secadmin'), 'roster.import')).toBe('none');
  });
});
