// What an initiative file says, as far as whoever asks may see it.
import type { z } from 'zod';
import { initiativeOf, recordById } from '../../db/queries/conduct-files.ts';
import { eventsOfFile, evidenceOf, fileById } from '../../db/queries/procedure-files.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import {
  areas,
  initiativeFindings,
  initiativeRoles,
  type Label,
  levels,
  qualities,
} from '../../scoring/index.ts';
import type { Actor } from '../permissions/actor.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import type { FileShown } from '../procedures/file-view.ts';
import type { Standing } from '../procedures/rights.ts';
import { standingIfVisible } from '../procedures/standing.ts';
import { INITIATIVE_EVENTS } from './conduct-words.ts';
import { VerifyInitiative } from './initiative-events.ts';
import { initiativeFinding } from './initiative-record.ts';
import type { InitiativeView } from './initiatives.contract.ts';

type View = z.infer<typeof InitiativeView>;
type Facts = NonNullable<View['initiative']['facts']>;
type Said = Row<'initiativeFiles'>;
type Events = readonly Row<'fileEvents'>[];

interface Needed {
  readonly store: Store;
  readonly kind: FileKind;
}

const plain = ({ zh, en }: Label): Label => ({ zh, en });

/** What the public notice says of it. */
export const deedOf = ({ area, quality, level, role, occurredOn, summary }: Said) => ({
  ...{ area, areaLabel: plain(areas[area]) },
  ...{ quality, qualityLabel: plain(qualities[quality]) },
  ...{ level, levelLabel: plain(levels[level]) },
  ...{ role, roleLabel: plain(initiativeRoles[role]) },
  ...{ occurredOn, summary },
});

/** What the person said, and objectors to those who are told who they are. */
function saidIn({ hidesActor }: FileKind, standing: Standing, events: Events): Facts['said'] {
  return events.flatMap(({ event, at, data }) => {
    const text = data['statement'] ?? data['grounds'];
    if (typeof text !== 'string' || hidesActor?.(event, standing)) return [];
    return [{ event, at, text, label: INITIATIVE_EVENTS[event]! }];
  });
}

/** As it was verified last; a file that came back to be verified anew has no such reasons yet. */
function reasonsOf(events: Events): Pick<Facts, 'levelReason' | 'roleReason'> {
  const last = events.findLast(({ event }) => ['verify', 'submit', 'object', 'return'].includes(event));
  const { levelReason = null, roleReason = null } =
    last?.event === 'verify' ? VerifyInitiative.parse(last.data) : {};
  return { levelReason, roleReason };
}

async function factsOf({ store, kind }: Needed, actor: Actor, said: Said): Promise<Facts | null> {
  const { read, tables } = store;
  const file = (await fileById(read, tables, said.fileId))!;
  const standing = await standingIfVisible({ db: read, tables, actor }, kind, file);
  if (!standing || kind.isMasked?.(actor, standing.touched, file.state)) return null;
  const events = await eventsOfFile(read, tables, file.id);
  const record = said.recordId === null ? undefined : await recordById(read, tables, said.recordId);
  const finding = initiativeFinding(file.state);
  return {
    ...{ documentNo: said.documentNo, factId: said.factId },
    ...reasonsOf(events),
    said: saidIn(kind, standing, events),
    ...{ finding, findingLabel: initiativeFindings[finding] },
    ...{ recordId: said.recordId, countsOn: record?.countsOn ?? null },
    evidenceCount: (await evidenceOf(read, tables, file.id)).length,
    isMyDraft: file.state === kind.machine.start && file.openedBy === actor.accountId,
  };
}

export async function initiativeView(needed: Needed, actor: Actor, file: FileShown): Promise<View> {
  const { read, tables } = needed.store;
  const said = (await initiativeOf(read, tables, file.id))!;
  const facts = await factsOf(needed, actor, said);
  return { ...file, ledger: 'initiative', initiative: { ...deedOf(said), facts } };
}
