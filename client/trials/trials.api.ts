import type { TrialRecords, TrialView, TryFindings } from '../../server/trials/trials.contract.ts';
import { act, type Sent, type View } from '../api.ts';
import { withQuery } from '../paths.ts';

export type Records = View<typeof TrialRecords>;
export type TrialRecord = Records['records'][number];
export type Trial = View<typeof TrialView>;
export type Change = Sent<typeof TryFindings>['changes'][number];

export const recordsPath = (year: string, cadreId: string): string =>
  withQuery('/api/trials/records', { year: Number(year), cadreId });
export const tryFindings = (sent: Sent<typeof TryFindings>): Promise<Trial> =>
  act('POST', '/api/trials', sent);
