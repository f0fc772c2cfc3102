import { appointmentsOf } from '../../db/queries/roster.ts';
import { fault } from './fault.ts';
import { endsTooEarly, otherName, RECUSED } from './people.ts';
import { type KnownCadres, planCadres } from './plan-cadres.ts';
import { type KnownPosts, planPosts, unknownPost } from './plan-posts.ts';
import { type KnownUnits, OUT_OF_SCOPE, planUnits } from './plan-units.ts';
import type { Planning } from './planning.ts';
import type { Sheets } from './read-book.ts';
import type { rosterSheets } from './sheets-of-roster.ts';

type RosterSheets = Sheets<typeof rosterSheets>;
type Known = { units: KnownUnits; posts: KnownPosts; cadres: KnownCadres };

/** Units, then posts, then people, then who served where: each may name what the same file brings. */
export async function planRoster(planning: Planning, sheets: RosterSheets): Promise<void> {
  const units = await planUnits(planning, sheets.units);
  const posts = await planPosts(planning, sheets.posts, units);
  const cadres = await planCadres(planning, sheets, units);
  await planAppointments(planning, sheets.appointments, { units, posts, cadres });
}

async function planAppointments(
  planning: Planning,
  sheet: RosterSheets['appointments'],
  known: Known,
): Promise<void> {
  const { db, tables, newId } = planning.here;
  const cadreIds = [...sheet.known('staffNo')].flatMap((staffNo) => known.cadres.get(staffNo)?.id ?? []);
  const served = await appointmentsOf(db, tables, cadreIds);
  const nameOf = (...parts: readonly string[]): string => parts.join(' ');
  const stored = new Map(served.map((each) => [nameOf(each.cadreId, each.postId, each.fromOn), each]));
  for (const row of sheet.rows) {
    refuseUnknown(sheet, row, known);
    const { staffNo, postCode, from, to, isSensitive } = row.values;
    if (from != null && to !== null && to < from) sheet.refuse(row, 'to', endsTooEarly(from, to));
    const cadre = known.cadres.get(staffNo ?? '');
    const post = known.posts.get(postCode ?? '');
    if (!row.isSound) continue;
    // Of a person or post whose own row is at fault nothing is stored yet: this would be new.
    row.outcome = 'added';
    if (!cadre || !post) continue;
    const before = stored.get(nameOf(cadre.id, post.id, from));
    if (before) row.outcome = planning.change('appointments', before, { toOn: to, isSensitive });
    else
      planning.add('appointments', {
        id: newId('app'),
        cadreId: cadre.id,
        postId: post.id,
        unitId: post.unitId,
        rank: post.rank,
        fromOn: from,
        toOn: to,
        isSensitive: isSensitive ?? post.isSensitive,
        version: 1,
      });
    if (row.outcome !== 'unchanged' && planning.here.recused.has(cadre.id))
      sheet.refuse(row, 'staffNo', RECUSED);
  }
}

function refuseUnknown(
  sheet: RosterSheets['appointments'],
  row: RosterSheets['appointments']['rows'][number],
  { units, posts, cadres }: Known,
): void {
  const { staffNo, name, postCode } = row.values;
  const cadre = cadres.get(staffNo ?? '');
  if (staffNo != null && cadre === undefined)
    sheet.refuse(
      row,
      'staffNo',
      fault('unknownCadre', `名册和“干部”表中都没有工号 ${staffNo}`, '核对工号，或在“干部”表中加上此人'),
    );
  if (cadre && name !== null && name !== cadre.name)
    sheet.refuse(row, 'name', otherName(staffNo, cadre.name));
  const post = posts.get(postCode ?? '');
  if (postCode != null && post === undefined) sheet.refuse(row, 'postCode', unknownPost(postCode, posts));
  if (post && !units.isReached(post.unitCode)) sheet.refuse(row, 'postCode', OUT_OF_SCOPE);
}
