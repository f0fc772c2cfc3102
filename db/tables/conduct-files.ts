// What the files of the double ledger say beside their state: inaction, initiative, and the exemption asked for.
import type {
  Area,
  BehaviourCode,
  Cause,
  Condition,
  Consideration,
  ConsiderationLevel,
  ExemptionOutcome,
  InitiativeRole,
  Level,
  Quality,
  Responsibility,
  Severity,
  SituationCode,
} from '../../scoring/index.ts';
import type { Kit } from '../columns.ts';
import type { ConductTables } from './conduct.ts';
import type { ProcedureTables } from './procedures.ts';
import type { RosterTables } from './roster.ts';

interface Before {
  readonly roster: RosterTables;
  readonly procedures: ProcedureTables;
  readonly conduct: ConductTables;
}

/** Where a lead came from. */
export type LeadSource = 'inspection' | 'discipline' | 'appraisal' | 'complaint' | 'request' | 'other';

/** Why a verified record is as grave as it is: one written reason a choice. */
export interface Grounds {
  readonly severity: string;
  readonly responsibility: string;
  readonly cause: string | null;
  readonly conditions: Readonly<Partial<Record<Condition, string>>>;
}

const conductFile = ({ c }: Kit, { roster, procedures, conduct }: Before) => ({
  fileId: c.id('file_id').references(() => procedures.files.id),
  cadreId: c
    .text('cadre_id')
    .notNull()
    .references(() => roster.cadres.id),
  occurredOn: c.day('occurred_on').notNull(),
  summary: c.text('summary').notNull(),
  /** Records of one fact count once. */
  factId: c.text('fact_id'),
  documentNo: c.text('document_no'),
  /** What `evaluate` is told of it; null before it is verified. */
  recordId: c.text('record_id').references(() => conduct.conductRecords.id),
  version: c.int('version').notNull(),
});

const inactionTable = (kit: Kit, before: Before) => {
  const { c, table, index } = kit;
  return table(
    'inaction_files',
    {
      ...conductFile(kit, before),
      code: c.text<BehaviourCode>('code').notNull(),
      source: c.text<LeadSource>('source').notNull(),
      /** Who complained: for the inspectors named in the file, nobody else. */
      complainantSealed: c.text('complainant_sealed'),
      severity: c.text<Severity>('severity'),
      responsibility: c.text<Responsibility>('responsibility'),
      cause: c.text<Cause>('cause'),
      /** Those proven. */
      conditions: c.json<Condition[]>('conditions').notNull(),
      grounds: c.json<Grounds>('grounds'),
      /** An exemption that ended in mitigation, or an appeal that lightened it. */
      isMitigated: c.bool('is_mitigated').notNull(),
      /** A decision taken before the product: the batch's row said so. */
      isPast: c.bool('is_past').notNull(),
    },
    (t) => [index('inaction_files_cadre').on(t.cadreId, t.occurredOn)],
  );
};

const initiativeTable = (kit: Kit, before: Before) => {
  const { c, table, index } = kit;
  return table(
    'initiative_files',
    {
      ...conductFile(kit, before),
      area: c.int('area').$type<Area>().notNull(),
      quality: c.text<Quality>('quality').notNull(),
      level: c.text<Level>('level').notNull(),
      role: c.text<InitiativeRole>('role').notNull(),
    },
    (t) => [index('initiative_files_cadre').on(t.cadreId, t.occurredOn)],
  );
};

/** How a question of the three distinctions was answered; null = not yet. */
export interface Answered {
  readonly answer: string | boolean | null;
  readonly reason: string;
  /** Evidence of this file, or of the inaction it is about. */
  readonly evidenceIds: readonly string[];
}
export interface Considered {
  readonly level: ConsiderationLevel;
  readonly reason: string;
}
/** What the second inspector found about a red line. */
export interface RedLine {
  readonly holds: boolean;
  readonly reason: string;
}

const exemptionTable = (kit: Kit, { procedures }: Before, rules: ReturnType<typeof ruleTextTable>) => {
  const { c, table, index } = kit;
  return table(
    'exemptions',
    {
      fileId: c.id('file_id').references(() => procedures.files.id),
      inactionFileId: c
        .text('inaction_file_id')
        .notNull()
        .references(() => procedures.files.id),
      /** As claimed; from the investigation on, as found. */
      situation: c.text<SituationCode>('situation'),
      /** What happened, in the applicant's words. */
      statement: c.text('statement').notNull(),
      /** Which process was followed. */
      process: c.text('process').notNull(),
      /** A pilot registered beforehand: evidence for 1a, 2a, 2b. */
      pilotId: c.text('pilot_id').references(() => procedures.files.id),
      /** The rule valid on the day: evidence for 2d. */
      ruleTextId: c.text('rule_text_id').references(() => rules.id),
      /** Tests, gate, blockers, facts: by name. */
      answers: c.json<Readonly<Record<string, Answered>>>('answers').notNull(),
      considerations: c
        .json<Readonly<Partial<Record<Consideration, Considered>>>>('considerations')
        .notNull(),
      proposed: c.text<ExemptionOutcome>('proposed'),
      redLines: c.json<Readonly<Record<string, RedLine>>>('red_lines'),
      outcome: c.text<ExemptionOutcome>('outcome'),
      decidedOn: c.day('decided_on'),
      dissent: c.text('dissent'),
      /** 纠错: what has to be put right, and until when. */
      correction: c.text('correction'),
      correctBy: c.day('correct_by'),
      /** What was put right, as reported. */
      correctionReport: c.text('correction_report'),
      correctedAt: c.instant('corrected_at'),
      version: c.int('version').notNull(),
    },
    (t) => [index('exemptions_inaction').on(t.inactionFileId), index('exemptions_situation').on(t.situation)],
  );
};

/** Rules of the school and above, as they read while they were valid. */
const ruleTextTable = ({ c, table, index }: Kit) =>
  table(
    'rule_texts',
    {
      id: c.id(),
      title: c.text('title').notNull(),
      documentNo: c.text('document_no'),
      issuer: c.text('issuer').notNull(),
      validFrom: c.day('valid_from').notNull(),
      /** The last day; null = still valid. */
      validTo: c.day('valid_to'),
      /** The passages relied on. */
      passage: c.text('passage').notNull(),
      recordedBy: c.text('recorded_by').notNull(),
      recordedAt: c.instant('recorded_at').notNull(),
      withdrawnAt: c.instant('withdrawn_at'),
      version: c.int('version').notNull(),
    },
    (t) => [index('rule_texts_valid').on(t.validFrom)],
  );

export const conductFileTables = (kit: Kit, before: Before) => {
  const ruleTexts = ruleTextTable(kit);
  return {
    inactionFiles: inactionTable(kit, before),
    initiativeFiles: initiativeTable(kit, before),
    exemptions: exemptionTable(kit, before, ruleTexts),
    ruleTexts,
  };
};
