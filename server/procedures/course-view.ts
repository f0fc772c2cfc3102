// What happened in a file and what waits in it, one by one, as far as whoever asks is told.
import type { z } from 'zod';
import type { AccountLabel } from '../../db/queries/account-labels.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Label } from '../../scoring/index.ts';
import { CLOSED_WORDS } from './closed-words.ts';
import type { FileKind } from './file-kind.ts';
import { eventOf } from './machines.ts';
import { signsAs } from './pending.service.ts';
import type { HistoryItem, PendingView } from './procedures.contract.ts';
import type { Standing } from './rights.ts';

type People = ReadonlyMap<string, AccountLabel>;

/** A word of the kind's own, or the bare name. */
export const labelOf = (words: Readonly<Record<string, Label>>, name: string): Label =>
  words[name] ?? { zh: name, en: name };
export const personOf = (people: People, id: string | null): AccountLabel | null =>
  id === null ? null : (people.get(id) ?? null);

/** A step of the course; whoever is not told who did it is not told as what or in which words either. */
export function stepOf(
  kind: FileKind,
  { standing, people }: { standing: Standing; people: People },
  event: Row<'fileEvents'>,
): z.infer<typeof HistoryItem> {
  const isHidden = kind.hidesActor?.(event.event, standing) === true;
  return {
    version: event.version,
    event: event.event,
    label: labelOf(kind.words.events, event.event),
    state: labelOf(kind.words.states, event.toState),
    at: event.at,
    by: isHidden ? null : personOf(people, event.actor),
    principal: isHidden ? 'unnamed' : event.principal,
    countersignedBy: isHidden ? null : personOf(people, event.countersignedBy),
    enteredBy: isHidden ? null : personOf(people, event.enteredBy),
    reason: isHidden ? null : event.reason,
    ruleVersion: event.ruleVersion,
  };
}

/** What waits for a second person, and whether whoever asks may be that. */
export function pendingView(
  kind: FileKind,
  { file, standing, people }: { file: Row<'files'>; standing: Standing; people: People },
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
