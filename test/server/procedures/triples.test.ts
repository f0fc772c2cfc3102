// Every machine × event × principal × relation, as computed from permissions.txt by a reader of the test's own.
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../server/permissions/actor.ts';
import type { Role } from '../../../server/permissions/matrix.ts';
import { type MachineEvent, machines } from '../../../server/procedures/machines.ts';
import { rightTo, type Standing } from '../../../server/procedures/rights.ts';
import {
  guardLetters,
  letterOf,
  letterOpens,
  PRINCIPAL_NAMES,
  type Relation,
  RELATIONS,
} from '../../support/golden-matrix.ts';

const DUTY_FLAGS = 'rec ver acc inv prop lead disc file rev chk dual app rvw'.split(' ');
const SUBJECT = 'cad_subject';
const UNIT = 'un_college';
/** Held as an office; the others follow from who one is or from the file. */
const WITHOUT_OFFICE = ['anon', 'cadre', 'requester', 'voter', 'panel'];

function standingOf(principal: string, relation: Relation): Standing {
  const units = new Set([relation === 'outOfScope' ? 'un_elsewhere' : UNIT]);
  const isOwn = relation === 'self';
  const actor: Actor = {
    accountId: 'acc_1',
    staffNo: 'S1',
    cadreId: principal === 'cadre' || isOwn ? (isOwn ? SUBJECT : 'cad_1') : null,
    roles: WITHOUT_OFFICE.includes(principal) ? [] : [{ role: principal as Role, units }],
    recused: new Set(relation === 'relative' ? [SUBJECT] : []),
    language: 'zh',
    ...(principal === 'anon' && { isAnonymous: true }),
  };
  const isNamed = ['assigned', 'conflictingDuty', 'relative'].includes(relation);
  return {
    actor,
    touched: { cadreId: SUBJECT, unitId: UNIT, assigned: new Set(isNamed ? [principal] : []) },
    duties: new Set(relation === 'conflictingDuty' ? ['elsewhere'] : []),
    formerUnits: new Set(),
    used: new Set(),
  };
}

function expected({ by, permission, flags }: MachineEvent, principal: string, relation: Relation): boolean {
  if (permission === null) return false;
  // Whoever is the subject himself may act as a cadre, whatever office he holds beside it.
  const standings = relation === 'self' && principal !== 'anon' ? [principal, 'cadre'] : [principal];
  const guards = guardLetters(permission);
  const isBarred =
    relation === 'conflictingDuty' &&
    (guards.includes('2') || flags.some((flag) => DUTY_FLAGS.includes(flag)));
  const opens = (as: string): boolean => {
    if (!(by as readonly string[]).includes(as) && !by.includes('any')) return false;
    const letter = letterOf(permission, as);
    if (
      as === 'panel' &&
      relation !== 'assigned' &&
      relation !== 'conflictingDuty' &&
      relation !== 'relative'
    )
      return false;
    const standsBack =
      guards.includes('R') && (relation === 'relative' || relation === 'self') && !letter.startsWith('O');
    return letterOpens(letter, as, relation) && !standsBack && !isBarred;
  };
  return standings.some(opens);
}

describe.each([...machines.values()].map((machine) => [machine.name, machine] as const))(
  '%s',
  (_n, machine) => {
    test('每个（事件 × 身份 × 关系）：只有列出的放行', () => {
      const wrong: string[] = [];
      let open = 0;
      for (const event of machine.events) {
        for (const principal of PRINCIPAL_NAMES) {
          for (const relation of RELATIONS) {
            const should = expected(event, principal, relation);
            const does = rightTo(event, standingOf(principal, relation)).isOpen;
            if (should) open += 1;
            if (should !== does)
              wrong.push(`${event.from}.${event.event} ${principal} ${relation}: ${String(does)}`);
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(open).toBeGreaterThan(machine.events.length);
    });
  },
);
