import { problem } from '../http/problem.ts';

export const answerUnfit = problem(
  'exemption-answer-unfit',
  422,
  '有的回答不属于所选情形，或缺少理由',
  'An answer does not belong to the situation chosen, or lacks its reason',
);
export const pilotUnfit = problem(
  'exemption-pilot-unfit',
  422,
  '所选试点没有在事前备案，或事前已经停止，或不覆盖事发当日',
  'The pilot was not registered beforehand, was stopped before, or does not cover the day',
);
export const evidenceUnfit = problem(
  'exemption-evidence-unfit',
  422,
  '有的回答所附材料不在本案、所涉记录或所依据的试点中',
  'An answer rests on a paper that is neither of this file, nor of its record, nor of the pilot it rests on',
);
export const nothingToReport = problem(
  'exemption-nothing-to-correct',
  409,
  '目前没有需要报告的纠错事项',
  'There is no correction to report on',
);
