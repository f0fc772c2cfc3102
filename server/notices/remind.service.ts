// The time to answer runs out: whoever has not answered yet is told two working days before.
import { accountsOfCadre, clocksToRemindOf, messageById, reminderIdOf } from '../../db/queries/notices.ts';
import { clockById } from '../../db/queries/procedure-files.ts';
import type { Db, Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { StaleVersion } from '../../db/rows.ts';
import { clocksOf, isAlarm } from '../procedures/clock-plan.ts';
import type { FileKind, Here } from '../procedures/file-kind.ts';
import { addWorkingDays, type Calendar, endOfDay } from '../procedures/working-days.ts';
import { leaveMessages } from './leave-message.ts';
import { deadlineTitle } from './message-words.ts';
import { pageOfFile } from './tell-file.ts';

export interface RemindService {
  /** Reminds everybody whose time to answer ends soon, once; answers how many messages were left. */
  remindDue(): Promise<number>;
}

const WORKING_DAYS_BEFORE = 2;
const MOST_AT_ONCE = 200;
const HALF_A_DAY_MS = 43_200_000;

export interface RemindNeeds {
  readonly store: Store;
  readonly here: Omit<Here, 'calendar'> & { readonly calendar: (db: Db) => Promise<Calendar> };
}
interface Ending {
  readonly clock: Row<'clocks'>;
  readonly file: Row<'files'>;
}

/** Clocks by which the person concerned loses something when he stays silent: they run from service. */
const isAnswer = ({ machine }: FileKind, { clock, file }: Ending): boolean =>
  clocksOf(machine, file.state).some(
    ({ kind, runsFrom }) => kind === clock.kind && runsFrom === 'service' && !isAlarm(kind),
  );

export function remindService({ store, here }: RemindNeeds): RemindService {
  const { tables, read } = store;
  const kindOf = ({ file }: Ending): FileKind | undefined => here.kinds.get(file.machine);
  const answerKinds = (): string[] => {
    const planned = [...here.kinds.values()].flatMap(({ machine }) =>
      [...new Set(machine.events.map(({ from }) => from))].flatMap((state) => clocksOf(machine, state)),
    );
    return [...new Set(planned.filter(({ runsFrom }) => runsFrom === 'service').map(({ kind }) => kind))];
  };

  async function remind(ending: Ending): Promise<number> {
    const { clock, file } = ending;
    const kind = kindOf(ending);
    if (!kind || file.cadreId === null || !isAnswer(kind, ending)) return 0;
    const accountIds = (await accountsOfCadre(read, tables, file.cadreId)).map(({ id }) => id);
    if (accountIds.length === 0) return 0;
    const entry = { actor: 'clock', duty: 'system', deed: 'clock.reminded', subject: file.id, reason: null };
    await store.write(entry, async (tx, changed) => {
      const id = reminderIdOf(clock);
      const still = await clockById(tx, tables, clock.id);
      const isRunning = still?.state === 'pending' && still.version === clock.version;
      if (!isRunning || (await messageById(tx, tables, id))) throw new StaleVersion(tables.messages, id);
      const lastDay = here.dayOf(clock.dueAt - HALF_A_DAY_MS);
      await leaveMessages(
        { tx, changed, tables, here },
        {
          ...{ kind: 'deadline', title: deadlineTitle(kind.title, lastDay), fileId: file.id },
          ...{ href: pageOfFile(kind, file), accountIds: accountIds.slice(0, 1), idOf: () => id },
        },
      );
    });
    return 1;
  }

  return {
    async remindDue() {
      if (store.readOnly !== null) return 0;
      const kinds = answerKinds();
      if (kinds.length === 0) return 0;
      const today = here.dayOf(here.now());
      const lastDay = addWorkingDays(await here.calendar(read), today, WORKING_DAYS_BEFORE);
      const asked = { kinds, after: here.now(), until: endOfDay(lastDay), limit: MOST_AT_ONCE };
      let count = 0;
      for (const ending of await clocksToRemindOf(read, tables, asked))
        try {
          count += await remind(ending);
        } catch (error) {
          // Another node was first, or he has just answered.
          if (!(error instanceof StaleVersion)) throw error;
        }
      return count;
    },
  };
}
