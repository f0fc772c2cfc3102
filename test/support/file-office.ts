// An office that handles files over HTTP: people of every role, most of them cadres of one college.
import type { Dialect } from '../../db/columns.ts';
import { eventsOfFile, fileById } from '../../db/queries/procedure-files.ts';
import { addRows } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import { nameKeysOf } from '../../server/adapters/pinyin.ts';
import type { AppConfig } from '../../server/app.ts';
import { correctionKind } from '../../server/corrections/correction-kind.ts';
import { dayOf } from '../../server/main.ts';
import type { Role } from '../../server/permissions/matrix.ts';
import { carry } from '../../server/procedures/carry.ts';
import { eventOf } from '../../server/procedures/machines.ts';
import { ORDINARY_WEEKS } from '../../server/procedures/working-days.ts';
import { type Answer, anApp, type Visitor } from './app.ts';
import { aCadre, aGrant, anAccount, aUnit, NOON } from './rows.ts';
import { act, countedIds } from './store.ts';

export const COLLEGE = 'un_college';
const REGISTRY = 'un_registry';
export const CITIZEN_ID = '110101199003070134';
export const PHONE = '13900001234';

/** Whoever may come to a file, with his offices; `false`: no cadre of the roster. */
const PEOPLE = {
  subject: [],
  other: [],
  leader: ['leader'],
  farLeader: ['leader'],
  hr: ['hr'],
  hr2: ['hr'],
  farHr: ['hr'],
  /** Declared as a relative of `subject`. */
  kin: ['hr', 'hr_head'],
  /** Left the college. */
  former: ['hr', 'hr_head'],
  head: ['hr_head'],
  head2: ['hr_head'],
  both: ['hr', 'hr_head'],
  supervisor: ['supervisor'],
  inspector: ['inspector'],
  board: ['board'],
  appealBody: ['appeal_body'],
  sysadmin: ['sysadmin'],
  secadmin: ['secadmin'],
  auditadmin: ['auditadmin'],
} as const satisfies Record<string, readonly Role[]>;
export type PersonName = keyof typeof PEOPLE;
export const everybody = Object.keys(PEOPLE) as PersonName[];

const ADMINS: readonly PersonName[] = ['sysadmin', 'secadmin', 'auditadmin'];
const SCOPED: readonly Role[] = ['leader', 'hr', 'supervisor', 'inspector'];
const unitOf = (name: PersonName): string => (name.startsWith('far') ? REGISTRY : COLLEGE);
/** Kin and those who left serve the whole school: only their relation stands against them. */
const scopeOf = (name: PersonName, role: Role): string | null =>
  SCOPED.includes(role) && name !== 'kin' && name !== 'former' ? unitOf(name) : null;

export interface FileBody {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly actions: readonly { event: string; isOpen: boolean; how: string; why: { zh: string } | null }[];
  readonly deliveries: readonly { id: string; version: number; isMine: boolean; mayRecord: boolean }[];
  readonly pending: readonly { id: string; version: number; isOpen: boolean }[];
  readonly deadlines: readonly { kind: string; lastDay: string }[];
  readonly history: readonly { event: string; reason: string | null; enteredBy: unknown }[];
}
export const bodyOf = ({ body }: Answer): FileBody => body as FileBody;

const aRelation = (more: Partial<Row<'relations'>>): Row<'relations'> => ({
  id: 'rel_1',
  cadreId: 'cad_kin',
  kind: 'relative',
  otherCadreId: null,
  namedStaffNo: null,
  namedAs: null,
  unitId: null,
  detail: '虚构',
  state: 'confirmed',
  declaredBy: 'acc_kin',
  declaredAt: NOON,
  decidedBy: null,
  decidedAt: null,
  decidedReason: null,
  version: 1,
  ...more,
});

