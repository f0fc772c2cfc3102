// A school whose bodies meet, asked over HTTP: nine on the board, three who hear appeals, and files to decide.
import type { Dialect } from '../../db/columns.ts';
import { eventsOfFile, fileById } from '../../db/queries/procedure-files.ts';
import { addRows } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import type { RelationKind } from '../../db/tables/trust.ts';
import type { Role } from '../../server/permissions/matrix.ts';
import { dayOf } from '../../server/main.ts';
import { carry } from '../../server/procedures/carry.ts';
import type { FileKind } from '../../server/procedures/file-kind.ts';
import { type Machine, machineOf } from '../../server/procedures/machines.ts';
import { ORDINARY_WEEKS } from '../../server/procedures/working-days.ts';
import { type Answer, anApp, type Visitor, withAccounts } from './app.ts';
import { aCadre, aGrant, aUnit } from './rows.ts';
import { act } from './store.ts';

export const TODAY = '2026-12-31';
export const BOARD = Array.from({ length: 9 }, (_, i) => `B${i + 1}`);
const ROLES: Readonly<Record<string, Role>> = {
  head: 'hr_head',
  head2: 'hr_head',
  hr: 'hr',
  leader: 'leader',
  supervisor: 'supervisor',
  inspector: 'inspector',
  ...Object.fromEntries(BOARD.map((staffNo) => [staffNo, 'board'])),
  A1: 'appeal_body',
  A2: 'appeal_body',
  A3: 'appeal_body',
  sysadmin: 'sysadmin',
  secadmin: 'secadmin',
  auditadmin: 'auditadmin',
};
/** Cadres without an office: one whom files concern, one besides. */
const OTHERS = ['subject', 'other'];
const ADMINS = ['sysadmin', 'secadmin', 'auditadmin'];

const plain = (machine: Machine, more: Partial<FileKind> = {}): FileKind => ({
  machine,
  title: { zh: machine.name, en: machine.name },
  words: { states: {}, events: {} },
  mayRead: () => true,
  carries: {},
  withoutReason: [],
  effects: {},
  ...more,
});

export interface SentItem {
  readonly event?: string | null;
  readonly votes?: readonly [votesFor: number, against: number, abstained: number];
  readonly recused?: readonly { staffNo: string; reason: string }[];
  readonly data?: Record<string, unknown>;
}
interface Shown {
  id: string;
  version: number;
  state: string;
  items: { fileId: string; fileVersion: number; title: string }[];
}

