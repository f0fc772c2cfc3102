// What is wrong with the lines of a proposal, each at its place.
import type { z } from 'zod';
import type { ProblemPlace } from '../http/problem.ts';
import type { ProposeGrants } from './accounts.contract.ts';

type Line = z.infer<typeof ProposeGrants>['lines'][number];

export interface Known {
  readonly accounts: ReadonlyMap<string, string>;
  readonly admins: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
}

export function wrongIn(line: Line, at: string, known: Known): ProblemPlace[] {
  const { staffNo, unitId, fromOn, untilOn } = line;
  const account = known.accounts.get(staffNo);
  const wrong: [isWrong: boolean, field: string, zh: string, en: string][] = [
    [account === undefined, 'staffNo', '没有这个工号的账号', 'There is no account of this staff number'],
    [
      account !== undefined && known.admins.has(account),
      'staffNo',
      '三员不得兼任业务角色',
      'The three admins hold no business role',
    ],
    [unitId !== null && !known.units.has(unitId), 'unitId', '没有这个单位', 'There is no such unit'],
    [untilOn !== null && untilOn < fromOn, 'untilOn', '不能早于开始日期', 'Not before the first day'],
  ];
  return wrong
    .filter(([isWrong]) => isWrong)
    .map(([, field, zh, en]) => ({ pointer: `${at}/${field}`, detail: { zh, en } }));
}
