import { problem } from '../http/problem.ts';

export const nothingToExport = problem(
  'nothing-to-export',
  409,
  '按这些条件没有可以导出的人',
  'Nobody to export under these conditions',
);
export const exportAwaits = problem(
  'export-awaits-release',
  409,
  '人数超过 50，须由另一位负责人放行后才能下载',
  'More than 50 people: a second person has to release it first',
);
export const exportRefused = problem(
  'export-refused',
  409,
  '该导出申请已被退回，理由见列表；需要时请重新申请',
  'It was refused, see the list for the reason; ask anew if you need it',
);
export const exportOver = problem(
  'export-over',
  410,
  '导出的下载期限（3 天）已过，请重新申请',
  'It could be fetched for three days; ask anew',
);
export const exportGrew = problem(
  'export-grew',
  409,
  '符合条件的人比申请时多，请重新申请',
  'More people match now than when it was asked for; ask anew',
);
export const releaserIsRequester = problem(
  'releaser-is-requester',
  403,
  '申请人不能放行自己的导出',
  'Nobody releases an export of his own',
);
export const exportDecided = problem(
  'export-decided',
  409,
  '该导出申请已有结论',
  'It has been decided already',
);
