import { problem } from '../http/problem.ts';

export const calendarInvalid = problem(
  'calendar-invalid',
  422,
  '日历中有不能接受的日期',
  'The calendar holds days that cannot be accepted',
);
export const calendarImplausible = problem(
  'calendar-implausible',
  422,
  '按这份日历全年工作日过少，请核对类别一栏是否填反',
  'The year would hardly have working days left; are the kinds of day the wrong way round?',
);
export const calendarChanged = problem(
  'calendar-changed',
  409,
  '该年日历刚被他人导入，请刷新后重新试导入',
  'Somebody imported this year meanwhile; reload and try the file again',
);