export async function aFileOffice(dialect: Dialect, more: Partial<AppConfig> = {}) {
  const app = await anApp(dialect, more);
  const { store } = app.home;
  const { tables } = store;
  const cadres = everybody.filter((name) => !ADMINS.includes(name));
  const sealed = {
    citizenIdSealed: store.sealed.seal(CITIZEN_ID),
    citizenIdLookup: store.sealed.lookup(CITIZEN_ID),
    phoneSealed: store.sealed.seal(PHONE),
  };
  await store.write(act('office.opened'), async (tx, changed) => {
    await addRows(tx, changed, tables.units, [
      aUnit({ id: COLLEGE, code: '20', name: '文学院' }),
      aUnit({ id: REGISTRY, code: '10' }),
    ]);
    await addRows(
      tx,
      changed,
      tables.cadres,
      cadres.map((name) =>
        aCadre({
          ...{ id: `cad_${name}`, staffNo: name, name: `虚构${name}`, unitId: unitOf(name) },
          ...(name === 'subject' && { ...sealed, name: '李明', ...nameKeysOf('李明') }),
        }),
      ),
    );
    await addRows(
      tx,
      changed,
      tables.accounts,
      everybody.map((name) => anAccount({ id: `acc_${name}`, staffNo: name })),
    );
    await addRows(
      tx,
      changed,
      tables.grants,
      everybody.flatMap((name) =>
        PEOPLE[name].map((role) =>
          aGrant({
            id: `gr_${name}_${role}`,
            accountId: `acc_${name}`,
            role,
            unitId: scopeOf(name, role),
          }),
        ),
      ),
    );
    await addRows(tx, changed, tables.relations, [
      aRelation({ otherCadreId: 'cad_subject' }),
      aRelation({ id: 'rel_2', cadreId: 'cad_former', kind: 'formerUnit', unitId: COLLEGE }),
    ]);
  });

  const visitors = new Map<PersonName, Visitor>();
  const as = async (name: PersonName): Promise<Visitor> => {
    const visitor = visitors.get(name) ?? (await app.visitorAs(`acc_${name}`));
    visitors.set(name, visitor);
    return visitor;
  };
  const fileOf = async (id: string): Promise<Row<'files'>> => (await fileById(store.read, tables, id))!;

  /** An event of a file over HTTP, from the version it has now. */
  async function fire(
    who: PersonName,
    page: 'pilots' | 'corrections',
    id: string,
    event: string,
    more: { reason?: string; data?: object; version?: number } = {},
  ): Promise<Answer> {
    const { version } = await fileOf(id);
    const visitor = await as(who);
    return visitor.post(`/api/${page}/${id}/events`, { event, version, reason: '理由充分', ...more });
  }

  /** A meeting of the board over HTTP: planned and recorded by the head of HR, confirmed by a member. */
  async function decide(id: string, event: string): Promise<void> {
    const head = await as('head');
    const heldOn = dayOf(app.clock.now);
    const done = async (answer: Promise<Answer>) => {
      const { status, text, body } = await answer;
      if (status !== 200) throw new Error(`the meeting was refused: ${text}`);
      return body as { id: string; version: number };
    };
    const plan = { body: 'board', title: '党委会（虚构）', heldOn, agenda: [id] };
    const planned = await done(head.post('/api/meetings', plan));
    const decision = { event, votesFor: 1, votesAgainst: 0, votesAbstained: 0 };
    const { version: fileVersion } = await fileOf(id);
    const recorded = await done(
      head.post(`/api/meetings/${planned.id}/record`, {
        ...{ version: planned.version, heldOn, present: ['board'], minutes: '会议记录（虚构）' },
        items: [{ fileId: id, fileVersion, decision, reason: '会议决定' }],
      }),
    );
    const board = await as('board');
    const { version } = recorded;
    await done(board.post(`/api/meetings/${planned.id}/confirmation`, { version }));
  }

  const newId = countedIds();
  const here = {
    now: () => app.clock.now,
    newId: (prefix: string) => newId(`${prefix}_clock`),
    dayOf,
    kinds: app.services.kinds,
    calendar: async () => ORDINARY_WEEKS,
  };
  const kind = correctionKind({ sealed: store.sealed, nameKeysOf });
  /** The end of a correction's time, without waiting for it: a clock set back would stop all others. */
  async function lapse(id: string): Promise<void> {
    const before = await fileOf(id);
    const event = eventOf(kind.machine, before.state, 'window_over')!;
    await store.write(act('clock.window_over', { subject: id }), (tx, changed) =>
      carry({ tx, changed, tables, here, kind }, before, {
        ...{ event, actor: 'clock', principal: 'clock' },
        ...{ reason: null, data: {} },
      }),
    );
  }

  return {
    app,
    store,
    as,
    fire,
    fileOf,
    decide,
    lapse,
    events: (id: string) => eventsOfFile(store.read, tables, id),
    cadre: async (name: PersonName): Promise<Row<'cadres'>> =>
      (await store.read.select().from(tables.cadres)).find(({ staffNo }) => staffNo === name)!,
    denials: () => store.read.select().from(tables.denials),
    tick: () => app.services.ticking.tick(),
    /** Days go by, noticed by the product’s own running time as well. */
    later: (days: number) => {
      app.clock.now += days * 86_400_000;
    },
    remove: () => app.remove(),
  };
}
export type FileOffice = Awaited<ReturnType<typeof aFileOffice>>;
