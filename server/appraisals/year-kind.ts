// 年度归档: HR archives a year whose evaluation is complete; only a meeting of the board reopens it.
import { initiativesCountingIn, yearOfFile } from '../../db/queries/year-files.ts';
import { changeRow } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import type { YearState } from '../../db/tables/years.ts';
import { may, seesMasked } from '../permissions/may.ts';
import { carry } from '../procedures/carry.ts';
import type { Effect, EffectOf, FileKind } from '../procedures/file-kind.ts';
import { eventOf, machineOf } from '../procedures/machines.ts';

const READ = 'appraisal.read';

/** The step of an initiative file that the year's end takes by itself. */
export const AT_YEARS_END = { state: 'verified', event: 'year_archived' } as const;

const yearBehind = async ({ tx, tables, file }: EffectOf): Promise<Row<'years'>> =>
  (await yearOfFile(tx, tables, file.id))!;

async function setState({ tx, changed, tables }: EffectOf, before: Row<'years'>, state: YearState) {
  await changeRow(tx, changed, tables.years, { before, set: { state } });
}

/** What was verified and counts in the year can be challenged no more: it stands as the year does. */
async function closeInitiatives(work: EffectOf, { periodFrom, periodTo }: Row<'years'>): Promise<void> {
  const { tx, tables, here } = work;
  const kind = here.kinds.get('initiative');
  const event = kind && eventOf(kind.machine, AT_YEARS_END.state, AT_YEARS_END.event);
  if (!kind || !event) return;
  const wanted = { from: periodFrom, to: periodTo, state: AT_YEARS_END.state };
  for (const file of await initiativesCountingIn(tx, tables, wanted))
    await carry({ ...work, kind }, file, {
      ...{ event, actor: 'clock', principal: 'clock', reason: null, data: {} },
    });
}

const archive: Effect = async (work) => {
  const year = await yearBehind(work);
  await closeInitiatives(work, year);
  await setState(work, year, 'archived');
};

const reopen: Effect = async (work) => setState(work, await yearBehind(work), 'open');

export const yearKind = (): FileKind => ({
  machine: machineOf('year'),
  title: { zh: '年度考核', en: 'Annual appraisal' },
  words: {
    states: {
      open: { zh: '进行中', en: 'Open' },
      archived: { zh: '已归档', en: 'Archived' },
    },
    events: {
      archive: { zh: '归档', en: 'Archive' },
      reopen: { zh: '重开', en: 'Reopen' },
    },
  },
  mayRead: (actor, touched) => may(actor, READ, touched),
  isMasked: (actor, touched) => seesMasked(actor, READ, touched),
  carries: {},
  withoutReason: [],
  effects: { archive, reopen },
});
