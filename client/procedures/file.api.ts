import type {
  Assign,
  DecidePending,
  EnterPaper,
  EvidenceView,
  FileEvent,
  FileView,
  RecordDelivery,
} from '../../server/procedures/procedures.contract.ts';
import { act, type Sent, upload, type View } from '../api.ts';

export type FileShown = View<typeof FileView>;
export type Action = FileShown['actions'][number];
export type Notice = FileShown['deliveries'][number];
export type Pending = FileShown['pending'][number];
export type Assignment = FileShown['assignments'][number];
export type Evidence = FileShown['evidence'][number];
export type Need = FileShown['needs'][number];
export type EventSent = Sent<typeof FileEvent>;

const at = (id: string, path: string): string => `/api/files/${encodeURIComponent(id)}/${path}`;

/** `page` is where the files of this kind stand: `pilots`. */
export const moveOn = (page: string, id: string, sent: EventSent) =>
  act<FileShown>('POST', `/api/${page}/${encodeURIComponent(id)}/events`, sent);

export const signFor = (id: string, { id: delivery, version }: Notice) =>
  act('POST', at(id, `deliveries/${encodeURIComponent(delivery)}/signature`), { version });

export const recordPaper = (id: string, delivery: string, sent: Sent<typeof RecordDelivery>) =>
  act('POST', at(id, `deliveries/${encodeURIComponent(delivery)}/paper`), sent);

export const decide = (id: string, pending: string, sent: Sent<typeof DecidePending>) =>
  act('POST', at(id, `pending/${encodeURIComponent(pending)}/decision`), sent);

export const enterPaper = (id: string, sent: Sent<typeof EnterPaper>) =>
  act('POST', at(id, 'paper-entries'), sent);

export const assign = (id: string, sent: Sent<typeof Assign>) => act('POST', at(id, 'assignments'), sent);

export const endAssignment = (id: string, assignment: string, reason: string) =>
  act('POST', at(id, `assignments/${encodeURIComponent(assignment)}/end`), { reason });

export const addEvidence = (id: string, file: File) =>
  upload<View<typeof EvidenceView>>(at(id, 'evidence'), file);

export const evidenceHref = (id: string, evidence: string): string =>
  at(id, `evidence/${encodeURIComponent(evidence)}`);
