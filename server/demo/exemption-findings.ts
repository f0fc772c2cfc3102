// What the demo's investigators write down: an answer with its basis to every question, and the six considerations.
import { type Consideration, CONSIDERATIONS, type SituationCode } from '../../scoring/index.ts';
import { questionsOf } from '../exemptions/mistake.ts';
import type { WriteFindings } from '../exemptions/exemptions.contract.ts';
import type { z } from 'zod';

type Findings = z.infer<typeof WriteFindings>;

const BASIS = { yes: '见会议纪要、请示件和谈话笔录', no: '没有会议记录，也没有书面请示' };

/** Everything speaks for the person but the facts that could not be shown. */
export function answersTo(
  situation: SituationCode,
  unproven: readonly string[],
  evidenceIds: readonly string[],
): Findings['answers'] {
  return Object.fromEntries(
    questionsOf(situation).map(({ name, options }) => {
      const isProven = !unproven.includes(name);
      const reason = isProven ? BASIS.yes : BASIS.no;
      return [name, { answer: options[isProven ? 0 : 1]!, reason, evidenceIds: [...evidenceIds] }];
    }),
  );
}

const WEIGHED: Readonly<Record<Consideration, readonly [favourable: string, other: string]>> = {
  motive: ['为了工作，没有个人利益', '为了稳妥，没有个人利益'],
  circumstances: ['情况新，资料有限', '权限清楚，没有客观困难'],
  procedure: ['集体研究，事前请示', '没有集体研究'],
  nature: ['经验不足造成的失误', '该决定而不决定'],
  consequence: ['影响有限，当期恢复', '两个学院的工作受到影响'],
  recovery: ['及时补救，没有经济损失', '经督查后才办理'],
};
export const considered = (isFavourable: boolean): Findings['considerations'] =>
  Object.fromEntries(
    CONSIDERATIONS.map((each) => {
      const [favourable, other] = WEIGHED[each];
      return [
        each,
        isFavourable
          ? { level: 'favourable' as const, reason: favourable }
          : { level: each === 'motive' ? ('favourable' as const) : ('neutral' as const), reason: other },
      ];
    }),
  );

/** The second inspector looked for himself and found none. */
export const RED_LINES = {
  ...{ knowingViolation: false, knowingViolationReason: '未见明知违规而为之' },
  ...{ privateGain: false, privateGainReason: '本人及亲属与各方没有利益往来' },
  ...{ persistedAfterBan: false, persistedAfterBanReason: '没有被制止后继续的情形' },
};
