import { problem } from '../http/problem.ts';

export const notForMeeting = problem(
  'not-for-meeting',
  422,
  '其中有事项目前不由这次会议决定',
  'Not every file waits for a meeting of this body',
);
export const onOtherAgenda = problem(
  'on-other-agenda',
  409,
  '其中有事项已列入另一次会议的议程',
  'One of the files is on another agenda already',
);
export const secretaryStandsBack = problem(
  'secretary-stands-back',
  403,
  '议程中有您本人或须回避的事项，须由另一位组织部负责人安排和记录',
  'The agenda holds a file you must stand back from: another head of HR plans and records it',
);
export const meetingClosed = problem(
  'meeting-closed',
  409,
  '会议已确认或已取消，不能再改',
  'The meeting is confirmed or cancelled and stays as it is',
);
export const notRecordedYet = problem(
  'not-recorded-yet',
  409,
  '会议还没有记录，或已有结果，不能确认',
  'The meeting is not recorded yet, or closed: nothing to confirm',
);
export const voteInvalid = problem(
  'vote-invalid',
  422,
  '会议记录不符合议事规则，请逐项改正',
  'The record does not meet the rules of decision',
);
export const mayNotConfirm = problem(
  'may-not-confirm',
  403,
  '须由另一位成员确认',
  'For another member to confirm',
);
export const agendaMoved = problem(
  'agenda-moved',
  409,
  '议程中有事项的情况已经变化，全部决定均未生效；请由记录人重新记录后再确认',
  'Something on the agenda has changed meanwhile; nothing took effect. Record the meeting again, then confirm',
);
