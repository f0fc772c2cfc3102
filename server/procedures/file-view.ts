// A file as whoever asks may see it: its course, what is open to him, and why the rest is not.
import type { z } from 'zod';
import { type AccountLabel, accountLabels } from '../../db/queries/account-labels.ts';
import {
  assignmentsOf,
  clocksRunning,
  deliveriesOf,
  eventsOfFile,
  evidenceOf,
  pendingOf,
} from '../../db/queries/procedure-files.ts';
import { unitNamesOf } from '../../db/queries/account-pages.ts';
import { cadreById } from '../../db/queries/roster.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import type { Day, Label } from '../../scoring/index.ts';
import type { Actor } from '../permissions/actor.ts';
import { mayAssign } from './assignments.service.ts';
import { isAlarm } from './clock-plan.ts';
import { isAddressee, mayHandOver, servingEvent } from './deliveries.service.ts';
import { mayAddEvidence, mayReadEvidence } from './evidence.service.ts';
import { CLOSED_WORDS } from './closed-words.ts';
import type { FileKind } from './file-kind.ts';
import { eventOf, eventsFrom } from './machines.ts';
import { signsAs } from './pending.service.ts';
import type { ActionView, FileView, PendingView } from './procedures.contract.ts';

import { rightTo, type Standing } from './rights.ts';
import { fileFor } from './standing.ts';

export type FileShown = z.infer<typeof FileView>;
type Action = z.infer<typeof ActionView>;

interface Asked {
  readonly db: Db;
  readonly tables: Tables;
  readonly actor: Actor;
  readonly dayOf: (instant: number) => Day;
}

const HALF_A_DAY_MS = 43_200_000;

const labelOf = (words: Readonly<Record<string, Label>>, name: string): Label =>
  words[name] ?? { zh: name, en: name };

const DEADLINES: Readonly<Record<string, Label>> = {
  window_over: { zh: '陈述申辩截止', en: 'Time to answer ends' },
  appeal_window_over: { zh: '复核、申诉截止', en: 'Time to appeal ends' },
  notice_over: { zh: '公示截止', en: 'Public notice ends' },
  term_over: { zh: '试点期满', en: 'The term ends' },
  'pending.lapse': { zh: '会签截止', en: 'Time to countersign ends' },
};

/** The last day of a clock: it fires at the first moment after it. */
export const deadlineOf = (clock: Pick<Row<'clocks'>, 'kind' | 'dueAt'>, dayOf: Asked['dayOf']) => ({
  kind: clock.kind,
  label: labelOf(DEADLINES, clock.kind),
  lastDay: dayOf(clock.dueAt - HALF_A_DAY_MS),
});

/** Every event of the present state that a person could do, with the right to it. */
export function actionsOf(kind: FileKind, state: string, standing: Standing): Action[] {
  return eventsFrom(kind.machine, state)
    .filter(({ permission }) => permission !== null)
    .map((event) => {
      const right = rightTo(event, standing);
      return {
        event: event.event,
        label: labelOf(kind.words.events, event.event),
        isOpen: right.isOpen,
        why: right.isOpen ? null : CLOSED_WORDS[right.because],
        how: right.isOpen ? right.how : 'now',
        needsReason: !kind.withoutReason.includes(event.event),
      };
    });
}

