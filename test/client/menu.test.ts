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
const hasExemptions = (): boolean => offered().some(({ word }) => word === 'exemptions');

test('容错认定：任职的人有，被案卷指定的人有，别人没有', () => {
  session.value = somebody({});
  expect(hasExemptions()).toBe(false);
  session.value = somebody({ namedIn: ['inaction'] });
  expect(hasExemptions()).toBe(false);
  session.value = somebody({ namedIn: ['exemption'] });
  expect(hasExemptions()).toBe(true);
  session.value = somebody({ roles: [{ role: 'supervisor', unitId: null, unitName: null }] });
  expect(hasExemptions()).toBe(true);
});
