// Time goes by: what lapses when its moment has come. The clocks are rows, so a restart loses none; firing one is a
// compare-and-set in the same act as what it does, so that of several nodes one does it.
import { clockById, clocksDue, fileById, pendingById } from '../../db/queries/procedure-files.ts';
import { addRows, changeRow, StaleVersion } from '../../db/rows.ts';
import type { Tx } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { Refused } from '../http/problem.ts';
import { carry } from './carry.ts';
import { isAlarm } from './clock-plan.ts';
import type { FileKind } from './file-kind.ts';
import type { FilesNeed } from './files.service.ts';
import { eventOf, eventsFrom, isPrincipal } from './machines.ts';
import { pendingGone } from './procedures.problems.ts';

export interface TimerService {
  /** Fires every clock whose moment has come; answers how many. */
  fireDue(): Promise<number>;
}

const MOST_AT_ONCE = 200;

interface Needed extends FilesNeed {
  readonly onFault: (fault: unknown) => void;
}

export function timerService({ store, here, onFault }: Needed): TimerService {
  const { tables, read } = store;
  const { kinds } = here;

  async function lapsePending(within: Parameters<typeof carry>[0], pendingId: string): Promise<void> {
    const { tx, changed } = within;
    const before = await pendingById(tx, tables, pendingId);
    if (before?.state !== 'open') return;
    await changeRow(tx, changed, tables.pendingEvents, {
      before,
      set: { state: 'lapsed', decidedAt: here.now() },
    });
  }

  /** Whoever keeps others waiting is told; then the head. */
  const alarm = (file: Row<'files'>, kind: FileKind, clock: Row<'clocks'>): Row<'alarms'> => ({
    id: here.newId('alm'),
    kind: clock.kind,
    fileId: file.id,
    audience: clock.kind === 'alarm.officer' ? officerOf(kind, file.state) : headOf(kind),
    detail: { state: file.state, since: file.enteredAt },
    raisedAt: here.now(),
    endedAt: null,
    endedBy: null,
    version: 1,
  });

  async function fire(due: Row<'clocks'>): Promise<void> {
    const kind = kinds.get(await machineOfFile(due.fileId));
    if (!kind) return;
    const entry = {
      actor: 'clock',
      duty: 'system',
      deed: `clock.${due.kind}`,
      subject: due.fileId,
      reason: null,
    };
    await store.write(entry, async (tx: Tx, changed) => {
      const clock = await clockById(tx, tables, due.id);
      const file = await fileById(tx, tables, due.fileId);
      if (!file || clock?.state !== 'pending' || clock.dueAt > here.now()) throw new Refused(pendingGone);
      await changeRow(tx, changed, tables.clocks, {
        before: clock,
        set: { state: 'fired', firedAt: here.now() },
      });
      const within = { tx, changed, tables, here, kind };
      if (clock.pendingId !== null) return lapsePending(within, clock.pendingId);
      if (isAlarm(clock.kind)) return addRows(tx, changed, tables.alarms, [alarm(file, kind, clock)]);
      const event = eventOf(kind.machine, file.state, clock.kind);
      if (!event) return undefined;
      await carry(within, file, { event, actor: 'clock', principal: 'clock', reason: null, data: {} });
      return undefined;
    });
  }

  const machineOfFile = async (id: string): Promise<string> =>
    (await fileById(read, tables, id))?.machine ?? '';

  return {
    async fireDue() {
      let fired = 0;
      for (const due of await clocksDue(read, tables, here.now(), MOST_AT_ONCE)) {
        try {
          await fire(due);
          fired += 1;
        } catch (fault) {
          // Another node, or the person concerned in the last second, was first.
          const isLost = fault instanceof StaleVersion || fault instanceof Refused;
          if (!isLost) onFault(fault);
        }
      }
      return fired;
    },
  };
}

/** The office that keeps a file waiting. */
function officerOf({ machine }: FileKind, state: string): string {
  const movers = eventsFrom(machine, state).flatMap(({ by }) => by.filter(isPrincipal));
  return movers.find((mover) => mover !== 'cadre') ?? 'hr';
}
/** Cases are the inspectors' own; everything else is told to the head of HR. */
const headOf = ({ machine }: FileKind): string => (machine.name === 'case' ? 'inspector' : 'hr_head');
