// Whoever opens a file of due process about somebody looked at his record: he is told who it was, and in which duty.
import { eventsOfFile, fileById } from '../../db/queries/procedure-files.ts';
import type { Actor } from '../permissions/actor.ts';
import { type Permission, PRINCIPALS } from '../permissions/matrix.ts';
import { dutyOf, reachingAs } from '../permissions/may.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import { isKnownToSubject, standingOf } from '../procedures/standing.ts';
import { type NotesReads, noteRead } from './note-read.ts';

/** Files whose reading is noted. An initiative is praise that goes on public notice: everybody is meant to read it. */
const NOTED = { inaction: 'inaction.read', exemption: 'exemption.read' } as const satisfies Record<
  string,
  Permission
>;

/**
 * Notes that somebody other than the person concerned read a file, its papers or its documents: once a day for each
 * reader and kind of file, never which file it was. What was looked at is said as it is, so that before its notice a
 * file would be given away by the note alone: until the person may see the file nothing is noted, and nothing is made
 * up for it afterwards. Who worked on it before then stands in the file’s own course, which he reads from then on.
 */
export async function noteFileRead(
  needed: NotesReads,
  actor: Actor,
  kind: FileKind,
  id: string,
): Promise<void> {
  const { read: db, tables } = needed.store;
  const { name } = kind.machine;
  if (name !== 'inaction' && name !== 'exemption') return;
  const file = (await fileById(db, tables, id))!;
  const { cadreId } = file;
  if (cadreId === null || cadreId === actor.cadreId) return;
  if (!(await isKnownToSubject({ db, tables }, kind, file))) return;
  const { touched } = await standingOf({ db, tables, actor }, file, kind);
  const { assigned } = touched;
  // What the file names him as says more than an office he holds besides.
  const named = PRINCIPALS.filter((as) => assigned instanceof Set && assigned.has(as));
  const [duty = dutyOf(actor, NOTED[name], touched)] = reachingAs(actor, NOTED[name], touched, named);
  await noteRead(needed, {
    ...{ actor, cadreId, what: name },
    duty: duty === 'none' ? await actedAs() : duty,
  });

  /** Whoever opened the file sees it without an office that reads such files: as what he acted in it. */
  async function actedAs(): Promise<string> {
    const own = (await eventsOfFile(db, tables, id)).find((event) => event.actor === actor.accountId);
    return own?.principal ?? duty;
  }
}
