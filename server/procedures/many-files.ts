// Many files by one request: forty past decisions need the same two officers, the same notice, the same acceptance.
// Each file moves on in an act of its own, so that each has its entry in the log and its receipt; what was refused is
// told file by file, and the others are done.
import { fileById } from '../../db/queries/procedure-files.ts';
import { StaleVersion } from '../../db/rows.ts';
import type { Label } from '../../scoring/index.ts';
import { notFound, type ProblemPlace, Refused, staleVersion } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import type { FileKind } from './file-kind.ts';
import type { FilesNeed, FilesService } from './files.service.ts';
import { someFilesRefused } from './procedures.problems.ts';

export interface MovedMany {
  readonly done: string[];
  readonly refused: { readonly fileId: string; readonly problem: string; readonly detail: Label }[];
}
export interface SentToMany {
  readonly fileIds: readonly string[];
  readonly event: string;
  readonly reason?: string | undefined;
}

/** One event that carries nothing beside its reason, to each of some files, as they are now. */
export async function moveMany(
  { store: { read, tables } }: FilesNeed,
  files: FilesService,
  actor: Actor,
  kind: FileKind,
  { fileIds, event, reason }: SentToMany,
): Promise<MovedMany> {
  const done: string[] = [];
  const refused: MovedMany['refused'] = [];
  for (const id of new Set(fileIds)) {
    try {
      const file = await fileById(read, tables, id);
      if (!file) throw new Refused(notFound);
      const sent = { id, event, version: file.version, data: {}, ...(reason !== undefined && { reason }) };
      await files.move(actor, kind, sent);
      done.push(id);
    } catch (error) {
      const because = refusalFrom(error);
      refused.push({ fileId: id, problem: because.kind.name, detail: wordsOf(because) });
    }
  }
  return { done, refused };
}

/** Does something to all of some files or to none; every file that stands in the way is named. */
export async function toAllOrNone(
  fileIds: readonly string[],
  work: (fileId: string) => Promise<void>,
): Promise<void> {
  const places: ProblemPlace[] = [];
  for (const [i, id] of fileIds.entries()) {
    try {
      await work(id);
    } catch (error) {
      places.push({ pointer: `/fileIds/${i}`, detail: wordsOf(refusalFrom(error)) });
    }
  }
  if (places.length > 0) throw new Refused(someFilesRefused, { places });
}

/** Faults are nobody's refusal: they go on to whoever handles faults. */
function refusalFrom(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof StaleVersion) return new Refused(staleVersion);
  throw error;
}

const wordsOf = ({ kind, detail, places: [first] }: Refused): Label => detail ?? first?.detail ?? kind.title;
