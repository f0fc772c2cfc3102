// 试错备案: registered beforehand by those who answer for a unit, decided by a meeting, read by everybody.
import { pilotOf } from '../../db/queries/pilots.ts';
import { addRows } from '../../db/rows.ts';
import type { Day, Label } from '../../scoring/index.ts';
import { may } from '../permissions/may.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import { machineOf } from '../procedures/machines.ts';
import { refuseUnfit } from './pilot-term.ts';
import { ReportPilot } from './pilots.contract.ts';

export const PILOT_STATE_WORDS: Readonly<Record<string, Label>> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '等待党委会决定', en: 'Waits for the board' },
  registered: { zh: '已备案', en: 'Registered' },
  closed: { zh: '已结束', en: 'Ended' },
  refused: { zh: '未予备案', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

export const pilotKind = ({ dayOf }: { readonly dayOf: (instant: number) => Day }): FileKind => ({
  machine: machineOf('pilot'),
  title: { zh: '试错备案', en: 'Pilot' },
  page: '/pilots',
  authorsOnly: ['withdrawn'],
  words: {
    states: PILOT_STATE_WORDS,
    events: {
      submit: { zh: '提交备案', en: 'Submit' },
      withdraw: { zh: '撤回草稿', en: 'Withdraw' },
      approve: { zh: '同意备案', en: 'Register' },
      refuse: { zh: '不予备案', en: 'Refuse' },
      return: { zh: '退回修改', en: 'Return for changes' },
      report: { zh: '报告进展', en: 'Report' },
      stop: { zh: '停止试点', en: 'Stop' },
      term_over: { zh: '试点期满', en: 'The term ended' },
    },
  },
  mayRead: (actor, touched) => may(actor, 'pilot.read', touched),
  carries: { report: ReportPilot },
  withoutReason: ['submit', 'withdraw', 'report'],
  effects: {
    /** A draft may have lain for weeks: on the day it is submitted its term still has to lie ahead. */
    async submit({ tx, tables, file, event }) {
      refuseUnfit((await pilotOf(tx, tables, file.id))!, dayOf(event.at));
    },
    async report({ tx, changed, tables, file, event }) {
      const { text } = ReportPilot.parse(event.data);
      const report = { id: event.id, fileId: file.id, text, by: event.actor, at: event.at };
      await addRows(tx, changed, tables.pilotReports, [report]);
    },
  },
  async lastDayOf({ db, tables, fileId, kind }) {
    return kind === 'term_over' ? ((await pilotOf(db, tables, fileId))?.endsOn ?? null) : null;
  },
});
