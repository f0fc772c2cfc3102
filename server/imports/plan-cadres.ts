import { cadresByCitizenId, cadresByStaffNo } from '../../db/queries/roster.ts';
import type { Row } from '../../db/tables/index.ts';
import { fault } from './fault.ts';
import { otherName, RECUSED } from './people.ts';
import type { Planning } from './planning.ts';
import { type KnownUnits, OUT_OF_SCOPE } from './plan-units.ts';
import type { Sheets } from './read-book.ts';
import type { rosterSheets } from './sheets-of-roster.ts';

type RosterSheets = Sheets<typeof rosterSheets>;
type CadreSheet = RosterSheets['cadres'];
type CadreRow = CadreSheet['rows'][number];

export interface KnownCadre {
  readonly id: string;
  readonly name: string;
}
/** By staff number; null where the file's own row of the person is at fault, which is said there already. */
export type KnownCadres = ReadonlyMap<string, KnownCadre | null>;

export async function planCadres(
  planning: Planning,
  { cadres: sheet, appointments }: RosterSheets,
  units: KnownUnits,
): Promise<KnownCadres> {
  const { db, tables, sealed } = planning.here;
  const staffNos = [...sheet.known('staffNo'), ...appointments.known('staffNo')];
  const stored = new Map((await cadresByStaffNo(db, tables, staffNos)).map((each) => [each.staffNo, each]));
  const codes = new Map([...units.stored.values()].map(({ id, code }) => [id, code]));
  const isReached = ({ unitId }: Row<'cadres'>) => units.isReached(codes.get(unitId) ?? '');
  const known = new Map<string, KnownCadre | null>(
    [...stored.values()].filter(isReached).map((cadre) => [cadre.staffNo, cadre]),
  );
  for (const staffNo of sheet.known('staffNo')) if (!stored.has(staffNo)) known.set(staffNo, null);
  const lookups = new Map([...sheet.known('citizenId')].map((id) => [id, sealed.lookup(id)]));
  const found = await cadresByCitizenId(db, tables, [...lookups.values()]);
  const owners = new Map(found.map(({ citizenIdLookup, staffNo }) => [citizenIdLookup, staffNo]));
  const ids: Ids = { lookups, owners, seen: new Map() };
  for (const row of sheet.rows) {
    const before = stored.get(row.values.staffNo ?? '');
    if (before && !isReached(before)) {
      sheet.refuse(row, 'staffNo', OUT_OF_SCOPE);
      continue;
    }
    if (before) refuseOtherName(sheet, row, before);
    const home = homeOf(sheet, row, units, before);
    refuseSharedId(sheet, row, ids);
    if (!row.isSound || home === null) continue;
    known.set(row.values.staffNo, planOne(planning, row, { home, before, lookups }));
    if (before && row.outcome === 'updated' && planning.here.recused.has(before.id))
      sheet.refuse(row, 'staffNo', RECUSED);
  }
  return known;
}

function refuseOtherName(sheet: CadreSheet, row: CadreRow, { staffNo, name }: Row<'cadres'>): void {
  const { name: given, formerName } = row.values;
  if (given == null || given === name || formerName === name) return;
  sheet.refuse(row, 'name', otherName(staffNo, name));
}

interface Home {
  readonly unitId: string;
  readonly postTitle: string;
}

