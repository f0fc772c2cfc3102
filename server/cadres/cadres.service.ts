import type { z } from 'zod';
import { postsHeldBy } from '../../db/queries/files.ts';
import {
  cadreById,
  cadreCount,
  cadrePage,
  cadresPerUnit,
  unitNames,
  visibleUnits,
} from '../../db/queries/roster.ts';
import { yearsEnrolled } from '../../db/queries/years.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { dutyOf, seesMasked } from '../permissions/may.ts';
import { noteRead } from '../reads/note-read.ts';
import { denyRecused } from '../relations/deny-recused.ts';
import type { CadrePage, CadreQuery, CadreView, UnitList } from './cadres.contract.ts';
import { masked } from './masked.ts';
import { subtreeCounts } from './subtree-counts.ts';
import { narrowedTo, seesFile, visibleCadres } from './visible-cadres.ts';

const PERMISSION = 'profile.read';

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly dayOf: (instant: number) => Day;
  readonly newId: (prefix: string) => string;
}

/** The roster as it is read: units, people, one person's file. */
export function cadresService(needed: Needed) {
  const { store } = needed;
  const { read: db, tables } = store;

  /** The units in reach, each with the people of its whole subtree. */
  async function units(actor: Actor): Promise<z.infer<typeof UnitList>> {
    const visible = await visibleCadres({ db, tables, actor, permission: PERMISSION });
    const inReach = visible.unitIds && new Set(visible.unitIds);
    const shown = (await visibleUnits(db, tables)).filter(({ id }) => inReach?.has(id) ?? true);
    const own = await cadresPerUnit(db, tables, { search: '', ...visible });
    const totals = subtreeCounts(shown, new Map(own.map((row) => [row.unitId, row.cadreCount])));
    const ids = new Set(shown.map(({ id }) => id));
    return {
      items: shown.map(({ id, code, name, kind, parentId }) => ({
        id,
        code,
        name,
        kind,
        parentId: parentId !== null && ids.has(parentId) ? parentId : null,
        cadreCount: totals.get(id) ?? 0,
      })),
    };
  }

  async function roster(
    actor: Actor,
    { q = '', unit, after, limit }: z.infer<typeof CadreQuery>,
  ): Promise<z.infer<typeof CadrePage>> {
    const visible = await visibleCadres({ db, tables, actor, permission: PERMISSION });
    const filter = { ...visible, search: q, unitIds: await narrowedTo(unit, visible, { db, tables }) };
    const page = await cadrePage(db, tables, { ...filter, after: after ?? null, limit });
    const names = await unitNames(db, tables);
    return {
      items: page.items.map(({ id, staffNo, name, unitId, postTitle, rank, template, cadreSince }) => ({
        id,
        staffNo,
        name,
        unitName: names.get(unitId) ?? '',
        postTitle,
        rank,
        template,
        // As on the person's page: a masked cell says no dates.
        cadreSince: seesMasked(actor, PERMISSION, { cadreId: id, unitId }) ? null : cadreSince,
      })),
      next: page.next,
      total: await cadreCount(db, tables, filter),
    };
  }

  /** One person's file; that somebody looked is on record, once a day. */
  async function cadre(actor: Actor, { id }: { id: string }): Promise<z.infer<typeof CadreView>> {
    const row = await cadreById(db, tables, id);
    const asked = { db, tables, actor, permission: PERMISSION };
    if (row) await denyRecused(needed, actor, { permission: PERMISSION, cadreId: id, unitId: row.unitId });
    if (!row || !(await seesFile(asked, { cadreId: id, unitId: row.unitId, rank: row.rank })))
      throw new Refused(notFound);
    if (id !== actor.cadreId) await noteView(actor, row);
    return viewOf(row, seesMasked(actor, PERMISSION, { cadreId: id, unitId: row.unitId }));
  }

  async function noteView(actor: Actor, row: Row<'cadres'>): Promise<void> {
    const duty = dutyOf(actor, PERMISSION, { cadreId: row.id, unitId: row.unitId });
    await noteRead(needed, { actor, duty, cadreId: row.id, what: 'profile' });
  }

  async function viewOf(row: Row<'cadres'>, isMasked: boolean): Promise<z.infer<typeof CadreView>> {
    const held = await postsHeldBy(db, tables, row.id);
    const names = await unitNames(db, tables);
    const opened = (sealed: string | null) => (sealed === null ? null : masked(store.sealed.unseal(sealed)));
    return {
      id: row.id,
      staffNo: row.staffNo,
      name: row.name,
      unitId: row.unitId,
      unitName: names.get(row.unitId) ?? '',
      postTitle: row.postTitle,
      rank: row.rank,
      template: row.template,
      citizenIdMasked: isMasked ? null : opened(row.citizenIdSealed),
      phoneMasked: isMasked ? null : opened(row.phoneSealed),
      cadreSince: isMasked ? null : row.cadreSince,
      retiresOn: isMasked ? null : row.retiresOn,
      isSpecialist: row.isSpecialist,
      isPartySecretary: row.isPartySecretary,
      posts: held.map(({ postName, unitName, rank, fromOn, toOn, isSensitive }) => ({
        postName,
        unitName,
        rank,
        fromOn,
        toOn,
        isSensitive,
      })),
      years: await yearsEnrolled(db, tables, row.id),
    };
  }

  return { units, roster, cadre };
}
export type CadresService = ReturnType<typeof cadresService>;
