// One stored result in words: every line with its clause, parameters and evidence, and what stands around it.
import type { z } from 'zod';
import { conductOf, constraintsOf, postsHeldBy } from '../../db/queries/files.ts';
import { cadreById, postNames, unitNames } from '../../db/queries/roster.ts';
import { resultsOfCadre } from '../../db/queries/runs.ts';
import { pastGradesOf, tieDecisionsOf } from '../../db/queries/years.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import {
  type Cadre,
  cadreInWords,
  type CadreResult,
  type Day,
  gradeReasons,
  type Label,
  measures,
  type ParameterId,
  policyOn,
  reviewTriggers,
  templates,
  type Vocabulary,
} from '../../scoring/index.ts';
import type { OwnResultView } from './appraisals.contract.ts';
import { dimensionsShown } from './dimensions-shown.ts';
import { type FileAccess, isShown } from './file-access.ts';
import { evidenceFrom } from './line-evidence.ts';
import { type Evidence, gradeLabel, linesStandOn, lineView } from './result-words.ts';
import { factsOf, termsOf, unpackedResult } from './stored-run.ts';
import { timelineOf } from './timeline.ts';
import type { YearTerms } from './year-bundle.ts';

export type OwnResult = z.infer<typeof OwnResultView>;

interface Stored {
  readonly db: Db;
  readonly tables: Tables;
  readonly run: Row<'runs'>;
  readonly row: Row<'runResults'>;
  readonly access: FileAccess;
  /** The calendar day of a moment. */
  readonly dayOf: (instant: number) => Day;
}

export async function resultView(stored: Stored): Promise<OwnResult> {
  const { db, tables, run, row, access } = stored;
  const terms = termsOf(run);
  const result = cadreInWords(unpackedResult(row));
  const person = await cadreById(db, tables, row.cadreId);
  const units = await unitNames(db, tables);
  const conduct = await conductOf(db, tables, row.cadreId);
  const history = await historyOf(stored, terms.vocabulary);
  return {
    year: run.year,
    ranAt: run.ranAt,
    asOf: run.asOf,
    policyVersion: run.policyVersion,
    name: row.name,
    staffNo: row.staffNo,
    unitName: units.get(row.unitId) ?? '',
    postTitle: person?.postTitle ?? '',
    rank: person?.rank ?? null,
    ...figures(result, terms.vocabulary),
    measures: measuresShown(factsOf(row), terms),
    ...reasons(result, terms, access, evidenceFrom(conduct, access)),
    rotation: await rotationShown(stored, result),
    effectPeriods: result.effectPeriods.map(({ effect, until, because }) => ({ effect, until, because })),
    dimensions: await dimensionsShown(db, tables, {
      year: run.year,
      cadreId: row.cadreId,
      rank: person?.rank ?? null,
    }),
    timeline: timelineOf({ conduct, ...(await careerOf(stored, history)) }, access),
    history: history
      .filter(({ year }) => year < run.year)
      .map(({ year, label, total }) => ({ year, gradeLabel: label, total })),
  };
}

const figures = (result: CadreResult<Label>, vocabulary: Vocabulary) => ({
  base: result.base,
  balance: result.balance,
  credits: result.credits,
  deductions: result.deductions,
  total: result.total,
  band: result.band,
  ceiling: result.ceiling,
  grade: result.grade,
  gradeLabel: gradeLabel(result.grade, vocabulary),
  ceilingLabel: result.ceiling === null ? null : gradeLabel(result.ceiling, vocabulary),
  reason: result.reason,
  reasonLabel: gradeReasons[result.reason],
});

function measuresShown(cadre: Cadre, terms: YearTerms): OwnResult['measures'] {
  const policy = policyOn(linesStandOn(terms).book, terms.period.to);
  return templates[cadre.template].measures.map((measure) => ({
    measure,
    label: measures[measure],
    value: cadre.measures[measure] ?? null,
    weight: policy[`annual.weight.${cadre.template}.${measure}` as ParameterId],
  }));
}

function reasons(
  result: CadreResult<Label>,
  terms: YearTerms,
  access: FileAccess,
  evidence: ReadonlyMap<string, Evidence>,
): Pick<OwnResult, 'lines' | 'findings' | 'reviews'> {
  const standing = { ...linesStandOn(terms), evidence };
  return {
    lines: result.lines.filter((line) => isShown(line, access)).map((line) => lineView(line, standing)),
    findings: result.findings.map(({ rule, clause, recordId = null, because }) => ({
      rule,
      clause,
      recordId,
      because,
    })),
    reviews: result.reviews.map(({ trigger, clause, because }) => ({
      trigger,
      label: reviewTriggers[trigger],
      clause,
      because,
    })),
  };
}

async function rotationShown(
  { db, tables }: Stored,
  { rotation }: CadreResult<Label>,
): Promise<OwnResult['rotation']> {
  const names = await postNames(
    db,
    tables,
    rotation.posts.map(({ postId }) => postId),
  );
  return {
    posts: rotation.posts.map(({ postId, months, limit, status, because }) => ({
      postName: names.get(postId) ?? '',
      months,
      limit,
      status,
      because,
    })),
    flags: [...rotation.flags],
  };
}

interface PastYear {
  readonly year: number;
  readonly label: Label;
  readonly total: number | null;
}

/** What the person got in each year: as run here, or as brought along from before. The latest first. */
async function historyOf({ db, tables, row }: Stored, vocabulary: Vocabulary): Promise<PastYear[]> {
  const run = await resultsOfCadre(db, tables, row.cadreId);
  const here = new Set(run.map(({ year }) => year));
  const brought = (await pastGradesOf(db, tables, row.cadreId)).filter(({ year }) => !here.has(year));
  return [...run, ...brought.map((past) => ({ ...past, total: null }))]
    .map(({ year, grade, total }) => ({ year, label: gradeLabel(grade, vocabulary), total }))
    .sort((a, b) => b.year - a.year);
}

async function careerOf({ db, tables, run, row, dayOf }: Stored, grades: readonly PastYear[]) {
  const decisions = await tieDecisionsOf(db, tables, run.year);
  return {
    posts: await postsHeldBy(db, tables, row.cadreId),
    constraints: await constraintsOf(db, tables, row.cadreId),
    grades,
    decisions: decisions
      .filter(({ cadreIds }) => cadreIds.includes(row.cadreId))
      .map((decision) => ({ on: dayOf(decision.decidedAt), decision })),
  };
}
