import { z } from 'zod';
import { Bilingual, DayText, Id, pageOf, PageQuery, Reason } from '../http/shared.contract.ts';

/** What somebody sends to move a file on; `data` is what the event carries, by the machine. */
export const FileEvent = z.strictObject({
  event: z.string().min(1).max(40),
  version: z.int().min(1),
  reason: Reason.optional(),
  data: z.record(z.string().max(40), z.unknown()).default({}),
});
export const FileParams = z.strictObject({ id: Id });

/** An event of the present state: open to whoever asks, or why not. */
export const ActionView = z.strictObject({
  event: z.string(),
  label: Bilingual,
  isOpen: z.boolean(),
  /** Null when it is open. */
  why: Bilingual.nullable(),
  /** At once, once a second person signs, or by a meeting. */
  how: z.enum(['now', 'countersign', 'meeting']),
  needsReason: z.boolean(),
});
const Person = z.strictObject({ staffNo: z.string(), name: z.string().nullable() });

export const PendingView = z.strictObject({
  id: Id,
  version: z.int(),
  kind: z.enum(['countersign', 'paper']),
  event: z.string(),
  label: Bilingual,
  reason: z.string(),
  proposedBy: Person,
  proposedAt: z.int(),
  receivedOn: DayText.nullable(),
  evidenceId: Id.nullable(),
  /** Whether whoever asks may sign, and if not, why. */
  isOpen: z.boolean(),
  why: Bilingual.nullable(),
});
export const HistoryItem = z.strictObject({
  version: z.int(),
  event: z.string(),
  label: Bilingual,
  state: Bilingual,
  at: z.int(),
  /** Null where a clock or another file moved it, and where whoever asks is not told (`principal` is `unnamed`). */
  by: Person.nullable(),
  principal: z.string(),
  countersignedBy: Person.nullable(),
  enteredBy: Person.nullable(),
  reason: z.string().nullable(),
  ruleVersion: z.string(),
});
export const DeliveryView = z.strictObject({
  id: Id,
  version: z.int(),
  label: Bilingual,
  createdAt: z.int(),
  servedAt: z.int().nullable(),
  /** Delivered on paper: when, and who saw it. */
  paperOn: DayText.nullable(),
  witness: z.string().nullable(),
  isMine: z.boolean(),
  /** Whether whoever asks may record a delivery on paper. */
  mayRecord: z.boolean(),
});
export const AssignmentView = z.strictObject({
  id: Id,
  person: Person,
  principal: z.string(),
  assignedAt: z.int(),
  reason: z.string(),
  replaces: Person.nullable(),
  endedAt: z.int().nullable(),
});
export const EvidenceView = z.strictObject({
  id: Id,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  addedAt: z.int(),
});
export const DeadlineView = z.strictObject({ kind: z.string(), label: Bilingual, lastDay: DayText });

/** A step of the present state for which nobody is named who may do it. */
export const NeedView = z.strictObject({
  event: z.string(),
  /** What is to be done. */
  label: Bilingual,
  /** As whom somebody may be named for it. */
  principals: z.array(z.string()),
  /** How many are still to be named. */
  missing: z.int().min(1),
  /** Who could be, for whoever names people in this file; members of a panel are looked for by number. */
  candidates: z.array(Person.extend({ principal: z.string() })),
});

/** The course of a file as whoever asks may see it; a feature lays its own facts beside it. */
export const FileView = z.strictObject({
  id: Id,
  machine: z.string(),
  machineLabel: Bilingual,
  title: z.string(),
  state: z.string(),
  stateLabel: Bilingual,
  isEnded: z.boolean(),
  version: z.int(),
  unit: z.strictObject({ id: Id, name: z.string() }),
  person: z.strictObject({ cadreId: Id, name: z.string() }).nullable(),
  openedAt: z.int(),
  enteredAt: z.int(),
  actions: z.array(ActionView),
  pending: z.array(PendingView),
  deadlines: z.array(DeadlineView),
  history: z.array(HistoryItem),
  deliveries: z.array(DeliveryView),
  assignments: z.array(AssignmentView),
  mayAssign: z.boolean(),
  needs: z.array(NeedView),
  /** Whoever plans meetings is told which one the file waits for; null = none, or he plans none about it. */
  meetingAwaited: z
    .strictObject({
      body: z.enum(['board', 'panel', 'appeal_body']),
      meeting: z.strictObject({ id: Id, heldOn: DayText }).nullable(),
    })
    .nullable(),
  evidence: z.array(EvidenceView),
  mayAddEvidence: z.boolean(),
  /** Who stands back (回避) is told so here. */
  recused: Bilingual.nullable(),
});
export const FileLine = z.strictObject({
  id: Id,
  title: z.string(),
  /** Whether names, unit and state are all that whoever asks may see of it. */
  isMasked: z.boolean(),
  state: z.string(),
  stateLabel: Bilingual,
  isEnded: z.boolean(),
  unitName: z.string(),
  personName: z.string().nullable(),
  enteredAt: z.int(),
  nextDeadline: DeadlineView.nullable(),
});
export const FilePage = pageOf(FileLine);
export const FileQuery = PageQuery.extend({ state: z.string().max(40).optional() });

export const DecidePending = z.strictObject({
  version: z.int().min(1),
  decision: z.enum(['sign', 'refuse']),
  reason: Reason.optional(),
});
export const EnterPaper = z.strictObject({
  event: z.string().min(1).max(40),
  version: z.int().min(1),
  reason: Reason,
  data: z.record(z.string().max(40), z.unknown()).default({}),
  /** The scan, added to the file before. */
  evidenceId: Id,
  receivedOn: DayText,
});
export const RecordDelivery = z.strictObject({
  version: z.int().min(1),
  paperOn: DayText,
  witness: z.string().trim().min(2).max(60),
});
export const SignDelivery = z.strictObject({ version: z.int().min(1) });
export const Assign = z.strictObject({
  staffNo: z.string().trim().min(1).max(40),
  principal: z.enum(['supervisor', 'inspector', 'leader', 'hr', 'hr_head', 'panel', 'board', 'appeal_body']),
  reason: Reason,
  /** The assignment this one takes over (an officer who stands back, is ill …). */
  replaces: Id.optional(),
});
/** The most files that one request may be about. */
const MOST_FILES = 300;
export const ManyFiles = z.array(Id).min(1).max(MOST_FILES);
/** The same person in all of them, or in none. */
export const AssignMany = Assign.omit({ replaces: true }).extend({ fileIds: ManyFiles });
export const AssignedMany = z.strictObject({ assigned: z.int() });
/** What was done, and what was refused and why, file by file. */
export const MovedMany = z.strictObject({
  done: z.array(Id),
  refused: z.array(z.strictObject({ fileId: Id, problem: z.string(), detail: Bilingual })),
});
export const EndAssignment = z.strictObject({ reason: Reason });
export const AssignmentParams = z.strictObject({ id: Id, assignmentId: Id });
export const PendingParams = z.strictObject({ id: Id, pendingId: Id });
export const DeliveryParams = z.strictObject({ id: Id, deliveryId: Id });
