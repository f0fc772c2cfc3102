// Whoever sees names, unit and state only is told nothing that says what was done, nor when.
import type { Row } from '../../db/tables/index.ts';
import type { FileKind } from './file-kind.ts';
import type { Standing } from './rights.ts';
import { authorsOnly, isAuthor } from './standing.ts';

/** Whether names, unit and state are all he may see of it; his own draft he reads in whole. */
export function seesNamesOnly(
  kind: FileKind,
  file: Row<'files'>,
  { actor, touched }: Pick<Standing, 'actor' | 'touched'>,
): boolean {
  const isOwnDraft = isAuthor(actor, kind, file) && authorsOnly(kind).includes(file.state);
  return !isOwnDraft && kind.isMasked?.(actor, touched, file.state) === true;
}

/** What a file is called to whoever asks: the kind’s own title where the file’s would say what was done. */
export const titleTold = (kind: FileKind, { title }: Row<'files'>, isMasked: boolean): string =>
  isMasked && kind.titleTells ? kind.title.zh : title;
