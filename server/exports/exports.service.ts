// Exports: asked for with a reason, released by a second person above fifty people, each download on record.
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { accountLabels } from '../../db/queries/account-labels.ts';
import { exportById, exportsAskedBy, exportsAwaiting } from '../../db/queries/exports.ts';
import { readsAmong } from '../../db/queries/reads.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Db, Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import type { NewSheet } from '../adapters/spreadsheet.ts';
import { notFound, Refused, staleVersion } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { dutyOf, may } from '../permissions/may.ts';
import { readOf } from '../reads/note-read.ts';
import { type Contents, exportContents, type Lists, type Wanted } from './export-contents.ts';
import { stamped } from './export-sheets.ts';
import { exportViews, fetchableUntil } from './export-views.ts';
import type {
  DecideExport,
  ExportPage,
  ExportQuery,
  ExportsAwaiting,
  ExportView,
  RequestExport,
} from './exports.contract.ts';
import {
  exportAwaits,
  exportDecided,
  exportGrew,
  exportOver,
  exportRefused,
  nothingToExport,
  releaserIsRequester,
} from './exports.problems.ts';

type Export = Row<'exports'>;
type View = z.infer<typeof ExportView>;
const CREATE = 'export.create';
const RELEASE = 'export.release';
/** Above this a second person releases. */
const MOST_ALONE = 50;

export interface ExportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
export interface ExportsService {
  request(actor: Actor, input: z.infer<typeof RequestExport>): Promise<View>;
  own(actor: Actor, input: z.infer<typeof ExportQuery>): Promise<z.infer<typeof ExportPage>>;
  awaiting(actor: Actor): Promise<z.infer<typeof ExportsAwaiting>>;
  decide(actor: Actor, input: z.infer<typeof DecideExport> & { id: string }): Promise<View>;
  file(actor: Actor, input: { id: string }): Promise<ExportFile>;
}
interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly dayOf: (instant: number) => Day;
  readonly newId: (prefix: string) => string;
  readonly lists: Lists;
  readonly writeWorkbook: (sheets: readonly NewSheet[]) => Promise<Uint8Array>;
}