/** Where the person serves: two columns, or one that begins with the unit's name. */
function homeOf(
  sheet: CadreSheet,
  row: CadreRow,
  units: KnownUnits,
  before: Row<'cadres'> | undefined,
): Home | null {
  const { unitCode, postTitle, unitAndPost } = row.values;
  const split = unitAndPost === null ? null : units.splitPost(unitAndPost);
  if (unitAndPost !== null && unitCode === null && split === null) {
    const problem = `“${unitAndPost}”不是以单位名称开头`;
    sheet.refuse(row, 'unitAndPost', fault('unknownUnit', problem, '写成“单位名称＋职务”，或改填单位编码'));
    return null;
  }
  const code = unitCode ?? split?.code ?? null;
  const title = postTitle ?? split?.postTitle ?? before?.postTitle ?? null;
  // A cell that was there but could not be read has been refused already.
  if (code === null && !before && row.isSound) sheet.refuse(row, 'unitCode', blank('单位编码'));
  if ((title === null || title === '') && row.isSound) sheet.refuse(row, 'postTitle', blank('职务'));
  if (code === null) return before ? { unitId: before.unitId, postTitle: title ?? '' } : null;
  const unitId = units.idOf(code);
  if (unitId === null) sheet.refuse(row, 'unitCode', units.unknown(code));
  else if (!units.isReached(code)) sheet.refuse(row, 'unitCode', OUT_OF_SCOPE);
  return unitId === null ? null : { unitId, postTitle: title ?? '' };
}

const blank = (header: string) =>
  fault('missingRequired', `“${header}”不能为空`, `填写${header}，或填“所在单位及职务”`);

interface Ids {
  /** How each citizen ID of the file is found in the store. */
  readonly lookups: ReadonlyMap<string, string>;
  readonly owners: ReadonlyMap<string | null, string>;
  readonly seen: Map<string, CadreRow>;
}

function refuseSharedId(sheet: CadreSheet, row: CadreRow, { lookups, owners, seen }: Ids): void {
  const { citizenId, staffNo } = row.values;
  if (citizenId === null) return;
  const first = seen.get(citizenId);
  const owner = owners.get(lookups.get(citizenId) ?? null);
  if (first) {
    const problem = `身份证号与第 ${first.at + 1} 行相同`;
    sheet.refuse(row, 'citizenId', fault('duplicateCitizenId', problem, '核对两人的身份证号'));
  } else if (owner !== undefined && owner !== staffNo)
    sheet.refuse(
      row,
      'citizenId',
      fault('duplicateCitizenId', '名册中另一工号已有此身份证号', '核对工号与身份证号'),
    );
  seen.set(citizenId, row);
}

function planOne(
  planning: Planning,
  row: CadreRow,
  { home, before, lookups }: Pick<Ids, 'lookups'> & { home: Home; before: Row<'cadres'> | undefined },
): KnownCadre {
  const { sealed, nameKeysOf, newId } = planning.here;
  const { staffNo, name, rank, template, cadreSince, retiresOn, isSpecialist, isPartySecretary } = row.values;
  const { citizenId, phone } = row.values;
  const said = { name, ...nameKeysOf(name), ...home, template, rank, cadreSince, retiresOn };
  const lookup = citizenId === null ? null : (lookups.get(citizenId) ?? null);
  if (before) {
    const isSameId = citizenId === null || before.citizenIdLookup === lookup;
    const isSamePhone =
      phone === null || (before.phoneSealed !== null && sealed.unseal(before.phoneSealed) === phone);
    row.outcome = planning.change('cadres', before, {
      ...said,
      isSpecialist: isSpecialist ?? before.isSpecialist,
      isPartySecretary: isPartySecretary ?? before.isPartySecretary,
      ...(isSameId ? {} : { citizenIdSealed: sealed.seal(citizenId), citizenIdLookup: lookup }),
      ...(isSamePhone ? {} : { phoneSealed: sealed.seal(phone) }),
    });
    return { id: before.id, name };
  }
  const id = newId('cad');
  planning.add('cadres', {
    id,
    staffNo,
    ...said,
    isSpecialist: isSpecialist ?? false,
    isPartySecretary: isPartySecretary ?? false,
    citizenIdSealed: citizenId === null ? null : sealed.seal(citizenId),
    citizenIdLookup: lookup,
    phoneSealed: phone === null ? null : sealed.seal(phone),
    version: 1,
  });
  row.outcome = 'added';
  return { id, name };
}
