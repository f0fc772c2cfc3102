// Evidence as the case links to it: the application’s own, and the record’s that it is about.
import { evidenceHref } from '../procedures/file.api.ts';
import { type Exemption, type Facts, recordEvidenceHref } from './exemptions.api.ts';

export interface Piece {
  readonly id: string;
  readonly name: string;
  /** Null for whoever may know that there is such a paper, and not read it. */
  readonly href: string | null;
}

export const ownEvidence = ({ id: fileId, evidence }: Pick<Exemption, 'id' | 'evidence'>): Piece[] =>
  evidence.map(({ id, name }) => ({ id, name, href: evidenceHref(fileId, id) }));

export const recordEvidence = (
  { id: fileId }: Pick<Exemption, 'id'>,
  { record, mayReadEvidence }: Pick<Facts, 'record' | 'mayReadEvidence'>,
): Piece[] =>
  record.evidence.map(({ id, name }) => ({
    ...{ id, name },
    href: mayReadEvidence ? recordEvidenceHref(fileId, id) : null,
  }));

/** Every paper of the case, the record’s first. */
export const allEvidence = (file: Exemption, facts: Facts): Piece[] => [
  ...recordEvidence(file, facts),
  ...ownEvidence(file),
];
