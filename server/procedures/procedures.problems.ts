import { problem } from '../http/problem.ts';

export const eventUnknown = problem(
  'event-not-open',
  409,
  '事项已不在这一步，请刷新后再试',
  'The file is not at this step any more; reload and try again',
);
export const meetingRequired = problem(
  'meetingRequired',
  409,
  '须经会议集体决定，不能由一人作出',
  'Decided by a meeting, not by one person',
);
export const mayNotMove = problem(
  'may-not-act-in-file',
  403,
  '无权办理此事项',
  'Not open to you in this file',
);
export const reasonMissing = problem('reason-missing', 422, '请写明理由', 'Give a reason');
export const nothingToExtend = problem(
  'nothing-to-extend',
  409,
  '期限尚未开始计算（通知还没有送达），无从延长',
  'No time limit runs yet: the notice has not been served',
);
export const countersignerIsProposer = problem(
  'countersigner-is-proposer',
  403,
  '须由另一人会签',
  'Another person has to sign',
);
export const pendingGone = problem(
  'pending-gone',
  409,
  '该事项已有结果或已失效',
  'It has been decided already, or has lapsed',
);
export const proposerReplaced = problem(
  'proposer-replaced',
  409,
  '提出人已不再承办此事项：请退回，由现在的承办人重新提出',
  'Whoever proposed it is in charge no more: refuse it, and let those in charge now propose it anew',
);
export const alreadyPending = problem(
  'already-pending',
  409,
  '已提出，正等待另一人会签',
  'Proposed already; it waits for a second signature',
);
export const alreadyServed = problem('already-served', 409, '已经送达', 'Served already');
export const assigneeUnfit = problem(
  'assignee-unfit',
  422,
  '此人不能承办这一事项',
  'This person cannot be named in this file',
);
export const someFilesRefused = problem(
  'some-files-refused',
  422,
  '其中有案卷不能这样办理，全部未办理',
  'Some of the files do not allow it; none was changed',
);
export const notOnPaper = problem(
  'not-on-paper',
  422,
  '只有当事人的事项可以代录',
  'Only what the person concerned does can come on paper',
);
export const evidenceUnknown = problem(
  'evidence-unknown',
  422,
  '没有这份材料',
  'There is no such piece of evidence in this file',
);
export const evidenceRefused = problem(
  'evidence-refused',
  422,
  '不接受这种文件（可用 PDF、JPG、PNG、DOCX、XLSX、TXT，5 MB 以内）',
  'This file is not accepted (PDF, JPG, PNG, DOCX, XLSX, TXT; up to 5 MB)',
);
export const evidenceTooMany = problem(
  'evidence-too-many',
  422,
  '每人在一个案卷中最多添加 60 份材料：请合并成一份再添加',
  'One person adds up to 60 pieces to a file: put several into one and add that',
);
export const closedByFacts = problem(
  'closed-by-facts',
  422,
  '案卷中已查明的事实不容许这样处理',
  'What has been established in the file does not leave this open',
);
