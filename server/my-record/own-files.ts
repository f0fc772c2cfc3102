// 本人的事项: every file of conduct and exemption about oneself, with what one may do about it.
import type { z } from 'zod';
import { filesAbout } from '../../db/queries/file-tasks.ts';
import { clocksRunning, deliveriesOf } from '../../db/queries/procedure-files.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { byText, type Day } from '../../scoring/index.ts';
import type { Actor } from '../permissions/actor.ts';
import { isAlarm } from '../procedures/clock-plan.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import { deadlineOf } from '../procedures/file-view.ts';
import { eventsFrom } from '../procedures/machines.ts';
import { rightTo, type Standing } from '../procedures/rights.ts';
import { standingIfVisible } from '../procedures/standing.ts';
import type { OwnFile, OwnFiles } from './own-files.contract.ts';

type File = z.infer<typeof OwnFile>;
interface Needed {
  readonly store: Store;
  readonly dayOf: (instant: number) => Day;
  readonly kinds: ReadonlyMap<string, FileKind>;
}

const MACHINES = ['inaction', 'exemption', 'initiative'];

/** What he may do as the person concerned, whatever offices he holds besides. */
const openTo = (kind: FileKind, state: string, standing: Standing): File['open'] =>
  eventsFrom(kind.machine, state)
    .filter((event) => {
      const right = rightTo(event, standing);
      return right.isOpen && right.as === 'cadre' && !kind.complaints?.includes(event.event);
    })
    .map(({ event }) => ({ event, label: kind.words.events[event] ?? { zh: event, en: event } }));

async function fileShown(
  { store: { read, tables }, dayOf, kinds }: Needed,
  actor: Actor,
  file: Row<'files'>,
): Promise<File | null> {
  const kind = kinds.get(file.machine)!;
  const standing = await standingIfVisible({ db: read, tables, actor }, kind, file);
  if (!standing) return null;
  const clock = (await clocksRunning(read, tables, file.id)).find((each) => !isAlarm(each.kind));
  const notices = await deliveriesOf(read, tables, file.id);
  const hasNotice = notices.some(({ servedAt }) => servedAt === null);
  const open = openTo(kind, file.state, standing);
  return {
    ...{ id: file.id, machine: file.machine, machineLabel: kind.title, title: file.title },
    href: `${kind.page}/${file.id}`,
    stateLabel: kind.words.states[file.state] ?? { zh: file.state, en: file.state },
    isEnded: kind.machine.terminal.includes(file.state),
    enteredAt: file.enteredAt,
    deadline: clock ? deadlineOf(clock, dayOf, file.state === kind.machine.start) : null,
    ...{ hasNotice, open },
    isOpen: hasNotice || open.some(({ event }) => !NO_TASKS.includes(event)),
  };
}

/** Nothing waits for these. */
const NO_TASKS = ['withdraw', 'withdraw_appeal', 'claim_exemption'];
const LAST_DAY = '9999-12-31';
const dueOf = ({ deadline }: File): string => deadline?.lastDay ?? LAST_DAY;

export async function ownFiles(needed: Needed, actor: Actor): Promise<z.infer<typeof OwnFiles>> {
  const { read, tables } = needed.store;
  if (actor.cadreId === null) return { items: [] };
  const machines = MACHINES.filter((machine) => needed.kinds.has(machine));
  const found: File[] = [];
  for (const file of await filesAbout(read, tables, { cadreId: actor.cadreId, machines })) {
    const shown = await fileShown(needed, actor, file);
    if (shown) found.push(shown);
  }
  const tasks = found.filter(({ isOpen }) => isOpen).toSorted((a, b) => byText(dueOf(a), dueOf(b)));
  return { items: [...tasks, ...found.filter(({ isOpen }) => !isOpen)] };
}
