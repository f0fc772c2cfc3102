// Time limits need next year's holidays before they run into it.
import { calendarsInForce } from '../../db/queries/calendar.ts';
import { missingYears } from '../calendar/calendar-in-force.ts';
import { may } from '../permissions/may.ts';
import { item, type Source } from './todo-item.ts';

export const calendarToImport: Source = async ({ store, actor, today }) => {
  if (!may(actor, 'calendar.write')) return [];
  const calendars = await calendarsInForce(store.read, store.tables);
  const missing = missingYears(today(), new Set(calendars.map(({ year }) => year)));
  const [first] = missing;
  if (first === undefined) return [];
  return [
    item('calendarToImport', `/calendar?year=${first}`, {
      title: {
        zh: `导入 ${missing.join('、')} 年工作日历`,
        en: `Import the working calendar of ${missing.join(' and ')}`,
      },
      detail: {
        zh: '导入之前，办理期限按周一至周五计算',
        en: 'Until then time limits count Monday to Friday',
      },
      count: missing.length,
    }),
  ];
};