export async function aSchoolThatMeets(
  dialect: Dialect,
  more: Readonly<Record<string, Partial<FileKind>>> = {},
) {
  const app = await anApp(dialect);
  const { store } = app.home;
  const { tables } = store;
  const kinds = app.services.kinds as Map<string, FileKind>;
  for (const name of ['updown', 'exemption', 'case']) kinds.set(name, plain(machineOf(name), more[name]));
  const names = [...Object.keys(ROLES), ...OTHERS];
  await store.write(act('school.founded'), async (tx, changed) => {
    await addRows(tx, changed, tables.units, [aUnit()]);
    const cadres = names
      .filter((name) => !ADMINS.includes(name))
      .map((name) => aCadre({ id: `cad_${name}`, staffNo: name, name: `${name}·虚构` }));
    await addRows(tx, changed, tables.cadres, cadres);
  });
  await withAccounts(
    app,
    names.map((staffNo) => ({ staffNo, ...(ROLES[staffNo] && { role: ROLES[staffNo] }) })),
  );
  const visitors = new Map<string, Visitor>();
  const as = async (name: string): Promise<Visitor> => {
    const visitor = visitors.get(name) ?? (await app.visitorAs(`acc_${name}`));
    visitors.set(name, visitor);
    return visitor;
  };
  let ids = 0;
  const newId = (prefix: string): string => `${prefix}_t${String((ids += 1)).padStart(6, '0')}`;
  const here = { now: () => app.clock.now, newId, dayOf, kinds, calendar: async () => ORDINARY_WEEKS };
  const fileOf = async (id: string): Promise<Row<'files'>> => (await fileById(store.read, tables, id))!;

  /** Moves a file to a state by the shortest way of its machine, done by somebody elsewhere. */
  async function bringTo(id: string, state: string): Promise<void> {
    const kind = kinds.get((await fileOf(id)).machine)!;
    for (const event of wayTo(kind.machine, (await fileOf(id)).state, state)) {
      const before = await fileOf(id);
      await store.write(act(`brought.${event.event}`, { subject: id }), (tx, changed) =>
        carry({ tx, changed, tables, here, kind }, before, {
          ...{ event, actor: 'acc_elsewhere', principal: event.by[0]!, reason: null, data: {} },
        }),
      );
    }
  }

  async function aFile(machine: string, state: string, about: string | null = 'subject'): Promise<string> {
    const file: Row<'files'> = {
      ...{ id: newId('file'), machine, state: kinds.get(machine)!.machine.start, version: 1 },
      ...{ enteredAt: app.clock.now, openedAt: app.clock.now, openedBy: 'acc_elsewhere' },
      ...{ cadreId: about === null ? null : `cad_${about}`, unitId: 'un_1', title: `虚构事项${ids}` },
    };
    const said = { purpose: '虚构', decision: '虚构', riskAssessment: '虚构', limits: '虚构', version: 1 };
    const pilot = { fileId: file.id, ...said, startsOn: '2027-02-01', endsOn: '2027-12-01' };
    await store.write(act('file.opened'), async (tx, changed) => {
      await addRows(tx, changed, tables.files, [file]);
      if (machine === 'pilot') await addRows(tx, changed, tables.pilots, [pilot]);
    });
    await bringTo(file.id, state);
    return file.id;
  }

  const plan = async (agenda: readonly string[], body = 'board', who = 'head'): Promise<Answer> =>
    (await as(who)).post('/api/meetings', { body, title: '虚构会议', heldOn: TODAY, agenda });
  const shown = async (id: string, who = 'head'): Promise<Shown> =>
    (await (await as(who)).get(`/api/meetings/${id}`)).body as Shown;

  /** Records with everybody named present; each item as said, or in agreement. */
  async function record(
    id: string,
    present: readonly string[],
    items: readonly SentItem[],
    { who = 'head', ...changes }: { who?: string } & Record<string, unknown> = {},
  ): Promise<Answer> {
    const meeting = await shown(id);
    const body = {
      version: meeting.version,
      heldOn: TODAY,
      present,
      minutes: '会议认真讨论，B9 保留意见。',
      items: meeting.items.map(({ fileId, fileVersion }, i) => {
        const { event = null, votes = [0, 0, 0], recused = [], data = {} } = items[i]!;
        const [votesFor, votesAgainst, votesAbstained] = votes;
        const decision = event === null ? null : { event, data, votesFor, votesAgainst, votesAbstained };
        return { fileId, fileVersion, decision, reason: '事实清楚，依据充分', recused };
      }),
      ...changes,
    };
    return (await as(who)).post(`/api/meetings/${id}/record`, body);
  }
  const confirm = async (id: string, who: string, version?: number): Promise<Answer> =>
    (await as(who)).post(`/api/meetings/${id}/confirmation`, {
      version: version ?? (await shown(id)).version,
    });

  const grant = (name: string, role: Role) =>
    store.write(act('grant.given'), (tx, changed) =>
      addRows(tx, changed, tables.grants, [
        aGrant({ id: newId('gr'), accountId: `acc_${name}`, role, unitId: null }),
      ]),
    );
  const relate = (one: string, other: string | null, kind: RelationKind = 'relative') =>
    store.write(act('relation.declared'), (tx, changed) =>
      addRows(tx, changed, tables.relations, [
        {
          ...{ id: newId('rel'), cadreId: `cad_${one}`, kind, detail: '', state: 'confirmed', version: 1 },
          ...{ otherCadreId: other && `cad_${other}`, unitId: other === null ? 'un_1' : null },
          ...{ declaredBy: `acc_${one}`, declaredAt: app.clock.now },
        },
      ]),
    );
  const assign = async (fileId: string, staffNo: string, principal: string): Promise<Answer> =>
    (await as('head')).post(`/api/files/${fileId}/assignments`, { staffNo, principal, reason: '按分工承办' });

  return {
    app,
    store,
    as,
    plan,
    shown,
    record,
    confirm,
    grant,
    relate,
    assign,
    aFile,
    bringTo,
    fileOf,
    events: (id: string) => eventsOfFile(store.read, tables, id),
    /** Plans a meeting and answers its id. */
    planned: async (agenda: readonly string[], body?: string): Promise<string> => {
      const answer = await plan(agenda, body);
      if (answer.status !== 200) throw new Error(answer.text);
      return (answer.body as Shown).id;
    },
    remove: () => app.remove(),
  };
}
export type SchoolThatMeets = Awaited<ReturnType<typeof aSchoolThatMeets>>;

function wayTo(machine: Machine, from: string, to: string): Machine['events'][number][] {
  const ways = new Map<string, Machine['events'][number][]>([[from, []]]);
  const next = [from];
  for (let state = next.shift(); state !== undefined; state = next.shift())
    for (const event of machine.events.filter((each) => each.from === state && !ways.has(each.to))) {
      ways.set(event.to, [...ways.get(state)!, event]);
      next.push(event.to);
    }
  const way = ways.get(to);
  if (!way) throw new Error(`${machine.name}: no way from ${from} to ${to}`);
  return way;
}

export const nameOf = ({ body }: Answer): string =>
  ((body as { type?: string } | null)?.type ?? '').replace('/problems/', '');
