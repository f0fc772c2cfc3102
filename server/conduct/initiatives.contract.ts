import { z } from 'zod';
import { INITIATIVE_FINDINGS, INITIATIVE_ROLES, LEVELS, QUALITIES } from '../../scoring/index.ts';
import { Bilingual, DayText, Id, pageOf, PageQuery } from '../http/shared.contract.ts';
import { FileLine, FileView } from '../procedures/procedures.contract.ts';

const AreaCode = z.literal([1, 2, 3, 4, 5, 6]);

/** What was done: in which of the six areas, with which quality, at which level, in which part. */
const Deed = z.strictObject({
  area: AreaCode,
  quality: z.enum(QUALITIES),
  occurredOn: DayText,
  level: z.enum(LEVELS),
  role: z.enum(INITIATIVE_ROLES),
  /** What was done and what came of it; everybody reads it while it is on public notice. */
  summary: z.string().trim().min(5).max(2000),
  documentNo: z.string().trim().min(1).max(60).nullable().default(null),
  /** Records of one fact share this and count once. */
  factId: z.string().trim().min(1).max(60).nullable().default(null),
});
export const DraftInitiative = Deed.extend({
  /** Whose; left out = one's own. */
  staffNo: z.string().trim().min(1).max(40).optional(),
});
export const AmendInitiative = Deed.extend({ version: z.int().min(1) });

const Shown = z.strictObject({
  area: AreaCode,
  areaLabel: Bilingual,
  quality: z.enum(QUALITIES),
  qualityLabel: Bilingual,
  level: z.enum(LEVELS),
  levelLabel: Bilingual,
  role: z.enum(INITIATIVE_ROLES),
  roleLabel: Bilingual,
  occurredOn: DayText,
  summary: z.string(),
});
/** What somebody said in the course of the file, and when. */
const Said = z.strictObject({ event: z.string(), label: Bilingual, at: z.int(), text: z.string() });
const InitiativeFacts = z.strictObject({
  documentNo: z.string().nullable(),
  factId: z.string().nullable(),
  /** Why the verifier found level or part otherwise than filed; null where he did not. */
  levelReason: z.string().nullable(),
  roleReason: z.string().nullable(),
  /** Answers and appeals; objections to those only who look into them. */
  said: z.array(Said),
  finding: z.enum(INITIATIVE_FINDINGS),
  findingLabel: Bilingual,
  /** In the ledger since it was verified; null before. */
  recordId: Id.nullable(),
  countsOn: DayText.nullable(),
  /** Pieces there are, which is more than are listed to whoever is not named in the file. */
  evidenceCount: z.int(),
  /** Whether whoever asks may still change what the draft says. */
  isMyDraft: z.boolean(),
});
export const InitiativeView = FileView.extend({
  ledger: z.literal('initiative'),
  initiative: Shown.extend({
    /** Null for whoever knows it from the public notice only. */
    facts: InitiativeFacts.nullable(),
  }),
});

export const InitiativeQuery = PageQuery.extend({
  state: z.string().max(40).optional(),
  area: z.coerce.number().int().min(1).max(6).optional(),
  unit: Id.optional(),
  cadre: Id.optional(),
  q: z.string().max(60).optional(),
});
export const InitiativeLine = FileLine.extend(Shown.shape);
export const InitiativePage = pageOf(InitiativeLine).extend({
  /** How many there are to see in each area and state, whatever area and state were asked for. */
  tally: z.array(z.strictObject({ area: AreaCode, state: z.string(), files: z.int() })),
});

export const PublicNoticeQuery = PageQuery.extend({ q: z.string().max(60).optional() });
/** What is on public notice (公示) until its last day; `version` goes with an objection. */
export const PublicNoticeLine = Shown.extend({
  id: Id,
  version: z.int(),
  personName: z.string(),
  unitName: z.string(),
  noticedAt: z.int(),
  lastDay: DayText.nullable(),
});
export const PublicNoticePage = pageOf(PublicNoticeLine);
