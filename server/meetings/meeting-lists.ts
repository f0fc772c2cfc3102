// The meetings somebody may see, and the files that wait for one.
import type { z } from 'zod';
import { unitNamesOf } from '../../db/queries/account-pages.ts';
import { filesAwaitingMeeting, itemCounts, meetingPage, type States } from '../../db/queries/meetings.ts';
import { cadreNames } from '../../db/queries/procedure-people.ts';
import type { Row } from '../../db/tables/index.ts';
import type { MeetingBody } from '../../db/tables/meetings.ts';
import type { Actor } from '../permissions/actor.ts';
import { type Reading, standsBackFrom } from './agenda.ts';
import { BODY_WORDS, otherStates, waitingStates } from './bodies.ts';
import type { Candidates, MeetingPage, MeetingQuery } from './meetings.contract.ts';
import { reachOf } from './reach.ts';

const MOST_CANDIDATES = 300;

export async function pageOfMeetings(
  { db, tables }: Reading,
  actor: Actor,
  { after, limit }: z.infer<typeof MeetingQuery>,
): Promise<z.infer<typeof MeetingPage>> {
  const page = await meetingPage(db, tables, { of: reachOf(actor), after: after ?? null, limit });
  const ids = page.items.map(({ id }) => id);
  const counts = await itemCounts(db, tables, ids);
  const items = page.items.map(({ id, body, title, heldOn, state }) => ({
    ...{ id, body, title, heldOn, state },
    bodyLabel: BODY_WORDS[body],
    itemCount: counts.get(id) ?? 0,
  }));
  return { items, next: page.next };
}

export async function candidatesFor(
  { db, tables, kinds }: Reading,
  actor: Actor,
  body: MeetingBody,
): Promise<z.infer<typeof Candidates>> {
  const machines = [...kinds.values()].map(({ machine }) => machine);
  const found = async (wanted: readonly States[]): Promise<Row<'files'>[]> =>
    filesAwaitingMeeting(db, tables, { wanted, limit: MOST_CANDIDATES + 1 });
  const waiting = await found(waitingStates(body, machines));
  const others = await found(otherStates(body, machines));
  const isWaiting = new Set(waiting.map(({ id }) => id));
  const files = [...waiting.slice(0, MOST_CANDIDATES), ...others.slice(0, MOST_CANDIDATES)].filter(
    (file) => !standsBackFrom(actor, file),
  );
  const unitIds = files.map(({ unitId }) => unitId);
  const units = await unitNamesOf(db, tables, unitIds);
  const cadreIds = files.flatMap(({ cadreId }) => (cadreId === null ? [] : [cadreId]));
  const names = await cadreNames(db, tables, cadreIds);
  const items = files.map((file) => {
    const { title, words } = kinds.get(file.machine)!;
    return {
      fileId: file.id,
      title: file.title,
      machineLabel: title,
      stateLabel: words.states[file.state] ?? { zh: file.state, en: file.state },
      unitName: units.get(file.unitId) ?? '',
      personName: file.cadreId === null ? null : (names.get(file.cadreId) ?? ''),
      enteredAt: file.enteredAt,
      isWaiting: isWaiting.has(file.id),
    };
  });
  return { items, hasMore: Math.max(waiting.length, others.length) > MOST_CANDIDATES };
}
