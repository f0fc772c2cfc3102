// A small office that handles files: people of every role, and the engine on any machine, without a feature's own facts.
import type { Dialect } from '../../db/columns.ts';
import { eventsOfFile, fileById } from '../../db/queries/procedure-files.ts';
import { recusals } from '../../db/queries/relations.ts';
import { addRows } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import { dayOf } from '../../server/main.ts';
import type { Actor } from '../../server/permissions/actor.ts';
import type { Role } from '../../server/permissions/matrix.ts';
import { carry } from '../../server/procedures/carry.ts';
import type { FileKind } from '../../server/procedures/file-kind.ts';
import { eventOf, machineOf } from '../../server/procedures/machines.ts';
import { proceduresService } from '../../server/procedures/procedures.service.ts';
import { tickingService } from '../../server/procedures/ticking.service.ts';
import { timerService } from '../../server/procedures/timer.service.ts';
import { ORDINARY_WEEKS } from '../../server/procedures/working-days.ts';
import { aCadre, aGrant, anAccount, aUnit, NOON } from './rows.ts';
import { act, aStore, countedIds } from './store.ts';

/** Staff number → roles; everybody is a cadre of the unit beside it. */
const PEOPLE = {
  subject: [],
  kin: [],
  other: [],
  recorder: ['supervisor'],
  hr1: ['hr'],
  hr2: ['hr'],
  hr3: ['hr'],
  head1: ['hr_head'],
  head2: ['hr_head'],
  head3: ['hr_head'],
  inspector1: ['inspector'],
  inspector2: ['inspector'],
  leader: ['leader'],
  board1: ['board'],
  board2: ['board'],
  appeal1: ['appeal_body'],
  both: ['hr', 'hr_head'],
  farHr: ['hr'],
  auditor: ['auditadmin'],
} as const satisfies Record<string, readonly Role[]>;
export type PersonName = keyof typeof PEOPLE;
const names = Object.keys(PEOPLE) as PersonName[];

export const COLLEGE = 'un_college';
const REGISTRY = 'un_registry';
const unitOf = (name: PersonName): string => (name === 'farHr' ? REGISTRY : COLLEGE);

const kindOf = (machine: string): FileKind => ({
  machine: machineOf(machine),
  title: { zh: machine, en: machine },
  words: { states: {}, events: {} },
  mayRead: () => true,
  carries: {},
  withoutReason: [],
  effects: {},
  lastDayOf: async () => '2027-03-31',
});

export async function anOffice(dialect: Dialect, machine: string) {
  const clock = { now: NOON, running: 0 };
  const home = await aStore(dialect, { now: () => clock.now });
  const { store } = home;
  const { tables } = store;
  const faults: unknown[] = [];
  const kind = kindOf(machine);
  const newId = countedIds();
  const here = {
    now: () => clock.now,
    newId: (prefix: string) => newId(`${prefix}_x`),
    dayOf,
    calendar: async () => ORDINARY_WEEKS,
    kinds: new Map([[machine, kind]]),
  };
  const needed = {
    store,
    here,
    onFault: (fault: unknown) => faults.push(fault),
  };
  const procedures = proceduresService(needed);
  const timer = timerService(needed);
  const ticking = tickingService({ ...needed, timer, running: () => clock.running });
  await store.write(act('office.opened'), async (tx, changed) => {
    await addRows(tx, changed, tables.units, [
      aUnit({ id: COLLEGE, code: '20' }),
      aUnit({ id: REGISTRY, code: '10' }),
    ]);
    await addRows(
      tx,
      changed,
      tables.cadres,
      names.map((name) =>
        aCadre({ id: `cad_${name}`, staffNo: name, name: `${name}·虚构`, unitId: unitOf(name) }),
      ),
    );
    await addRows(
      tx,
      changed,
      tables.accounts,
      names.map((name) => anAccount({ id: `acc_${name}`, staffNo: name })),
    );
    await addRows(
      tx,
      changed,
      tables.grants,
      names.flatMap((name) =>
        PEOPLE[name].map((role) => aGrant({ id: `gr_${name}_${role}`, accountId: `acc_${name}`, role })),
      ),
    );
  });

  const isAdmin = (name: PersonName): boolean => name === 'auditor';
  async function actor(name: PersonName): Promise<Actor> {
    const scoped: readonly Role[] = ['hr', 'leader', 'supervisor', 'inspector'];
    return {
      accountId: `acc_${name}`,
      staffNo: name,
      cadreId: isAdmin(name) ? null : `cad_${name}`,
      roles: PEOPLE[name].map((role) => ({
        role,
        units: scoped.includes(role) ? new Set([unitOf(name)]) : null,
      })),
      recused: await recusals(store.read, tables, `cad_${name}`),
      language: 'zh',
    };
  }

  const fileOf = async (id: string): Promise<Row<'files'>> => (await fileById(store.read, tables, id))!;

  /** Moves the file on as `who`, from the version it has now. */
  async function move(
    who: PersonName,
    id: string,
    event: string,
    more: { reason?: string; version?: number } = {},
  ) {
    const { version } = await fileOf(id);
    return procedures.move(await actor(who), kind, {
      id,
      event,
      version,
      reason: '理由充分',
      data: {},
      ...more,
    });
  }

  /** Puts a file into a state by its own events, whoever may do them: what a meeting or another file would have done. */
  async function bring(id: string, ...events: readonly string[]): Promise<void> {
    for (const name of events) {
      const before = await fileOf(id);
      const event = eventOf(kind.machine, before.state, name);
      if (!event) throw new Error(`${before.state} has no ${name}`);
      await store.write(act(`brought.${name}`, { subject: id }), (tx, changed) =>
        carry({ tx, changed, tables, here, kind }, before, {
          event,
          actor: 'acc_elsewhere',
          principal: event.by[0]!,
          reason: null,
          data: {},
        }),
      );
    }
  }

  return {
    ...home,
    clock,
    faults,
    kind,
    procedures,
    timer,
    ticking,
    actor,
    move,
    bring,
    fileOf,
    events: (id: string) => eventsOfFile(store.read, tables, id),
    open: async (who: PersonName, about: PersonName | null = 'subject') =>
      procedures.open(
        await actor(who),
        kind,
        { title: '虚构事项', cadreId: about === null ? null : `cad_${about}`, unitId: COLLEGE },
        async () => {},
      ),
    assign: async (
      by: PersonName,
      id: string,
      staffNo: PersonName,
      principal: 'hr' | 'hr_head' | 'inspector' | 'panel' | 'appeal_body',
      replaces?: string,
    ) =>
      procedures.assign(await actor(by), {
        id,
        staffNo,
        principal,
        reason: '按分工承办',
        ...(replaces !== undefined && { replaces }),
      }),
    relate: (one: PersonName, other: PersonName, kindOfRelation: Row<'relations'>['kind'] = 'relative') =>
      store.write(act('relation.declared'), (tx, changed) =>
        addRows(tx, changed, tables.relations, [
          {
            id: newId('rel'),
            cadreId: `cad_${one}`,
            kind: kindOfRelation,
            otherCadreId: kindOfRelation === 'formerUnit' ? null : `cad_${other}`,
            unitId: kindOfRelation === 'formerUnit' ? COLLEGE : null,
            detail: '',
            state: 'declared',
            declaredBy: `acc_${one}`,
            declaredAt: clock.now,
            decidedBy: null,
            decidedAt: null,
            decidedReason: null,
            version: 1,
          },
        ]),
      ),
  };
}
export type Office = Awaited<ReturnType<typeof anOffice>>;
