// All machines, on each commit: nothing unreachable, no dead end, no adverse outcome without its steps or an appeal.
import { describe, expect, test } from 'vitest';
import { cellOf, isPermission, PRINCIPALS } from '../../../server/permissions/matrix.ts';
import {
  isMover,
  isPrincipal,
  machineOf,
  machines,
  type Machine,
} from '../../../server/procedures/machines.ts';
import { ENDS } from '../../../server/exemptions/claim.ts';
import { clocksOf } from '../../../server/procedures/clock-plan.ts';
import { faultsOf, productFaults, walksOf } from '../../support/model-check.ts';

const all = [...machines.values()];

describe.each(all.map((machine) => [machine.name, machine] as const))('%s', (_name, machine) => {
  test('没有走不到的状态、死路、缺步骤或缺申诉的不利结果', () => {
    expect(faultsOf(machine)).toEqual([]);
  });

  test('每个事件的权限、人员都在矩阵里，且矩阵给了他们格子', () => {
    for (const { event, by, permission } of machine.events) {
      expect(by.every(isMover), event).toBe(true);
      if (permission === null) {
        expect(
          by.every((mover) => mover === 'clock' || mover === 'link'),
          event,
        ).toBe(true);
        continue;
      }
      expect(isPermission(permission), permission).toBe(true);
      for (const mover of by.filter(isPrincipal))
        expect(cellOf(permission, mover).reach, `${machine.name}.${event} ${mover}`).not.toBe('none');
    }
  });

  test('同一状态的同名事件只有一条', () => {
    const keys = machine.events.map(({ from, event }) => `${from}.${event}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('每个等人办理的状态都有钟', () => {
    const stuck = walksOf(machine)
      .map(({ state }) => state)
      .filter((state) => state !== machine.start && !machine.terminal.includes(state))
      .filter((state) => clocksOf(machine, state).length === 0);
    expect(stuck).toEqual([]);
  });
});

describe('模型检查本身会失败', () => {
  const inaction = machineOf('inaction');
  const without = (drop: (event: Machine['events'][number]) => boolean): Machine => ({
    ...inaction,
    events: inaction.events.filter((event) => !drop(event)),
  });

  test('跳过陈述申辩直接认定：缺 R', () => {
    const shortcut: Machine = {
      ...inaction,
      events: [
        ...inaction.events,
        {
          from: 'notified',
          event: 'hurry',
          to: 'confirmed',
          by: ['hr_head'],
          permission: 'inaction.review',
          flags: ['rev', 'N'],
        },
      ],
    };
    expect(faultsOf(shortcut).map(({ kind }) => kind)).toContain('withoutSteps');
  });
  test('没有人复核：死路', () => {
    const kinds = faultsOf(without(({ from }) => from === 'answered2')).map(({ kind }) => kind);
    expect(kinds).toContain('deadEnd');
  });
  test('去掉提起：走不到', () => {
    const kinds = faultsOf(without(({ event }) => event === 'submit')).map(({ kind }) => kind);
    expect(kinds).toContain('unreachable');
  });
  test('从已发回重来的一步直接到不利结果：缺步骤', () => {
    const events = inaction.events.map((event) =>
      event.event === 'return' ? { ...event, to: 'confirmed' } : event,
    );
    expect(faultsOf({ ...inaction, events }).map(({ kind }) => kind)).toContain('withoutSteps');
  });
  test('没有申诉', () => {
    const events = inaction.events
      .filter(({ event }) => !['appeal', 'request_review', 'withdraw_appeal', 'correct'].includes(event))
      .map((event) => ({ ...event, flags: event.flags.filter((flag) => flag !== 'A') }));
    expect(faultsOf({ ...inaction, events }).map(({ kind }) => kind)).toContain('withoutAppeal');
  });
});

describe('两台机器一起', () => {
  test.each(['inaction', 'case'])('%s × exemption：每个结局都有去处', (name) => {
    expect(productFaults(machineOf(name), machineOf('exemption'), ENDS)).toEqual([]);
  });
  test('少一个结局就会发现', () => {
    const { not_accepted: _dropped, ...rest } = ENDS;
    expect(productFaults(machineOf('inaction'), machineOf('exemption'), rest)).toEqual([
      'exemption.not_accepted leaves inaction.held waiting for ever',
    ]);
  });
  test('不予免责从不直接成为最终认定', () => {
    const refused = machineOf('inaction').events.filter(({ event }) => event === 'exemption_refused');
    expect(refused.map(({ to }) => to)).toEqual(['answered2']);
  });
});

test('程序的人员都是矩阵的人员', () => {
  const movers = new Set(all.flatMap(({ events }) => events.flatMap(({ by }) => by)));
  for (const mover of movers) expect([...PRINCIPALS, 'clock', 'link', 'any']).toContain(mover);
});
