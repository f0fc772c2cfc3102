import type { AuditEntryView, AuditPage as AuditPageView } from '../../server/audit/audit.contract.ts';
import type { View } from '../api.ts';
import { withQuery } from '../paths.ts';

export type AuditEntry = View<typeof AuditEntryView>;
export type AuditPage = View<typeof AuditPageView>;

export const ENTRIES_A_PAGE = 50;

/** The newest entries first, all or those on one subject. */
export const auditEntries = (subject: string): string =>
  withQuery('/api/audit/entries', { subject, limit: ENTRIES_A_PAGE });
