// What a run keeps, packed and unpacked: the bundle it was told and the result it answered, to the byte.
import { createHash } from 'node:crypto';
import { resultsInOrder, type RunResult, type StoredResult } from '../../db/queries/runs.ts';
import type { Listing } from '../../db/queries/year-facts.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import {
  type Assessment,
  type Bundle,
  type Cadre,
  type CadreResult,
  cadreInWords,
  canonicalJson,
  type PoolResult,
  type Result,
  resultInWords,
} from '../../scoring/index.ts';
import type { YearTerms } from './year-bundle.ts';

type Explanation = Pick<CadreResult, 'lines' | 'findings' | 'reviews' | 'rotation' | 'effectPeriods'>;

/** One cadre's row of a run. */
export function packedResult(runId: string, cadre: Cadre, listing: Listing, result: CadreResult): RunResult {
  const { lines, findings, reviews, rotation, effectPeriods } = result;
  const explanation: Explanation = { lines, findings, reviews, rotation, effectPeriods };
  return {
    runId,
    cadreId: cadre.id,
    poolId: cadre.pool,
    unitId: cadre.unitId,
    ...listing,
    base: result.base,
    balance: result.balance,
    credits: result.credits,
    deductions: result.deductions,
    total: result.total,
    band: result.band,
    ceiling: result.ceiling,
    grade: result.grade,
    reason: result.reason,
    reviewCount: reviews.length,
    facts: JSON.stringify(cadre),
    explanation: JSON.stringify(explanation),
  };
}

/** The result of one cadre as `assess` gave it. */
export function unpackedResult(row: StoredResult): CadreResult {
  const { base, balance, credits, deductions, total, band, ceiling, grade, reason } = row;
  const figures = { base, balance, credits, deductions, total, band, ceiling, grade, reason };
  return { id: row.cadreId, ...figures, ...(JSON.parse(row.explanation) as Explanation) };
}

/** The conduct records that a result speaks of. */
export const recordIdsOf = (row: Pick<StoredResult, 'facts'>): string[] =>
  factsOf(row).conduct.map(({ id }) => id);

export const factsOf = (row: Pick<StoredResult, 'facts'>): Cadre => JSON.parse(row.facts) as Cadre;
export const termsOf = (run: Pick<Row<'runs'>, 'input'>): YearTerms => JSON.parse(run.input) as YearTerms;
export const poolsOfRun = (run: Pick<Row<'runs'>, 'pools'>): PoolResult[] =>
  JSON.parse(run.pools) as PoolResult[];

/** The bundle a run was told, from nothing but what the run kept. */
export async function bundleOfRun(db: Db, tables: Tables, run: Row<'runs'>): Promise<Bundle> {
  const cadres: Cadre[] = [];
  for await (const rows of resultsInOrder(db, tables, run.id)) cadres.push(...rows.map(factsOf));
  return { ...termsOf(run), cadres };
}

/** The result a run answered, in words: the same bytes as `evaluate` of its bundle. */
export async function resultOfRun(db: Db, tables: Tables, run: Row<'runs'>): Promise<Result> {
  const cadres: CadreResult[] = [];
  for await (const rows of resultsInOrder(db, tables, run.id)) cadres.push(...rows.map(unpackedResult));
  const { asOf, period } = termsOf(run);
  return resultInWords({
    asOf,
    period,
    policy: { id: run.policyId, version: run.policyVersion, hash: run.policyHash },
    cadres,
    pools: poolsOfRun(run),
    reserve: run.reserve,
  });
}

/** The hash that `evaluate` puts on this result, one cadre's words at a time instead of all in one text. */
export function hashOfResult({ cadres, ...rest }: Assessment): string {
  const [before = '', after = ''] = canonicalJson({ ...rest, cadres: [] }).split('"cadres":[]');
  const hash = createHash('sha256').update(`${before}"cadres":[`);
  for (const [index, cadre] of cadres.entries())
    hash.update(`${index > 0 ? ',' : ''}${canonicalJson(cadreInWords(cadre))}`);
  return hash.update(`]${after}`).digest('hex');
}

/** What the run was told, as its rows hold it. */
export function hashOfInput(terms: string, results: readonly Pick<RunResult, 'facts'>[]): string {
  const hash = createHash('sha256').update(terms);
  for (const { facts } of results) hash.update(`\n${facts}`);
  return hash.digest('hex');
}
