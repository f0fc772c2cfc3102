import { inBoth } from './in-both.ts';

/** An exemption in a few lines, where a meeting decides on it. */
export const besideWords = inBoth(
  {
    distinction: '区分',
    open: '事实容许',
    proposed: '调查人意见',
    redLines: '红线审查',
    none: '没有发现',
    comma: '、',
  },
  {
    distinction: 'Distinction',
    open: 'Open on the facts',
    proposed: 'Investigators’ opinion',
    redLines: 'Red-line check',
    none: 'none found',
    comma: ', ',
  },
);
