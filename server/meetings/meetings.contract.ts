import { z } from 'zod';
import { Bilingual, DayText, Id, pageOf, PageQuery, Reason } from '../http/shared.contract.ts';

const Body = z.enum(['board', 'panel', 'appeal_body']);
const MOST_FILES = 300;
const Votes = z.int().min(0).max(500);
const StaffNo = z.string().trim().min(1).max(40);
const Person = z.strictObject({ staffNo: z.string(), name: z.string().nullable() });

export const MeetingParams = z.strictObject({ id: Id });
/** Members as of another day than the one planned: the meeting was put off. */
export const MeetingDay = z.strictObject({ on: DayText.optional() });
export const PlanMeeting = z.strictObject({
  body: Body,
  title: z.string().trim().min(2).max(120),
  heldOn: DayText,
  /** Files by id, in the order they are dealt with. */
  agenda: z.array(Id).min(1).max(MOST_FILES),
});

/** What was decided on a file, and how; null where the meeting decided nothing. */
const Decision = z.strictObject({
  event: z.string().min(1).max(40),
  data: z.record(z.string().max(40), z.unknown()).default({}),
  votesFor: Votes,
  votesAgainst: Votes,
  votesAbstained: Votes,
});
const RecordItem = z.strictObject({
  fileId: Id,
  /** The file's version that was decided on. */
  fileVersion: z.int().min(1),
  decision: Decision.nullable(),
  reason: Reason,
  /** Who declared at the meeting that he stands back, beside those the records name. */
  recused: z
    .array(z.strictObject({ staffNo: StaffNo, reason: Reason }))
    .max(50)
    .default([]),
});
export const RecordMeeting = z.strictObject({
  version: z.int().min(1),
  heldOn: DayText,
  present: z.array(StaffNo).max(500),
  items: z.array(RecordItem).min(1).max(MOST_FILES),
  minutes: z.string().trim().min(2).max(20_000),
});
export const ConfirmMeeting = z.strictObject({ version: z.int().min(1) });
export const CancelMeeting = z.strictObject({ version: z.int().min(1), reason: Reason });

export const CandidateQuery = z.strictObject({ body: Body });
export const Candidate = z.strictObject({
  fileId: Id,
  title: z.string(),
  machineLabel: Bilingual,
  stateLabel: Bilingual,
  unitName: z.string(),
  personName: z.string().nullable(),
  enteredAt: z.int(),
  /** Only a meeting can go on with it; the others go on by themselves, and a meeting may step in. */
  isWaiting: z.boolean(),
});
export const Candidates = z.strictObject({ items: z.array(Candidate), hasMore: z.boolean() });

/** One of the things an event carries, as a form asks for it. */
export const CarriedField = z.strictObject({
  name: z.string(),
  label: Bilingual,
  kind: z.enum(['text', 'paragraph', 'number', 'day', 'choice', 'yesNo']),
  options: z.array(z.string()),
  /** The most characters; null where the contract names no limit. */
  most: z.int().nullable(),
  isRequired: z.boolean(),
});
const Choice = z.strictObject({
  event: z.string(),
  label: Bilingual,
  /** Why the file's own facts close it, whatever the vote; null where they leave it open. */
  closedBecause: Bilingual.nullable(),
  fields: z.array(CarriedField),
});

export const MeetingItemView = z.strictObject({
  fileId: Id,
  machine: z.string(),
  machineLabel: Bilingual,
  stateLabel: Bilingual,
  /** The file's version now. */
  fileVersion: z.int(),
  /** Moved on since it was planned or recorded. */
  hasMoved: z.boolean(),
  /** Not open to whoever asks: he stands back from it, or may not read it. What follows is empty then. */
  isWithheld: z.boolean(),
  title: z.string(),
  /** Where its own page is. */
  href: z.string().nullable(),
  unitName: z.string(),
  personName: z.string().nullable(),
  /** Staff numbers of those who may sit on it. */
  entitled: z.array(z.string()),
  recused: z.array(
    z.strictObject({
      staffNo: z.string(),
      because: z.enum(['subject', 'related', 'formerUnit', 'otherDuty', 'declared']),
      detail: z.string().nullable(),
    }),
  ),
  /** What can be decided; empty once the meeting is closed or the file has moved on. */
  choices: z.array(Choice),
  decision: Decision.extend({
    label: Bilingual,
    /** What it carries beside its reason, as people read it. */
    said: z.array(z.strictObject({ label: Bilingual, text: Bilingual })),
  }).nullable(),
  reason: z.string().nullable(),
});
const Deed = z.strictObject({ isOpen: z.boolean(), why: Bilingual.nullable() });
const State = z.enum(['planned', 'recorded', 'confirmed', 'cancelled']);

export const MeetingView = z.strictObject({
  id: Id,
  body: Body,
  bodyLabel: Bilingual,
  title: z.string(),
  heldOn: DayText,
  state: State,
  version: z.int(),
  /** Null before it is recorded, and for those from whom one of its files is withheld. */
  minutes: z.string().nullable(),
  plannedBy: Person,
  plannedAt: z.int(),
  recordedBy: Person.nullable(),
  recordedAt: z.int().nullable(),
  confirmedBy: Person.nullable(),
  confirmedAt: z.int().nullable(),
  cancelledBy: Person.nullable(),
  cancelledAt: z.int().nullable(),
  cancelReason: z.string().nullable(),
  /** `of × present ≥ least × base`, `of × votes > more × base`. */
  rule: z.strictObject({
    attend: z.strictObject({ of: z.int(), least: z.int() }),
    votes: z.strictObject({ of: z.int(), more: z.int() }),
  }),
  members: z.array(Person.extend({ isPresent: z.boolean() })),
  items: z.array(MeetingItemView),
  actions: z.strictObject({ record: Deed, confirm: Deed, cancel: Deed }),
});
export const MeetingLine = z.strictObject({
  id: Id,
  body: Body,
  bodyLabel: Bilingual,
  title: z.string(),
  heldOn: DayText,
  state: State,
  itemCount: z.int(),
});
export const MeetingPage = pageOf(MeetingLine);
export const MeetingQuery = PageQuery;