export function exportsService(needed: Needed): ExportsService {
  const { store, now, dayOf, newId, writeWorkbook } = needed;
  const { read: db, tables } = store;
  const contents = exportContents(needed.lists);

  const actOf = (actor: Actor, permission: string, { deed, id, reason }: Record<string, string>) => ({
    ...{ actor: actor.accountId, duty: dutyOf(actor, permission), deed: deed!, subject: id! },
    reason: reason!,
  });
  const viewed = async (row: Export): Promise<View> => (await exportViews({ db, tables }, [row]))[0]!;

  /** An export of the actor's own that may be fetched now. */
  async function fetchable(from: Db, { accountId }: Actor, id: string): Promise<Export> {
    const row = await exportById(from, tables, id);
    if (row?.requestedBy !== accountId) throw new Refused(notFound);
    if (row.state === 'awaiting') throw new Refused(exportAwaits);
    if (row.state === 'refused') throw new Refused(exportRefused);
    if (now() > (fetchableUntil(row) ?? 0)) throw new Refused(exportOver);
    return row;
  }

  /** What was released is what was asked for, not more. */
  function refuseGrown({ people, state }: Export, { cadreIds }: Contents): void {
    const most = state === 'released' ? people : MOST_ALONE;
    if (cadreIds.length > most) throw new Refused(exportGrew);
    if (cadreIds.length === 0) throw new Refused(nothingToExport);
  }

  async function stampFor(actor: Actor, { id, reason }: Export, people: number) {
    const label = (await accountLabels(db, tables, [actor.accountId])).get(actor.accountId);
    const { staffNo } = actor;
    const who = label?.name == null ? staffNo : `${label.name}（${staffNo}）`;
    return { id, who, when: inBeijing(now()), reason, people };
  }

  /** For each person but the actor: that this export of today held him, and what for. */
  const readsIn = (
    exportId: string,
    actor: Actor,
    duty: string,
    reason: string,
    cadreIds: readonly string[],
  ) =>
    cadreIds
      .filter((cadreId) => cadreId !== actor.cadreId)
      .map((cadreId) => readOf(needed, { actor, duty, cadreId, what: 'export' }))
      .map((row) => ({ ...row, id: `${row.id}_${exportId}`, reason }));

  /** One entry for the download, and a note for each person in it. */
  async function note(actor: Actor, { id, reason }: Export, { cadreIds }: Contents, contentHash: string) {
    const duty = dutyOf(actor, CREATE);
    const act = actOf(actor, CREATE, { deed: 'export.downloaded', id, reason });
    await store.write(act, async (tx, changed) => {
      const before = await fetchable(tx, actor, id);
      await changeRow(tx, changed, tables.exports, { before, set: { contentHash } });
      const rows = readsIn(id, actor, duty, reason, cadreIds);
      const there = await readsAmong(
        tx,
        tables,
        rows.map((row) => row.id),
      );
      const fresh = rows.filter((row) => !there.has(row.id));
      if (fresh.length > 0) await addRows(tx, changed, tables.recordReads, fresh);
    });
  }

  return {
    async request(actor, { reason, ...wanted }) {
      const people = await contents.count(actor, wanted);
      if (people === 0) throw new Refused(nothingToExport);
      const { what, query } = wanted;
      const id = newId('exp');
      const row: Export = {
        ...{ id, what, query: whatIsSaid(query), reason, people },
        state: people > MOST_ALONE ? 'awaiting' : 'ready',
        ...{ requestedBy: actor.accountId, requestedAt: now() },
        ...{ decidedBy: null, decidedAt: null, decidedReason: null, contentHash: null, version: 1 },
      };
      const act = actOf(actor, CREATE, { deed: 'export.requested', id, reason });
      await store.write(act, (tx, changed) => addRows(tx, changed, tables.exports, [row]));
      return viewed(row);
    },

    async own({ accountId }, { after, limit }) {
      const page = await exportsAskedBy(db, tables, { accountId, after: after ?? null, limit });
      return { items: await exportViews({ db, tables }, page.items), next: page.next };
    },

    async awaiting(actor) {
      if (!may(actor, RELEASE)) throw new Refused(notFound);
      const rows = await exportsAwaiting(db, tables, { notBy: actor.accountId });
      return { items: await exportViews({ db, tables }, rows) };
    },

    async decide(actor, { id, event, version, reason }) {
      const state = event === 'release' ? ('released' as const) : ('refused' as const);
      const act = actOf(actor, RELEASE, { deed: `export.${state}`, id, reason });
      const after = await store.write(act, async (tx, changed) => {
        const before = await exportById(tx, tables, id);
        if (!before) throw new Refused(notFound);
        if (before.requestedBy === actor.accountId) throw new Refused(releaserIsRequester);
        if (before.state !== 'awaiting') throw new Refused(exportDecided);
        if (before.version !== version) throw new Refused(staleVersion);
        const decided = { decidedBy: actor.accountId, decidedAt: now(), decidedReason: reason };
        return changeRow(tx, changed, tables.exports, { before, set: { ...decided, state } });
      });
      return viewed(after);
    },

    /** Made anew each time, under the rights and the facts of the moment. */
    async file(actor, { id }) {
      const row = await fetchable(db, actor, id);
      // Its shape was checked when it was asked for.
      const found = await contents.collect(actor, row as unknown as Wanted);
      refuseGrown(row, found);
      const stamp = await stampFor(actor, row, found.cadreIds.length);
      const bytes = await writeWorkbook(stamped(stamp, found.sheets));
      await note(actor, row, found, createHash('sha256').update(bytes).digest('hex'));
      return { name: `${NAMES[row.what as Wanted['what']]}-${dayOf(now())}`, bytes };
    },
  };
}

const NAMES = { roster: '干部名册', results: '年度考核', ownRecord: '本人档案' } as const;

/** The conditions that were set; those left out are not kept as blanks. */
const whatIsSaid = (query: object): Export['query'] =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));

const EIGHT_HOURS_MS = 8 * 3_600_000;
const inBeijing = (at: number): string =>
  `${new Date(at + EIGHT_HOURS_MS).toISOString().slice(0, 16).replace('T', ' ')}（北京时间）`;
