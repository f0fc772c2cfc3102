import type {
  AllotReserve,
  DecideTie,
  OpenYear,
  ResultPage,
  ResultView,
  RunStarted,
  YearList,
  YearSummary,
  YearView,
} from '../../server/appraisals/appraisals.contract.ts';
import type { ArchiveCheck as CheckView, ArchiveYear } from '../../server/appraisals/archive.contract.ts';
import { act, type Sent, type View } from '../api.ts';
import { type QueryParts, withQuery } from '../paths.ts';

export type Years = View<typeof YearList>;
export type Year = View<typeof YearView>;
export type Summary = View<typeof YearSummary>;
export type Pool = Summary['pools'][number];
export type Results = View<typeof ResultPage>;
export type ResultRow = Results['items'][number];
export type Result = View<typeof ResultView>;
export type ArchiveCheck = View<typeof CheckView>;
export type YearToOpen = Sent<typeof OpenYear>;

export const YEARS = '/api/years';
export const summaryPath = (year: string): string => `${YEARS}/${year}/summary`;
export const resultsPath = (year: string, parts: QueryParts): string =>
  withQuery(`${YEARS}/${year}/results`, parts);
export const resultPath = (year: string, cadreId: string): string =>
  `${YEARS}/${year}/results/${encodeURIComponent(cadreId)}`;

type Started = View<typeof RunStarted>;
const poolPath = (year: number, pool: string) => `${YEARS}/${year}/pools/${encodeURIComponent(pool)}`;

export const archivePath = (year: number): string => `${YEARS}/${year}/archive`;
export const archiveYear = (year: number, sent: Sent<typeof ArchiveYear>): Promise<Year> =>
  act('POST', archivePath(year), sent);
export const openYear = (year: YearToOpen): Promise<Year> => act('POST', YEARS, year);
export const runYear = (year: number): Promise<Started> => act('POST', `${YEARS}/${year}/runs`);
export const decideTie = (year: number, pool: string, decision: Sent<typeof DecideTie>): Promise<Started> =>
  act('POST', `${poolPath(year, pool)}/tie-decision`, decision);
export const allotReserve = (
  year: number,
  pool: string,
  allotment: Sent<typeof AllotReserve>,
): Promise<Started> => act('POST', `${poolPath(year, pool)}/reserve`, allotment);
