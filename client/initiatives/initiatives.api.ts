import type {
  AmendInitiative,
  DraftInitiative,
  InitiativePage,
  InitiativeView,
  PublicNoticePage,
} from '../../server/conduct/initiatives.contract.ts';
import { act, type Sent, type View } from '../api.ts';
import { type QueryParts, withQuery } from '../paths.ts';

export type Initiative = View<typeof InitiativeView>;
export type Initiatives = View<typeof InitiativePage>;
export type InitiativeLine = Initiatives['items'][number];
export type PublicNotices = View<typeof PublicNoticePage>;
export type PublicNotice = PublicNotices['items'][number];
export type Deed = Omit<Sent<typeof DraftInitiative>, 'staffNo'>;

const AT = '/api/conduct/initiatives';
const A_PAGE = 30;

export const initiatives = (wanted: QueryParts): string => withQuery(AT, { ...wanted, limit: A_PAGE });
export const publicNotices = (wanted: QueryParts): string =>
  withQuery('/api/public-notices', { ...wanted, limit: A_PAGE });
/** A record of either ledger is read by its id. */
export const initiative = (id: string): string => `/api/conduct/${encodeURIComponent(id)}`;

export const draftInitiative = (sent: Sent<typeof DraftInitiative>) => act<Initiative>('POST', AT, sent);
export const amendInitiative = (id: string, sent: Sent<typeof AmendInitiative>) =>
  act<Initiative>('PUT', `${AT}/${encodeURIComponent(id)}`, sent);
