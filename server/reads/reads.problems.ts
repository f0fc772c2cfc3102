import { problem } from '../http/problem.ts';

export const namedInNoFile = problem(
  'named-in-no-file',
  403,
  '证件号和电话只对本人和案卷指定的承办人显示；请先在涉及此人的案卷中获得指定',
  'Shown to the person and to the officers a file names: be named in a file that concerns the person first',
);
export const reasonMissing = problem(
  'reason-missing',
  400,
  '请写明查看的理由，理由会告知本人',
  'Say why you need to see it: the person concerned will read the reason',
);