export async function fileView(asked: Asked, kind: FileKind, id: string): Promise<FileShown> {
  const { db, tables, actor, dayOf } = asked;
  const { file, standing } = await fileFor({ db, tables, actor }, kind, id);
  const [events, assignments, pending, deliveries, clocks, evidence] = await Promise.all([
    eventsOfFile(db, tables, id),
    assignmentsOf(db, tables, id),
    pendingOf(db, tables, id),
    deliveriesOf(db, tables, id),
    clocksRunning(db, tables, id),
    evidenceOf(db, tables, id),
  ]);
  const accountIds = [
    ...events.flatMap(({ actor: by, countersignedBy, enteredBy }) => [by, countersignedBy, enteredBy]),
    ...assignments.flatMap(({ accountId, replaces }) => [accountId, replaces]),
    ...pending.map(({ proposedBy }) => proposedBy),
  ].filter((each) => each !== null);
  const people = await accountLabels(db, tables, accountIds);
  const unitNames = await unitNamesOf(db, tables, [file.unitId]);
  const cadre = file.cadreId === null ? undefined : await cadreById(db, tables, file.cadreId);
  const actions = actionsOf(kind, file.state, standing);
  const isMasked = kind.isMasked?.(actor, standing.touched, file.state) === true;
  const isRelated = actions.some(({ why }) => why === CLOSED_WORDS.related);
  return {
    id,
    machine: kind.machine.name,
    machineLabel: kind.title,
    title: file.title,
    state: file.state,
    stateLabel: labelOf(kind.words.states, file.state),
    isEnded: kind.machine.terminal.includes(file.state),
    version: file.version,
    unit: { id: file.unitId, name: unitNames.get(file.unitId) ?? '' },
    person: cadre ? { cadreId: cadre.id, name: cadre.name } : null,
    openedAt: file.openedAt,
    enteredAt: file.enteredAt,
    actions,
    pending: (isMasked ? [] : pending).map((each) => pendingView(kind, { file, standing, people }, each)),
    deadlines: clocks.filter(({ kind: clock }) => !isAlarm(clock)).map((clock) => deadlineOf(clock, dayOf)),
    history: (isMasked ? [] : events).map((event) => ({
      version: event.version,
      event: event.event,
      label: labelOf(kind.words.events, event.event),
      state: labelOf(kind.words.states, event.toState),
      at: event.at,
      by: personOf(people, event.actor),
      principal: event.principal,
      countersignedBy: personOf(people, event.countersignedBy),
      enteredBy: personOf(people, event.enteredBy),
      reason: event.reason,
      ruleVersion: event.ruleVersion,
    })),
    deliveries: (isMasked ? [] : deliveries).map((delivery) => {
      const kept = events.find((event) => event.id === delivery.eventId);
      return {
        id: delivery.id,
        version: delivery.version,
        label: labelOf(kind.words.events, kept?.event ?? ''),
        createdAt: delivery.createdAt,
        servedAt: delivery.servedAt,
        paperOn: delivery.paperOn,
        witness: delivery.witness,
        isMine: isAddressee(delivery, standing),
        mayRecord: delivery.servedAt === null && mayHandOver(servingEvent(kind.machine, kept), standing),
      };
    }),
    assignments: (isMasked ? [] : assignments).map((each) => ({
      id: each.id,
      person: personOf(people, each.accountId)!,
      principal: each.principal,
      assignedAt: each.assignedAt,
      reason: each.reason,
      replaces: personOf(people, each.replaces),
      endedAt: each.endedAt,
    })),
    mayAssign: !kind.machine.terminal.includes(file.state) && mayAssign(standing),
    evidence: mayReadEvidence(kind, file, standing)
      ? evidence.map((piece) => ({
          id: piece.id,
          name: piece.name,
          mediaType: piece.mediaType,
          bytes: piece.bytes,
          sha256: piece.sha256,
          addedAt: piece.addedAt,
        }))
      : [],
    mayAddEvidence: mayAddEvidence(kind, file, standing),
    recused: isRelated ? CLOSED_WORDS.related : null,
  };
}

const personOf = (people: ReadonlyMap<string, AccountLabel>, id: string | null): AccountLabel | null =>
  id === null ? null : (people.get(id) ?? null);

function pendingView(
  kind: FileKind,
  {
    file,
    standing,
    people,
  }: { file: Row<'files'>; standing: Standing; people: ReadonlyMap<string, AccountLabel> },
  pending: Row<'pendingEvents'>,
): z.infer<typeof PendingView> {
  const event = eventOf(kind.machine, file.state, pending.event);
  const isOpen = event !== undefined && signsAs(pending, event, standing) !== null;
  return {
    id: pending.id,
    version: pending.version,
    kind: pending.kind,
    event: pending.event,
    label: labelOf(kind.words.events, pending.event),
    reason: pending.reason,
    proposedBy: people.get(pending.proposedBy) ?? { staffNo: pending.proposedBy, name: null },
    proposedAt: pending.proposedAt,
    receivedOn: pending.receivedOn,
    evidenceId: pending.evidenceId,
    isOpen,
    why: isOpen
      ? null
      : CLOSED_WORDS[pending.proposedBy === standing.actor.accountId ? 'otherDuty' : 'others'],
  };
}
