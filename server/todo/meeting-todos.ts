// What waits for a meeting: files for the head of HR to put on an agenda, records for a member to confirm.
import { filesAwaitingMeeting, meetingsToConfirm } from '../../db/queries/meetings.ts';
import type { Day } from '../../scoring/index.ts';
import { standsBackFrom, wholeMeeting } from '../meetings/agenda.ts';
import { BODIES, BODY_WORDS, waitingStates } from '../meetings/bodies.ts';
import { barTo } from '../meetings/confirm-meeting.ts';
import { reachOf } from '../meetings/reach.ts';
import { seatingOf } from '../meetings/seating.ts';
import { may } from '../permissions/may.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import { item, type Item, type Source } from './todo-item.ts';

interface Needed {
  readonly kinds: ReadonlyMap<string, FileKind>;
  readonly dayOf: (instant: number) => Day;
}

/** Beyond so many it does not matter how many more. */
const MOST = 300;

export function meetingTodos({ kinds, dayOf }: Needed): readonly Source[] {
  const filesForMeeting: Source = async ({ store, actor }) => {
    if (!may(actor, 'meeting.record')) return [];
    const machines = [...kinds.values()].map(({ machine }) => machine);
    const items: Item[] = [];
    for (const body of BODIES) {
      const wanted = waitingStates(body, machines);
      const found = await filesAwaitingMeeting(store.read, store.tables, { wanted, limit: MOST });
      const count = found.filter((file) => !standsBackFrom(actor, file)).length;
      if (count === 0) continue;
      const { zh, en } = BODY_WORDS[body];
      const title = { zh: `安排${zh}会议`, en: `Plan a meeting: ${en}` };
      const detail = { zh: `${count} 个事项等待集体决定`, en: `${count} waiting to be decided together` };
      items.push(item(`filesForMeeting.${body}`, `/meetings/new?body=${body}`, { title, detail, count }));
    }
    return items;
  };

  const recordsToConfirm: Source = async ({ store, actor }) => {
    const reading = { db: store.read, tables: store.tables, kinds, dayOf };
    const items: Item[] = [];
    for (const { id } of await meetingsToConfirm(store.read, store.tables, reachOf(actor))) {
      const whole = await wholeMeeting(reading, id);
      const { seats } = await seatingOf(reading, whole.meeting, whole.agenda);
      if (barTo(whole, seats, actor.accountId) !== null) continue;
      const { title, heldOn } = whole.meeting;
      items.push(
        item(`meetingToConfirm.${id}`, `/meetings/${id}`, {
          title: { zh: `确认会议记录：${title}`, en: `Confirm the minutes: ${title}` },
          detail: { zh: `${heldOn}，确认后决定才生效`, en: `${heldOn}: nothing takes effect before` },
        }),
      );
    }
    return items;
  };

  return [recordsToConfirm, filesForMeeting];
}
