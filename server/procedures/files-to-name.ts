// The files that stand still because nobody is named who may do their next step, for whoever names people in them.
import { filesInStates } from '../../db/queries/naming.ts';
import type { Db } from '../../db/store.ts';
import type { Tables } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import type { Actor } from '../permissions/actor.ts';
import { PRINCIPALS } from '../permissions/matrix.ts';
import { isOffered } from '../permissions/may.ts';
import { ASSIGN, mayAssign } from './assignments.service.ts';
import type { FileKind } from './file-kind.ts';
import { type OfKind, staffingOf } from './naming.ts';
import { statesByName } from './named-steps.ts';
import { standingsOf } from './standings.ts';

interface Asked {
  readonly db: Db;
  readonly tables: Tables;
  readonly actor: Actor;
  readonly today: Day;
}
/** Whoever has so many before him names people in bulk, and then sees the next ones. */
const MOST = 500;

/** The one that waits longest first. */
export async function filesToName(asked: Asked, kinds: Iterable<FileKind>): Promise<OfKind[]> {
  const { db, tables, actor } = asked;
  if (!isOffered(actor, ASSIGN, PRINCIPALS)) return [];
  const those = [...kinds];
  const wanted = those.map((kind) => ({ machine: kind.machine.name, states: statesByName(kind) }));
  const files = await filesInStates(db, tables, { wanted, limit: MOST });
  if (files.length === 0) return [];
  const staffing = await staffingOf(asked, files);
  const found: OfKind[] = [];
  for (const kind of those) {
    const own = files.filter(({ machine }) => machine === kind.machine.name);
    const standings = own.length === 0 ? new Map<string, never>() : await standingsOf(asked, kind, own);
    for (const file of own) {
      const standing = standings.get(file.id)!;
      const mayName = mayAssign(standing) && kind.mayRead(actor, standing.touched, file.state);
      if (mayName && staffing.missing({ kind, file }).length > 0) found.push({ kind, file });
    }
  }
  return found.toSorted((a, b) => a.file.enteredAt - b.file.enteredAt);
}
