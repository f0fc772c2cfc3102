import { inBoth } from './in-both.ts';

/** Choosing one person of the roster. */
export const personChoiceWords = inBoth(
  {
    noMatch: '没有符合条件的人',
    changePerson: '另选一人',
    thisPerson: (who: string) => `即：${who}`,
  },
  {
    noMatch: 'Nobody matches',
    changePerson: 'Choose another',
    thisPerson: (who) => `That is: ${who}`,
  },
);
