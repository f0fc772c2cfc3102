import type {
  AskCorrection,
  CorrectionPage,
  CorrectionView,
  OwnCorrections,
} from '../../server/corrections/corrections.contract.ts';
import { act, type Sent, type View } from '../api.ts';
import { withQuery } from '../paths.ts';

export type Correction = View<typeof CorrectionView>;
export type Corrections = View<typeof CorrectionPage>;
export type Own = View<typeof OwnCorrections>;

export const OWN = '/api/my-record/corrections';
export const corrections = (after: string | null): string =>
  withQuery('/api/corrections', { after, limit: 30 });
export const correction = (id: string): string => `/api/corrections/${encodeURIComponent(id)}`;
export const askCorrection = (sent: Sent<typeof AskCorrection>) =>
  act<Correction>('POST', '/api/corrections', sent);
