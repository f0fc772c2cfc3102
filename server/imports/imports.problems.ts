import { problem } from '../http/problem.ts';

export const fileMissing = problem('file-missing', 400, '请求中没有文件', 'The request holds no file');
export const fileBroken = problem(
  'file-broken',
  400,
  '文件没有完整送达，请重新上传',
  'The file did not arrive whole: send it again',
);
export const fileTooLarge = problem('file-too-large', 413, '文件过大', 'The file is too large');
export const fileUnsafe = problem('file-unsafe', 422, '文件不安全，未读取', 'The file is not safe to read');
export const fileUnreadable = problem('file-unreadable', 422, '文件无法读取', 'The file cannot be read');
export const fileChanged = problem(
  'file-changed',
  409,
  '文件与试导入时不同，请重新试导入',
  'The file is not the one that was tried: try it again',
);
export const fileHasProblems = problem(
  'file-has-problems',
  422,
  '文件仍有错误，未导入任何数据',
  'The file still has problems; nothing was imported',
);
export const nothingToImport = problem(
  'nothing-to-import',
  409,
  '文件中没有新的或改变的数据',
  'The file holds nothing new and nothing changed',
);
export const yearMissing = problem('year-missing', 400, '请指明考核年度', 'Say which year');
export const yearNotOpen = problem(
  'year-not-open',
  409,
  '该年度考核尚未启动或已归档',
  'The year is not open for evaluation',
);
export const needsNoConfirmation = problem(
  'needs-no-confirmation',
  409,
  '此类导入即时生效，无须复核',
  'An import of this kind takes effect at once',
);
export const confirmerIsUploader = problem(
  'confirmer-is-uploader',
  409,
  '复核人不能是导入人',
  'Whoever imported a batch cannot confirm it',
);
export const batchDecided = problem(
  'batch-decided',
  409,
  '该批次已有结论或已撤销',
  'The batch was decided or undone already',
);
export const batchHoldsKin = problem(
  'batch-holds-kin',
  403,
  '该批次中有您本人，或与您有亲属关系、您已申报回避的人，须由他人办理',
  'The batch holds you yourself, or somebody related to you or in conflict with you: another person has to do it',
);
export const batchInUse = problem(
  'batch-in-use',
  409,
  '该批次的数据已被使用，不能撤销',
  'The batch is in use and cannot be undone',
);
