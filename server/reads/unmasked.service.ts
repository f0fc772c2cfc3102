// A citizen ID or phone number in whole: to the person, or to whoever a file names, and never without a trace.
import type { z } from 'zod';
import { fileById } from '../../db/queries/procedure-files.ts';
import { assignedAs } from '../../db/queries/procedure-people.ts';
import { cadreById } from '../../db/queries/roster.ts';
import { addRows } from '../../db/rows.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import { seesFile } from '../cadres/visible-cadres.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { Actor, Touched } from '../permissions/actor.ts';
import { dutyOf, may } from '../permissions/may.ts';
import { denyRecused } from '../relations/deny-recused.ts';
import { readOf } from './note-read.ts';
import type { Unmask, Unmasked } from './reads.contract.ts';
import { namedInNoFile, reasonMissing } from './reads.problems.ts';

const PERMISSION = 'profile.citizen_id.read';

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly dayOf: (instant: number) => Day;
  readonly newId: (prefix: string) => string;
}
type Asked = z.infer<typeof Unmask> & { readonly id: string };

export function unmaskedService(needed: Needed) {
  const { store, newId } = needed;
  const { read: db, tables } = store;

  /** As whom the actor is named in a file, if it is this person's. */
  async function namedIn(fileId: string | undefined, cadreId: string, { accountId }: Actor) {
    const file = fileId === undefined ? undefined : await fileById(db, tables, fileId);
    return file?.cadreId === cadreId ? assignedAs(db, tables, file.id, accountId) : new Set<string>();
  }

  async function refuseOthers(actor: Actor, row: Row<'cadres'>, touched: Touched): Promise<void> {
    await denyRecused(needed, actor, { ...touched, permission: PERMISSION, cadreId: row.id });
    if (may(actor, PERMISSION, touched)) return;
    const asked = { db, tables, actor, permission: 'profile.read' };
    const isKnown = await seesFile(asked, { cadreId: row.id, unitId: row.unitId, rank: row.rank });
    throw new Refused(isKnown ? namedInNoFile : notFound);
  }

  /** The trace is written before the value is answered: whoever got it is on record. */
  async function unmask(actor: Actor, asked: Asked): Promise<z.infer<typeof Unmasked>> {
    const { id, field, reason, fileId } = asked;
    const row = await cadreById(db, tables, id);
    if (!row) throw new Refused(notFound);
    const assigned = await namedIn(fileId, id, actor);
    const touched = { cadreId: id, unitId: row.unitId, assigned };
    await refuseOthers(actor, row, touched);
    if (actor.cadreId !== id) await note(actor, { row, field, reason, touched });
    const sealed = field === 'citizenId' ? row.citizenIdSealed : row.phoneSealed;
    return { value: sealed === null ? null : store.sealed.unseal(sealed) };
  }

  interface Noted extends Pick<Asked, 'field' | 'reason'> {
    readonly row: Row<'cadres'>;
    readonly touched: Touched;
  }

  async function note(actor: Actor, { row, field, reason, touched }: Noted): Promise<void> {
    if (reason === undefined) throw new Refused(reasonMissing, { places: [atReason] });
    const duty = dutyOf(actor, PERMISSION, touched);
    const act = { actor: actor.accountId, duty, deed: `profile.${field}.unmasked`, subject: row.id };
    const seen = readOf(needed, { actor, duty, cadreId: row.id, what: field });
    await store.write({ ...act, reason }, (tx, changed) =>
      addRows(tx, changed, tables.recordReads, [{ ...seen, id: newId('read'), reason }]),
    );
  }

  return { unmask };
}
export type UnmaskedService = ReturnType<typeof unmaskedService>;

const atReason = { pointer: '/reason', detail: reasonMissing.title };
