// Files of the ledger put into any state by their own events, as if others had done them elsewhere.
import { eq } from 'drizzle-orm';
import { exemptionOf, exemptionsOf } from '../../db/queries/conduct-files.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import { dayOf } from '../../server/main.ts';
import { carry } from '../../server/procedures/carry.ts';
import { ORDINARY_WEEKS } from '../../server/procedures/working-days.ts';
import type { Cast } from './cast.ts';
import { done } from './cast-deeds.ts';
import type { CastName } from './cast-people.ts';
import { type EventData, type MachineData, machineData } from './conduct-rights.ts';
import { claim, DATA, deed, findings, type Proven } from './conduct-data.ts';
import { act } from './store.ts';

export type LedgerMachine = 'inaction' | 'exemption' | 'initiative';
export interface Wanted {
  readonly machine: LedgerMachine;
  readonly state: string;
  /** Whose draft it was. */
  readonly openedBy?: CastName;
  /** Named in it by the head of HR; principal → who. */
  readonly named?: Readonly<Record<string, CastName>>;
  readonly proven?: Proven;
}

/** The shortest way of a machine between two of its states. */
export function wayTo({ events }: MachineData, from: string, to: string): readonly EventData[] {
  const ways = new Map<string, readonly EventData[]>([[from, []]]);
  const next = [from];
  for (let state = next.shift(); state !== undefined; state = next.shift())
    for (const event of events.filter((each) => each.from === state && !ways.has(each.to))) {
      ways.set(event.to, [...ways.get(state)!, event]);
      next.push(event.to);
    }
  const way = ways.get(to);
  if (!way) throw new Error(`no way from ${from} to ${to}`);
  return way;
}

export function stagingOf(cast: Cast) {
  const { store, clock, app } = cast;
  const { read, tables } = store;
  const { kinds } = app.services;
  let ids = 0;
  const newId = (prefix: string): string => `${prefix}_s${String((ids += 1)).padStart(7, '0')}`;
  const here = { now: () => clock.now, newId, dayOf, kinds, calendar: async () => ORDINARY_WEEKS };

  async function bring(id: string, event: EventData, actor = 'acc_elsewhere'): Promise<void> {
    const before = await cast.fileOf(id);
    const kind = kinds.get(before.machine)!;
    const found = kind.machine.events.find(
      (each) => each.from === before.state && each.event === event.event,
    )!;
    const data = DATA[before.machine]?.[event.event]?.(cast.today()) ?? {};
    await store.write(act(`brought.${event.event}`, { subject: id }), (tx, changed) =>
      carry({ tx, changed, tables, here, kind }, before, {
        ...{ event: found, actor, principal: found.by[0]!, reason: '在别处办理', data },
      }),
    );
  }
  async function bringTo(id: string, state: string, openedBy: CastName): Promise<void> {
    const { machine, state: from } = await cast.fileOf(id);
    for (const event of wayTo(machineData(machine), from, state)) {
      // While the person may answer, nobody claims for him.
      const claimant = event.from === 'notified' ? 'subject' : openedBy;
      await bring(id, event, event.event === 'claim_exemption' ? `acc_${claimant}` : undefined);
    }
  }

  async function drafted(machine: LedgerMachine, openedBy: CastName): Promise<string> {
    // With a document, a past decision may be drafted too.
    if (machine === 'inaction') return cast.draft({ documentNo: '示例纪〔2025〕9号' }, openedBy);
    const body = deed(openedBy === 'subject' ? {} : { staffNo: cast.staffNo('subject') });
    return (await done(cast.ask(openedBy, 'POST', '/api/conduct/initiatives', body))).id;
  }

  /** The exemption asked for in a record that waits for it, with everything written that its steps rest on. */
  async function claimed(openedBy: CastName, proven: Proven | undefined): Promise<string> {
    const record = await drafted('inaction', 'recorder');
    if (openedBy !== 'subject') await bringTo(record, 'answered', openedBy);
    await bringTo(record, 'held', openedBy);
    const id = (await exemptionsOf(read, tables, record))[0]!.file.id;
    const before = (await exemptionOf(read, tables, id))!;
    const { answers } = findings('1a', proven);
    await store.write(act('case.written', { subject: id }), (tx, changed) =>
      changeRow(tx, changed, tables.exemptions, { before, set: { ...claim(), answers } }),
    );
    return id;
  }

  async function nameIn(id: string, named: Readonly<Record<string, CastName>>): Promise<void> {
    const rows = Object.entries(named).map(([principal, who]): Row<'assignments'> => ({
      ...{ id: newId('asg'), fileId: id, accountId: `acc_${who}`, principal, assignedBy: 'acc_elsewhere' },
      ...{
        assignedAt: clock.now,
        reason: '按分工承办',
        replaces: null,
        endedAt: null,
        endedBy: null,
        version: 1,
      },
    }));
    await store.write(act('named', { subject: id }), (tx, changed) =>
      addRows(tx, changed, tables.assignments, rows),
    );
  }

  /** A file in a state, its last notice signed for. */
  async function staged({ machine, state, openedBy, named = {}, proven }: Wanted): Promise<string> {
    const author = openedBy ?? (machine === 'inaction' ? 'recorder' : 'subject');
    const id = machine === 'exemption' ? await claimed(author, proven) : await drafted(machine, author);
    await bringTo(id, state, author);
    if (Object.keys(named).length > 0) await nameIn(id, named);
    const isWaiting = wayTo(machineData(machine), machineData(machine).start, state)
      .at(-1)
      ?.flags.includes('N');
    if (isWaiting === true) await done(cast.sign(id));
    return id;
  }

  /** Every row that a file consists of, whatever table it lies in. */
  async function rowsOf(id: string): Promise<Readonly<Record<string, unknown>>> {
    const about = Object.entries(tables).filter(([, table]) => 'fileId' in table);
    const found: [string, unknown][] = [['files', await cast.fileOf(id)]];
    for (const [name, table] of about) {
      const { fileId } = table as typeof tables.fileEvents;
      found.push([
        name,
        await read
          .select()
          .from(table as typeof tables.fileEvents)
          .where(eq(fileId, id)),
      ]);
    }
    return Object.fromEntries([...found, ['ledger', (await cast.ledger(id)) ?? null]]);
  }

  return {
    ...{ staged, nameIn, rowsOf },
    /** From where the file is to a state, by its own events. */
    bringOn: (id: string, state: string) => bringTo(id, state, 'subject'),
  };
}
export type Staging = ReturnType<typeof stagingOf>;
