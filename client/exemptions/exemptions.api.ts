import type {
  ExemptionPage,
  ExemptionView,
  Precedents,
  ReportCorrection,
  WriteClaim,
  WriteFindings,
} from '../../server/exemptions/exemptions.contract.ts';
import { act, type Sent, type View } from '../api.ts';
import { withQuery } from '../paths.ts';

export type Exemption = View<typeof ExemptionView>;
export type Facts = NonNullable<Exemption['exemption']['facts']>;
export type Question = Facts['questions'][number];
export type Answer = Question['answer'];
export type ConsiderationShown = Facts['considerations'][number];
export type Exemptions = View<typeof ExemptionPage>;
export type ExemptionLine = Exemptions['items'][number];
export type PrecedentsShown = View<typeof Precedents>;
export type Precedent = PrecedentsShown['items'][number];
export type OutcomeCode = NonNullable<Facts['outcome']>['code'];
export type ClaimSent = Sent<typeof WriteClaim>;
export type FindingsSent = Sent<typeof WriteFindings>;

/** A file of which whoever looks may read more than its name. */
export interface ReadFile {
  readonly file: Exemption;
  readonly facts: Facts;
}

export const exemptions = (wanted: { state: string; after: string | null }): string =>
  withQuery('/api/exemptions', { ...wanted, limit: 30 });
export const exemption = (id: string): string => `/api/exemptions/${encodeURIComponent(id)}`;
export const precedents = (id: string, outcome: OutcomeCode | null): string =>
  withQuery(`${exemption(id)}/precedents`, { outcome });
export const recordEvidenceHref = (id: string, evidence: string): string =>
  `${exemption(id)}/record-evidence/${encodeURIComponent(evidence)}`;

export const writeClaim = (id: string, sent: ClaimSent) =>
  act<Exemption>('PUT', `${exemption(id)}/claim`, sent);
export const writeFindings = (id: string, sent: FindingsSent) =>
  act<Exemption>('PUT', `${exemption(id)}/findings`, sent);
export const reportCorrection = (id: string, sent: Sent<typeof ReportCorrection>) =>
  act<Exemption>('POST', `${exemption(id)}/correction`, sent);
