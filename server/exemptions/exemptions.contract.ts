import { z } from 'zod';
import {
  BEHAVIOURS,
  CONSIDERATION_LEVELS,
  CONSIDERATIONS,
  EXEMPTION_OUTCOMES,
  SITUATIONS,
} from '../../scoring/index.ts';
import { Bilingual, DayText, Id, pageOf, PageQuery } from '../http/shared.contract.ts';
import { EvidenceView, FileLine, FileView } from '../procedures/procedures.contract.ts';

const Text = z.string().trim().max(4000);
const Short = z.string().trim().max(500);
const Version = z.int().min(1);

/** The application, as far as it is written: facts, process followed, situation, the pilot it rests on. */
export const WriteClaim = z.strictObject({
  version: Version,
  situation: z.enum(SITUATIONS).nullable(),
  statement: Text,
  process: Text,
  pilotId: Id.nullable().default(null),
});

const Answer = z.strictObject({
  /** What the question's options hold; null = not answered. */
  answer: z.union([z.string().max(20), z.boolean()]).nullable(),
  reason: Short,
  evidenceIds: z.array(Id).max(50).default([]),
});
const Weighed = z.strictObject({
  level: z.enum(CONSIDERATION_LEVELS),
  reason: z.string().trim().min(2).max(500),
});

/** What the investigators found: every question with its basis, and the six considerations. */
export const WriteFindings = z.strictObject({
  version: Version,
  situation: z.enum(SITUATIONS),
  answers: z.record(z.string().max(40), Answer),
  considerations: z.partialRecord(z.enum(CONSIDERATIONS), Weighed),
  pilotId: Id.nullable().default(null),
  ruleTextId: Id.nullable().default(null),
});
export const ReportCorrection = z.strictObject({
  version: Version,
  report: z.string().trim().min(5).max(2000),
});

const QuestionView = z.strictObject({
  name: z.string(),
  label: Bilingual,
  about: z.enum(['test', 'gate', 'redLine', 'fact']),
  isCore: z.boolean(),
  options: z.array(z.strictObject({ value: z.union([z.string(), z.boolean()]), label: Bilingual })),
  answer: z.union([z.string(), z.boolean()]).nullable(),
  reason: z.string(),
  evidenceIds: z.array(Id),
});
const ConsiderationView = z.strictObject({
  consideration: z.enum(CONSIDERATIONS),
  label: Bilingual,
  level: z.enum(CONSIDERATION_LEVELS).nullable(),
  levelLabel: Bilingual.nullable(),
  reason: z.string().nullable(),
});
const RedLineView = z.strictObject({
  name: z.string(),
  label: Bilingual,
  holds: z.boolean(),
  reason: z.string(),
});
const Named = z.strictObject({
  code: z.enum(SITUATIONS),
  label: Bilingual,
  distinction: z.int().min(1).max(3),
});
const Outcome = z.strictObject({ code: z.enum(EXEMPTION_OUTCOMES), label: Bilingual });

/** The record the exemption is asked for: its fact, the reply and the evidence, beside the three distinctions. */
const RecordView = z.strictObject({
  id: Id,
  code: z.enum(BEHAVIOURS),
  behaviour: Bilingual,
  occurredOn: DayText,
  summary: z.string(),
  severityLabel: Bilingual.nullable(),
  responsibilityLabel: Bilingual.nullable(),
  replies: z.array(z.strictObject({ at: z.int(), text: z.string() })),
  evidence: z.array(EvidenceView),
});
const ExemptionFacts = z.strictObject({
  record: RecordView,
  statement: z.string(),
  process: z.string(),
  /** As found; before the facts are shown, as applied for. */
  situation: Named.nullable(),
  /** As applied for; null in a draft. */
  claimed: Named.nullable(),
  distinction: Bilingual.nullable(),
  clause: z.string().nullable(),
  pilot: z.strictObject({ id: Id, title: z.string() }).nullable(),
  ruleText: z.strictObject({ id: Id, title: z.string(), documentNo: z.string().nullable() }).nullable(),
  questions: z.array(QuestionView),
  /** What the rule leaves open on these facts; null before a situation is named. */
  finding: z
    .strictObject({
      open: z.array(Outcome),
      unmet: z.array(Bilingual),
      blockedBy: z.array(Bilingual),
      because: z.array(Bilingual),
    })
    .nullable(),
  considerations: z.array(ConsiderationView),
  replies: z.array(z.strictObject({ event: z.string(), label: Bilingual, at: z.int(), text: z.string() })),
  proposed: Outcome.nullable(),
  redLines: z.array(RedLineView),
  outcome: Outcome.nullable(),
  decidedOn: DayText.nullable(),
  dissent: z.string().nullable(),
  correction: z
    .strictObject({
      text: z.string(),
      by: DayText,
      report: z.string().nullable(),
      correctedAt: z.int().nullable(),
      isMine: z.boolean(),
    })
    .nullable(),
  mayWriteClaim: z.boolean(),
  mayInvestigate: z.boolean(),
  mayReadPrecedents: z.boolean(),
  /** Whether the papers themselves are open to whoever asks, and not only their names. */
  mayReadEvidence: z.boolean(),
});
export const ExemptionView = FileView.extend({
  exemption: z.strictObject({
    inactionFileId: Id,
    /** Null for whoever may know of names, units and states only. */
    facts: ExemptionFacts.nullable(),
  }),
});

export const ExemptionQuery = PageQuery.extend({ state: z.string().max(40).optional() });
export const ExemptionLine = FileLine.extend({
  /** Null before one is named, and for whoever may know of names, units and states only. */
  situation: Named.nullable(),
});
export const ExemptionPage = pageOf(ExemptionLine);

/** A decision of before, without whom it was about, where, and on which day. */
export const PrecedentView = z.strictObject({
  situation: Named,
  year: z.int(),
  outcome: Outcome,
  facts: z.array(z.strictObject({ label: Bilingual, isProven: z.boolean().nullable(), isSame: z.boolean() })),
  considerations: z.array(z.strictObject({ label: Bilingual, levelLabel: Bilingual })),
  /** Of the questions that both asked, in basis points. */
  likeness: z.int().min(0).max(10_000),
});
export const Precedents = z.strictObject({
  items: z.array(PrecedentView),
  /** Like facts were decided differently: the panel should say why. */
  warning: Bilingual.nullable(),
});
export const PrecedentQuery = z.strictObject({ outcome: z.enum(EXEMPTION_OUTCOMES).optional() });
