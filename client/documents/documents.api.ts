import type { DocumentList } from '../../server/documents/documents.contract.ts';
import type { View } from '../api.ts';

export type Documents = View<typeof DocumentList>;

export const documentsOf = (fileId: string): string => `/api/files/${encodeURIComponent(fileId)}/documents`;
export const documentHref = (fileId: string, name: string): string =>
  `${documentsOf(fileId)}/${encodeURIComponent(name)}`;
