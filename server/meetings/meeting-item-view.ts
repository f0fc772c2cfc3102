// One file of a meeting's agenda as whoever asks may see it, or withheld.
import type { z } from 'zod';
import type { AccountLabel } from '../../db/queries/account-labels.ts';
import type { Day, Label } from '../../scoring/index.ts';
import type { Actor } from '../permissions/actor.ts';
import { may } from '../permissions/may.ts';
import { seesNamesOnly } from '../procedures/masked.ts';
import { standingIfVisible } from '../procedures/standing.ts';
import { type AgendaItem, isRunning, type Reading, standsBackFrom, type WholeMeeting } from './agenda.ts';
import { eventsOpenTo } from './bodies.ts';
import { carriedFields, carriedSaid } from './carried-fields.ts';
import { declaredOf } from './judge-decision.ts';
import type { MeetingItemView } from './meetings.contract.ts';
import { RECORD } from './reach.ts';
import { type Seat, type Seating, withDeclared } from './seating.ts';

export type ItemShown = z.infer<typeof MeetingItemView>;
type People = ReadonlyMap<string, AccountLabel>;
type ReadOn = Pick<Reading, 'db' | 'tables'> & { readonly today: Day };
export interface Names {
  readonly people: People;
  readonly units: ReadonlyMap<string, string>;
  readonly cadres: ReadonlyMap<string, string>;
}

/** As it was recorded once the meeting is closed; before, as things stand now. */
export const seatOf = ({ meeting }: WholeMeeting, { item, file }: AgendaItem, seating: Seating): Seat =>
  isRunning(meeting)
    ? withDeclared(seating.seats.get(file.id)!, declaredOf(item.recused))
    : { entitled: item.entitled ?? [], recused: item.recused ?? [] };

export async function isWithheld(
  { db, tables }: Reading,
  actor: Actor,
  { file, kind }: AgendaItem,
): Promise<boolean> {
  if (standsBackFrom(actor, file)) return true;
  // The secretary keeps the minutes of it: title, unit and state he has to know.
  if (may(actor, RECORD)) return false;
  // Who sits on one file of the agenda does not learn of the others for that.
  const standing = await standingIfVisible({ db, tables, actor }, kind, file);
  return standing === null || seesNamesOnly(kind, file, standing);
}

const wordOf = (words: Readonly<Record<string, Label>>, name: string): Label =>
  words[name] ?? { zh: name, en: name };
const staffNoOf = (people: People, accountId: string): string => people.get(accountId)?.staffNo ?? '';

/** What speaks against an event as such, before anything is filled in. */
const ABOUT_THE_EVENT = '/event';

/** Why the file's facts close an event to every vote; null where they leave it open. */
async function closedBecause(
  { db, tables, today }: ReadOn,
  { file, kind }: AgendaItem,
  event: string,
): Promise<Label | null> {
  const places = (await kind.bars?.[event]?.({ db, tables, file, data: {}, by: null, today })) ?? [];
  const whole = places.filter(({ pointer }) => pointer === ABOUT_THE_EVENT).map(({ detail }) => detail);
  if (whole.length === 0) return null;
  return { zh: whole.map(({ zh }) => zh).join(''), en: whole.map(({ en }) => en).join(' ') };
}

/** What can be decided on a file: asked only of what whoever looks may read. */
export async function choicesOf(
  reading: ReadOn,
  { meeting }: WholeMeeting,
  each: AgendaItem,
): Promise<ItemShown['choices']> {
  if (!isRunning(meeting)) return [];
  const { kind, file } = each;
  const choices: ItemShown['choices'] = [];
  for (const { event } of eventsOpenTo(meeting.body, kind.machine, file.state))
    choices.push({
      event,
      label: wordOf(kind.words.events, event),
      closedBecause: await closedBecause(reading, each, event),
      fields: carriedFields(kind, event),
    });
  return choices;
}

function decisionOf({ item, kind }: AgendaItem): ItemShown['decision'] {
  if (item.event === null) return null;
  return {
    event: item.event,
    label: wordOf(kind.words.events, item.event),
    data: item.data ?? {},
    said: carriedSaid(kind, { event: item.event, data: item.data ?? {} }),
    votesFor: item.votesFor ?? 0,
    votesAgainst: item.votesAgainst ?? 0,
    votesAbstained: item.votesAbstained ?? 0,
  };
}

export function itemShown(
  whole: WholeMeeting,
  each: AgendaItem,
  seat: Seat,
  { people, units, cadres, choices }: Names & Pick<ItemShown, 'choices'>,
): ItemShown {
  const { item, file, kind } = each;
  return {
    ...withheldItem(whole, each),
    isWithheld: false,
    title: file.title,
    href: kind.page === undefined ? null : `${kind.page}/${file.id}`,
    unitName: units.get(file.unitId) ?? '',
    personName: file.cadreId === null ? null : (cadres.get(file.cadreId) ?? ''),
    entitled: seat.entitled.map((id) => staffNoOf(people, id)),
    recused: seat.recused.map(({ accountId, because, detail }) => ({
      staffNo: staffNoOf(people, accountId),
      because,
      detail,
    })),
    stateLabel: wordOf(kind.words.states, file.state),
    choices,
    decision: decisionOf(each),
    reason: item.reason,
  };
}

const NOTHING: Label = { zh: '', en: '' };
export const withheldItem = ({ meeting }: WholeMeeting, { item, file, kind }: AgendaItem): ItemShown => ({
  fileId: item.fileId,
  machine: kind.machine.name,
  machineLabel: kind.title,
  stateLabel: NOTHING,
  fileVersion: file.version,
  hasMoved: isRunning(meeting) && file.version !== item.fileVersion,
  isWithheld: true,
  title: '',
  href: null,
  unitName: '',
  personName: null,
  entitled: [],
  recused: [],
  choices: [],
  decision: null,
  reason: null,
});
