import type {
  CadreListItem as CadreListItemView,
  CadrePage as CadrePageView,
  CadreView,
  UnitList as UnitListView,
  UnitView as UnitViewContract,
} from '../../server/cadres/cadres.contract.ts';
import type { View } from '../api.ts';
import { withQuery } from '../paths.ts';

export type UnitView = View<typeof UnitViewContract>;
export type UnitList = View<typeof UnitListView>;
export type CadreListItem = View<typeof CadreListItemView>;
export type CadrePage = View<typeof CadrePageView>;
export type Cadre = View<typeof CadreView>;

export const PEOPLE_A_PAGE = 50;
export const UNITS = '/api/units';

/** The people in scope whose name, pinyin or staff number begins with `q`, of a unit and those below it. */
export const cadres = (q: string, unit: string): string =>
  withQuery('/api/cadres', { q, unit, limit: PEOPLE_A_PAGE });
export const cadre = (id: string): string => `/api/cadres/${encodeURIComponent(id)}`;
