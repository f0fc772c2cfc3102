// Which entries the menu offers to whom, where an office is not all that counts.
import { afterEach, expect, test } from 'vitest';
import { offered } from '../../client/menu.ts';
import { type Session, session } from '../../client/session.ts';

afterEach(() => (session.value = null));

const somebody = (more: Partial<Session>): Session => ({
  ...{ accountId: 'acc_1', staffNo: '1', name: null, cadreId: 'cad_1', roles: [], permissions: [] },
  ...{ namedIn: [], csrfToken: '', schoolName: '', isDemo: false, mustChangePassword: false },
  ...{ mustSetSecondFactor: false, ownsSecondFactor: false, failuresBefore: 0, ...more },
});
const has = (wanted: string): boolean => offered().some(({ word }) => word === wanted);
const hasExemptions = (): boolean => has('exemptions');
const namedAs = (principal: string, machine = 'exemption') => somebody({ namedIn: [{ machine, principal }] });

test('容错认定：任职的人有，被案卷指定的人有，别人没有', () => {
  session.value = somebody({});
  expect(hasExemptions()).toBe(false);
  session.value = namedAs('inspector', 'inaction');
  expect(hasExemptions()).toBe(false);
  session.value = namedAs('inspector');
  expect(hasExemptions()).toBe(true);
  session.value = somebody({ roles: [{ role: 'supervisor', unitId: null, unitName: null }] });
  expect(hasExemptions()).toBe(true);
});

test('会议：会议机构的人有，被指定为小组成员的领导有，调查人没有', () => {
  session.value = namedAs('inspector');
  expect(has('meetings')).toBe(false);
  session.value = namedAs('panel');
  expect(has('meetings')).toBe(true);
  session.value = somebody({ roles: [{ role: 'board', unitId: null, unitName: null }] });
  expect(has('meetings')).toBe(true);
});
