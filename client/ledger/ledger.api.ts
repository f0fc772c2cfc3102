import type { PersonLedger, UnitLedger } from '../../server/ledger/ledger.contract.ts';
import type { View } from '../api.ts';
import { withQuery } from '../paths.ts';

export type UnitShown = View<typeof UnitLedger>;
export type PersonShown = View<typeof PersonLedger>;
export type Figures = Pick<UnitShown, 'areas' | 'capped' | 'credits' | 'deductions' | 'balance'>;

export const unitLedger = (year: string, unit: string | null): string =>
  withQuery('/api/ledger', { year, unit });
export const personLedger = (year: string, cadreId: string): string =>
  withQuery(`/api/ledger/${encodeURIComponent(cadreId)}`, { year });
/** Where the ledger of a person stands. */
export const ledgerHref = (year: string, cadreId: string): string =>
  withQuery(`/ledger/${encodeURIComponent(cadreId)}`, { year });
