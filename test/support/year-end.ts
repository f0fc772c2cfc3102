// The end of a year over HTTP: the small school with a board of three, files of the ledger, and what archives a year.
import type { z } from 'zod';
import type { Dialect } from '../../db/columns.ts';
import { eventsOfFile, fileById } from '../../db/queries/procedure-files.ts';
import { yearFileOf } from '../../db/queries/year-files.ts';
import { yearOf } from '../../db/queries/years.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import type { YearSummary } from '../../server/appraisals/appraisals.contract.ts';
import { INITIATIVE_EVENTS, INITIATIVE_STATES } from '../../server/conduct/conduct-words.ts';
import { dayOf } from '../../server/main.ts';
import { carry } from '../../server/procedures/carry.ts';
import type { FileKind } from '../../server/procedures/file-kind.ts';
import { eventOf, machineOf } from '../../server/procedures/machines.ts';
import { ORDINARY_WEEKS } from '../../server/procedures/working-days.ts';
import type { Answer } from './app.ts';
import { anOffice } from './office.ts';
import { aGrant, anAccount, NOON } from './rows.ts';
import { sectionHead, YEAR } from './school.ts';
import { act, countedIds } from './store.ts';

const BOARD = ['B1', 'B2', 'B3'];
const ARCHIVE = `/api/years/${YEAR}/archive`;
export const REASON = '本年度考核工作结束';

type Summary = z.infer<typeof YearSummary>;
type Put = 'importBatches' | 'jobs' | 'files' | 'initiativeFiles' | 'conductRecords' | 'inactionFiles';
type Changed = 'importBatches' | 'jobs' | 'years' | 'conductRecords';
interface Todo {
  readonly kind: string;
  readonly href: string;
}

/** What the engine needs of a machine without a feature of its own. */
const plainInitiative: FileKind = {
  machine: machineOf('initiative'),
  title: { zh: '担当记录', en: 'Initiative' },
  words: { states: INITIATIVE_STATES, events: INITIATIVE_EVENTS },
  mayRead: () => true,
  ...{ carries: {}, withoutReason: [], effects: {} },
};

export const aLedgerFile = (more: Partial<Row<'files'>>): Row<'files'> => ({
  ...{ id: 'file_x', machine: 'initiative', state: 'verified', version: 1, title: '虚构事项' },
  ...{ enteredAt: NOON, openedAt: NOON, openedBy: 'acc_S1', unitId: 'un_college', cadreId: sectionHead(7) },
  ...more,
});
export const anInitiativeFile = (fileId: string, recordId: string | null): Row<'initiativeFiles'> => ({
  ...{ fileId, cadreId: sectionHead(7), occurredOn: '2026-05-03', summary: '率先试点', factId: null },
  ...{ documentNo: null, recordId, version: 1 },
  ...{ area: 2, quality: 'explore', level: 'school', role: 'lead' },
});
export const anInactionFile = (more: Partial<Row<'inactionFiles'>>): Row<'inactionFiles'> => ({
  ...{ fileId: 'file_i', cadreId: sectionHead(6), occurredOn: '2026-05-03', summary: '重点工作未按期完成' },
  ...{ factId: null, documentNo: null, recordId: null, version: 1, code: '1.4', source: 'inspection' },
  ...{ complainantSealed: null, severity: 'general', responsibility: 'direct', cause: 'unable' },
  ...{ conditions: ['keyWorkMissed'], grounds: null, isMitigated: false, isPast: false },
  ...more,
});

/** The body of an answer that has to be a good one. */
async function good<Body>(answer: Promise<Answer>): Promise<Body> {
  const { status, text, body } = await answer;
  if (status !== 200) throw new Error(`refused: ${text}`);
  return body as Body;
}

