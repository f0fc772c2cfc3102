import type {
  ConsistencyProof,
  LogHeadView,
  LogState as State,
  Receipt as ReceiptView,
  ReceiptLine as Line,
  ReceiptPage as Page,
} from '../../server/audit/log.contract.ts';
import { ask, type View } from '../api.ts';
import { withQuery } from '../paths.ts';

export type LogHead = View<typeof LogHeadView>;
export type LogState = View<typeof State>;
export type Receipt = View<typeof ReceiptView>;
export type ReceiptLine = View<typeof Line>;
export type ReceiptPage = View<typeof Page>;

export const RECEIPTS = '/api/audit/receipts';
export const LOG_STATE = '/api/audit/state';

export const receiptOf = (entryId: string): Promise<Receipt> =>
  ask<Receipt>(`${RECEIPTS}/${encodeURIComponent(entryId)}`);

/** The path alone counts: the roots it has to lead to are those of the two heads at hand. */
export const pathBetween = async (from: number, to: number): Promise<readonly string[]> =>
  (await ask<View<typeof ConsistencyProof>>(withQuery('/api/audit/proof', { from, to }))).path;
