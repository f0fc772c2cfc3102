import type { Summary } from './appraisals.api.ts';

/** Pools with a tie that people have not decided yet. */
export const openTies = ({ pools }: Summary) =>
  pools.filter(({ ties }) => ties !== null && !ties.cadres.some(({ decided }) => decided));
