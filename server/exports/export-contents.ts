// Whom an export holds, and what it says of them: asked of the same lists as the screen, for the same actor.
import type { z } from 'zod';
import type { NewSheet } from '../adapters/spreadsheet.ts';
import type { AppraisalsService } from '../appraisals/appraisals.service.ts';
import type { CadresService } from '../cadres/cadres.service.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { MyRecordService } from '../my-record/my-record.service.ts';
import type { Actor } from '../permissions/actor.ts';
import { cellOf } from '../permissions/matrix.ts';
import { ownSheets, resultsSheet, rosterSheet } from './export-sheets.ts';
import type { RequestExport } from './exports.contract.ts';

type WithoutReason<Request> = Request extends unknown ? Omit<Request, 'reason'> : never;
export type Wanted = WithoutReason<z.infer<typeof RequestExport>>;

export interface Lists {
  readonly cadres: Pick<CadresService, 'roster' | 'cadre'>;
  readonly appraisals: Pick<AppraisalsService, 'page'>;
  readonly myRecord: MyRecordService;
}
export interface Contents {
  readonly cadreIds: readonly string[];
  readonly sheets: readonly NewSheet[];
}

const PERMISSION = 'export.create';
const MOST_ON_A_PAGE = 200;

/** Only offices that may take lists out count: a leader reads his unit's list, but does not export it. */
const exporting = (actor: Actor): Actor => ({
  ...actor,
  roles: actor.roles.filter(({ role }) => ['units', 'all'].includes(cellOf(PERMISSION, role).reach)),
});

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}
async function everyPage<Item>(ask: (after: string | undefined) => Promise<PageOf<Item>>): Promise<Item[]> {
  const all: Item[] = [];
  for (let after: string | undefined; ;) {
    const { items, next } = await ask(after);
    all.push(...items);
    if (next === null) return all;
    after = next;
  }
}

export function exportContents({ cadres, appraisals, myRecord }: Lists) {
  async function count(actor: Actor, wanted: Wanted): Promise<number> {
    const only = { limit: 1 };
    if (wanted.what === 'roster')
      return (await cadres.roster(exporting(actor), { ...wanted.query, ...only })).total;
    if (wanted.what === 'results')
      return (await appraisals.page(exporting(actor), { ...wanted.query, ...only })).total;
    if (actor.cadreId === null) throw new Refused(notFound);
    return 1;
  }

  async function own(actor: Actor): Promise<Contents> {
    if (actor.cadreId === null) throw new Refused(notFound);
    const profile = await cadres.cadre(actor, { id: actor.cadreId });
    const { years } = await myRecord.years(actor);
    const results = [];
    for (const year of years) results.push(await myRecord.result(actor, { year }));
    return { cadreIds: [actor.cadreId], sheets: ownSheets(profile, results) };
  }

  async function collect(actor: Actor, wanted: Wanted): Promise<Contents> {
    const limit = MOST_ON_A_PAGE;
    if (wanted.what === 'roster') {
      const { query } = wanted;
      const people = await everyPage((after) => cadres.roster(exporting(actor), { ...query, limit, after }));
      return { cadreIds: people.map(({ id }) => id), sheets: [rosterSheet(people)] };
    }
    if (wanted.what === 'results') {
      const { query } = wanted;
      const results = await everyPage((after) =>
        appraisals.page(exporting(actor), { ...query, limit, after }),
      );
      return {
        cadreIds: results.map(({ cadreId }) => cadreId),
        sheets: [resultsSheet(query.year, results)],
      };
    }
    return own(actor);
  }

  return { count, collect };
}
