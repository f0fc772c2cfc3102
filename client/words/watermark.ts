import { inBoth } from './in-both.ts';

/** Who looks at another person's record, and when. */
export const watermarkWords = inBoth(
  {
    viewer: (name: string, staffNo: string, at: string) => `${name} ${staffNo} ${at} 查看`,
  },
  {
    viewer: (name, staffNo, at) => `seen by ${name} ${staffNo} ${at}`,
  },
);
