import type {
  DecideExport,
  ExportPage,
  ExportsAwaiting,
  ExportView,
  RequestExport,
} from '../../server/exports/exports.contract.ts';
import { act, type Sent, type View } from '../api.ts';

export type Export = View<typeof ExportView>;
export type Exports = View<typeof ExportPage>;
export type Awaiting = View<typeof ExportsAwaiting>;
export type Wanted = Sent<typeof RequestExport>;

export const EXPORTS = '/api/exports';
export const AWAITING = '/api/exports/awaiting';

export const fileOf = ({ id }: Export): string => `${EXPORTS}/${encodeURIComponent(id)}/file`;
export const requestExport = (wanted: Wanted) => act<Export>('POST', EXPORTS, wanted);
export const decideExport = (id: string, given: Sent<typeof DecideExport>) =>
  act<Export>('POST', `${EXPORTS}/${encodeURIComponent(id)}/decision`, given);