export async function aYearEnd(dialect: Dialect) {
  const office = await anOffice(dialect);
  const { store, app, school, as } = office;
  const { tables, read } = store;
  const newId = countedIds();
  await store.write(act('board.seated'), async (tx, changed) => {
    const accounts = BOARD.map((name) => anAccount({ id: `acc_${name}`, staffNo: name }));
    await addRows(tx, changed, tables.accounts, accounts);
    await addRows(tx, changed, tables.grants, [
      ...BOARD.map((name) => aGrant({ id: `gr_${name}`, accountId: `acc_${name}`, role: 'board' })),
      aGrant({ id: 'gr_leader', accountId: 'acc_leader', role: 'leader', unitId: 'un_college' }),
    ]);
  });
  await school.open();
  await school.measure();
  const kinds = app.services.kinds as Map<string, FileKind>;
  if (!kinds.has('initiative')) kinds.set('initiative', plainInitiative);
  const here = {
    ...{ now: () => app.clock.now, dayOf, kinds, calendar: async () => ORDINARY_WEEKS },
    newId: (prefix: string) => newId(`${prefix}_test`),
  };

  const put = <Name extends Put>(name: Name, ...rows: readonly Row<Name>[]): Promise<void> =>
    store.write(act('put', { subject: name }), (tx, changed) =>
      addRows(tx, changed, tables[name], rows as never),
    );
  const change = <Name extends Changed>(
    name: Name,
    before: Row<Name>,
    set: Partial<Row<Name>>,
  ): Promise<void> =>
    store.write(act('changed', { subject: name }), async (tx, changed) => {
      await changeRow(tx, changed, tables[name] as never, { before, set } as never);
    });
  const kept = async (): Promise<Row<'years'>> => (await yearOf(read, tables, YEAR))!;
  const fileOf = async (id: string): Promise<Row<'files'>> => (await fileById(read, tables, id))!;

  const ended = async (answer: Promise<Answer>): Promise<void> => {
    const { job } = await good<{ job: { id: string } }>(answer);
    await app.services.jobs.ended(job.id);
  };

  /** An event of a file as if whoever may had done it. */
  async function fire(id: string, name: string): Promise<void> {
    const before = await fileOf(id);
    const kind = kinds.get(before.machine)!;
    const event = eventOf(kind.machine, before.state, name)!;
    await store.write(act(name, { subject: id }), (tx, changed) =>
      carry({ tx, changed, tables, here, kind }, before, {
        ...{ event, actor: 'acc_elsewhere', principal: event.by[0]!, reason: null, data: {} },
      }),
    );
  }

  const planned = async (fileId: string): Promise<{ id: string; version: number }> => {
    const plan = { body: 'board', title: '党委会（虚构）', heldOn: dayOf(app.clock.now), agenda: [fileId] };
    return good((await as('head')).post('/api/meetings', plan));
  };

  /** A meeting of the board on the year's file, from the plan to its confirmation. */
  async function reopenByMeeting(fileId: string, reason: string): Promise<void> {
    const { id, version } = await planned(fileId);
    const { version: fileVersion } = await fileOf(fileId);
    const decision = { event: 'reopen', votesFor: 3, votesAgainst: 0, votesAbstained: 0 };
    const recorded = await good<{ version: number }>(
      (await as('head')).post(`/api/meetings/${id}/record`, {
        ...{ version, heldOn: dayOf(app.clock.now), present: BOARD, minutes: '会议记录（虚构）' },
        items: [{ fileId, fileVersion, decision, reason }],
      }),
    );
    await good((await as('B1')).post(`/api/meetings/${id}/confirmation`, { version: recorded.version }));
  }

  return {
    ...office,
    ...{ tables, read, put, change, kept, fileOf, fire, ended, planned, reopenByMeeting },
    newId: here.newId,
    yearFile: () => yearFileOf(read, tables, YEAR),
    events: (id: string) => eventsOfFile(read, tables, id),
    summaryFor: async (name: string): Promise<Summary> =>
      good((await as(name)).get(`/api/years/${YEAR}/summary`)),
    todosOf: async (name: string): Promise<readonly Todo[]> =>
      (await good<{ items: Todo[] }>((await as(name)).get('/api/todo'))).items,
    check: async (name = 'hr'): Promise<Answer> => (await as(name)).get(ARCHIVE),
    /** From the version that the year has now. */
    archive: async (name = 'hr', more: object = {}): Promise<Answer> =>
      (await as(name)).post(ARCHIVE, { version: (await kept()).version, reason: REASON, ...more }),
    run: async (): Promise<void> => ended((await as('hr')).post(`/api/years/${YEAR}/runs`)),
    later: (ms = 60_000): void => {
      app.clock.now += ms;
    },
  };
}
export type YearEnd = Awaited<ReturnType<typeof aYearEnd>>;
