import type {
  AmendPilot,
  DraftPilot,
  PilotPage,
  PilotQuery,
  PilotView,
} from '../../server/pilots/pilots.contract.ts';
import { act, type Sent, type View } from '../api.ts';
import { withQuery } from '../paths.ts';

export type Pilot = View<typeof PilotView>;
export type Pilots = View<typeof PilotPage>;
type Wanted = Pick<Sent<typeof PilotQuery>, 'q' | 'unit' | 'state'> & { readonly after: string | null };

export const pilots = (wanted: Wanted): string => withQuery('/api/pilots', { ...wanted, limit: 30 });
export const pilot = (id: string): string => `/api/pilots/${encodeURIComponent(id)}`;
export const draftPilot = (sent: Sent<typeof DraftPilot>) => act<Pilot>('POST', '/api/pilots', sent);
export const amendPilot = (id: string, sent: Sent<typeof AmendPilot>) => act<Pilot>('PUT', pilot(id), sent);
