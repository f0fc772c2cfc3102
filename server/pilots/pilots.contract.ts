import { z } from 'zod';
import { Bilingual, DayText, Id, pageOf, PageQuery } from '../http/shared.contract.ts';
import { FileView } from '../procedures/procedures.contract.ts';

export const PILOT_STATES = ['draft', 'submitted', 'registered', 'closed', 'refused', 'withdrawn'] as const;

const Paragraph = z.string().trim().min(5).max(2000);

/** What is registered before anything begins (允许试错). */
export const DraftPilot = z.strictObject({
  title: z.string().trim().min(2).max(80),
  unitId: Id,
  /** What is tried, and what for. */
  purpose: Paragraph,
  /** The collective decision it rests on: body, day, document. */
  decision: Paragraph,
  riskAssessment: Paragraph,
  /** What must not be exceeded: scope, money, people. */
  limits: Paragraph,
  startsOn: DayText,
  endsOn: DayText,
});
export const AmendPilot = DraftPilot.extend({ version: z.int().min(1) });
export const ReportPilot = z.strictObject({ text: Paragraph });

export const PilotQuery = PageQuery.extend({
  q: z.string().max(60).optional(),
  unit: Id.optional(),
  state: z.enum(PILOT_STATES).optional(),
  /** Registered, with this day in the term. */
  on: DayText.optional(),
});
export const PilotLine = z.strictObject({
  id: Id,
  title: z.string(),
  purpose: z.string(),
  unitName: z.string(),
  state: z.enum(PILOT_STATES),
  stateLabel: Bilingual,
  startsOn: DayText,
  endsOn: DayText,
});
export const PilotPage = pageOf(PilotLine);

const ReportView = z.strictObject({
  at: z.int(),
  by: z.strictObject({ staffNo: z.string(), name: z.string().nullable() }),
  text: z.string(),
});
export const PilotView = FileView.extend({
  pilot: z.strictObject({
    purpose: z.string(),
    decision: z.string(),
    riskAssessment: z.string(),
    limits: z.string(),
    startsOn: DayText,
    endsOn: DayText,
    /** Null until a meeting has registered it. */
    registeredAt: z.int().nullable(),
    reports: z.array(ReportView),
    /** Whether whoever asks may still change what the draft says. */
    isMyDraft: z.boolean(),
  }),
});
