// What comes of a record that was overturned after its year had been archived.
import { onRunningAgenda } from '../../db/queries/meetings.ts';
import { latestRun } from '../../db/queries/runs.ts';
import { yearFileOf, yearsWithRecordsCleared } from '../../db/queries/year-files.ts';
import { factsChangedSince, yearsKept } from '../../db/queries/years.ts';
import { may } from '../permissions/may.ts';
import { item, type Item, type Source } from './todo-item.ts';

/** The head of HR may bring it before the board; it is gone once the year is reopened, or archived again. */
export const yearsToReopen: Source = async ({ store, actor }) => {
  if (!may(actor, 'meeting.record')) return [];
  const found = await yearsWithRecordsCleared(store.read, store.tables);
  const fileIds = found.map(({ fileId }) => fileId);
  const planned = await onRunningAgenda(store.read, store.tables, fileIds);
  return found.map(({ year, fileId, recordCount }) => {
    const title = {
      zh: `可提请重开 ${year} 年度（有记录被撤销）`,
      en: `The year ${year} may be reopened: a record was overturned`,
    };
    if (planned.has(fileId)) {
      const detail = { zh: '已列入待开的会议', en: 'It is on the agenda of a meeting' };
      return item(`yearToReopen.${year}`, '/meetings', { title, detail });
    }
    const detail = {
      zh: `归档后撤销 ${recordCount} 条记录，是否重开由党委会会议决定`,
      en: `${recordCount} overturned since it was archived; a meeting of the board decides`,
    };
    const href = `/meetings/new?body=board&file=${encodeURIComponent(fileId)}`;
    return item(`yearToReopen.${year}`, href, { title, detail });
  });
};

/** A reopened year waits to be evaluated anew, whatever year is the latest. */
export const reopenedToRun: Source = async ({ store, actor }) => {
  if (!may(actor, 'appraisal.run')) return [];
  const { read, tables } = store;
  const [, ...former] = await yearsKept(read, tables);
  const items: Item[] = [];
  for (const { year, state } of former) {
    if (state !== 'open' || !(await yearFileOf(read, tables, year))) continue;
    const run = await latestRun(read, tables, year);
    if (run && !(await factsChangedSince(read, tables, year, run.ranAt))) continue;
    const title = {
      zh: `重新计算 ${year} 年度考核（已重开）`,
      en: `Run the evaluation of ${year} again: it was reopened`,
    };
    const detail = { zh: '计算后再归档', en: 'Archive it again afterwards' };
    items.push(item(`reopenedToRun.${year}`, `/years/${year}`, { title, detail }));
  }
  return items;
};
