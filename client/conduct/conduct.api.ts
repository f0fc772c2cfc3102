import type {
  AmendInaction,
  DraftInaction,
  InactionPage,
  InactionView,
  LEAD_SOURCES,
} from '../../server/conduct/conduct.contract.ts';
import type { Stage } from '../../server/conduct/inaction-stages.contract.ts';
import type { AssignMany, MovedMany } from '../../server/procedures/procedures.contract.ts';
import { act, type Sent, type View } from '../api.ts';
import { withQuery } from '../paths.ts';

export type InactionRecord = View<typeof InactionView>;
type Told = NonNullable<InactionRecord['inaction']>;
export type Facts = Told['facts'];
/** One that whoever looks may read. */
export type OpenRecord = InactionRecord & { readonly inaction: Told };
export type Records = View<typeof InactionPage>;
export type RecordLine = Records['items'][number];
export type { Stage };
export type Source = (typeof LEAD_SOURCES)[number];
export type Lead = Omit<Sent<typeof DraftInaction>, 'staffNo'>;
export type Moved = View<typeof MovedMany>;

export interface Wanted {
  readonly q: string;
  readonly stage: string;
  readonly state: string;
  readonly area: string;
  readonly naming: string;
  readonly after: string | null;
}
export const records = (wanted: Wanted): string =>
  withQuery('/api/conduct/inactions', { ...wanted, limit: 50 });
export const record = (id: string): string => `/api/conduct/${encodeURIComponent(id)}`;

export const draftRecord = (sent: Sent<typeof DraftInaction>) =>
  act<InactionRecord>('POST', '/api/conduct/inactions', sent);
export const amendRecord = (id: string, sent: Sent<typeof AmendInaction>) =>
  act<InactionRecord>('PUT', `/api/conduct/inactions/${encodeURIComponent(id)}`, sent);

export const assignMany = (sent: Sent<typeof AssignMany>) => act('POST', '/api/files/assignments', sent);
export const notifyMany = (fileIds: string[]) =>
  act<Moved>('POST', '/api/conduct/notifications', { fileIds });
export const acceptMany = (fileIds: string[], reason: string) =>
  act<Moved>('POST', '/api/conduct/acceptances', { fileIds, reason });
