import { z } from 'zod';
import {
  BEHAVIOURS,
  CAUSES,
  CONDITIONS,
  INACTION_FINDINGS,
  RESPONSIBILITIES,
  SEVERITIES,
} from '../../scoring/index.ts';
import { Bilingual, DayText, Id, pageOf, PageQuery, Reason } from '../http/shared.contract.ts';
import { FileLine, FileView, ManyFiles } from '../procedures/procedures.contract.ts';
import { STAGES } from './inaction-stages.contract.ts';

export const LEAD_SOURCES = [
  'inspection',
  'discipline',
  'appraisal',
  'complaint',
  'request',
  'other',
] as const;

/** A lead: who, which of the 45 behaviours, when, where it came from, what happened. */
const LeadFacts = z.strictObject({
  code: z.enum(BEHAVIOURS),
  occurredOn: DayText,
  source: z.enum(LEAD_SOURCES),
  summary: z.string().trim().min(5).max(2000),
  /** Records of one fact share this and count once. */
  factId: z.string().trim().min(1).max(60).nullable().default(null),
  documentNo: z.string().trim().min(1).max(60).nullable().default(null),
  /** Who complained: sealed, for the inspectors named in the file only. */
  complainant: z.string().trim().min(1).max(200).nullable().default(null),
});
export const DraftInaction = LeadFacts.extend({ staffNo: z.string().trim().min(1).max(40) });
/** Nobody reads the complainant back, not even the author: left out, it stays as it was. */
export const AmendInaction = LeadFacts.extend({
  version: z.int().min(1),
  complainant: LeadFacts.shape.complainant.unwrap().optional(),
});

const Choice = z.strictObject({ label: Bilingual, reason: z.string() });
/** What the verifier chose, with one reason a choice. */
const Verified = z.strictObject({
  severity: Choice.extend({ code: z.enum(SEVERITIES) }),
  responsibility: Choice.extend({ code: z.enum(RESPONSIBILITIES) }),
  cause: z
    .strictObject({
      code: z.enum(CAUSES),
      label: Bilingual,
      remedy: Bilingual,
      reason: z.string().nullable(),
    })
    .nullable(),
});
const ConditionView = z.strictObject({
  condition: z.enum(CONDITIONS),
  label: Bilingual,
  /** Null before verification. */
  isProven: z.boolean().nullable(),
  reason: z.string().nullable(),
});
/** What the person concerned said, and when. */
const Said = z.strictObject({ event: z.string(), label: Bilingual, at: z.int(), text: z.string() });

const InactionFacts = z.strictObject({
  source: z.enum(LEAD_SOURCES),
  sourceLabel: Bilingual,
  summary: z.string(),
  factId: z.string().nullable(),
  documentNo: z.string().nullable(),
  isPast: z.boolean(),
  /** Null for everybody but the inspectors named in the file. */
  complainant: z.string().nullable(),
  verified: Verified.nullable(),
  conditions: z.array(ConditionView),
  isMitigated: z.boolean(),
  said: z.array(Said),
  finding: z.enum(INACTION_FINDINGS),
  findingLabel: Bilingual,
  countsOn: DayText.nullable(),
  notifiedOn: DayText.nullable(),
  exemption: z.strictObject({ id: Id, state: z.string(), stateLabel: Bilingual }).nullable(),
  /** All of it, whether whoever asks may read it or not. */
  evidenceCount: z.int(),
  /** Whether whoever asks may still change what the draft says. */
  isMyDraft: z.boolean(),
});
export const InactionView = FileView.extend({
  ledger: z.literal('inaction'),
  /** Null for whoever may know of names, units and states only. */
  inaction: z
    .strictObject({
      code: z.enum(BEHAVIOURS),
      behaviour: Bilingual,
      area: z.int().min(1).max(6),
      areaLabel: Bilingual,
      occurredOn: DayText,
      facts: InactionFacts,
    })
    .nullable(),
});

/** The same notice to many: whoever was named in all of them. */
export const NotifyMany = z.strictObject({ fileIds: ManyFiles, reason: Reason.optional() });
/** Many past decisions accepted at once, for one reason. */
export const AcceptMany = z.strictObject({ fileIds: ManyFiles, reason: Reason });

export const ConductQuery = PageQuery.extend({
  state: z.string().max(40).optional(),
  stage: z.enum(STAGES).optional(),
  area: z.coerce.number().int().min(1).max(6).optional(),
  cadre: Id.optional(),
  /** The person's name, pinyin or number, or, where it may be read, the behaviour: what it says is searched by nobody. */
  q: z.string().max(60).optional(),
  /** Those whose next step nobody is named for, for whoever names people. */
  naming: z.literal('open').optional(),
});
export const InactionLine = FileLine.extend({
  /** Null for whoever may know of names, units and states only. */
  said: z
    .strictObject({
      code: z.enum(BEHAVIOURS),
      behaviour: Bilingual,
      area: z.int().min(1).max(6),
      occurredOn: DayText,
    })
    .nullable(),
});
/** How many there are in each, of what else is asked for. */
const Tally = {
  areas: z.array(z.strictObject({ area: z.int().min(1).max(6), label: Bilingual, files: z.int() })),
  /** In no area for whoever asks: those of which he may know names, units and states only. */
  masked: z.int(),
  stages: z.array(z.strictObject({ stage: z.enum(STAGES), files: z.int() })),
};
export const InactionPage = pageOf(InactionLine).extend(Tally);
