// Whom the rows of a sheet are about.
import { cadresByStaffNo } from '../../db/queries/roster.ts';
import type { Row } from '../../db/tables/index.ts';
import { fault } from './fault.ts';
import { nearestWord } from './nearest-word.ts';
import { type Circumstances, reaches } from './planning.ts';
import type { ReadSheet, SheetRow } from './read-sheet.ts';
import type { staffNo, nameToCheck } from './sheets-of-roster.ts';

/** The columns every sheet about people begins with. */
export type AboutPeople = { staffNo: typeof staffNo; name: typeof nameToCheck };
export type Cadres = ReadonlyMap<string, Row<'cadres'>>;

/** The cadres within reach that the sheets speak of, by staff number. */
export async function cadresSpokenOf(
  here: Circumstances,
  sheets: readonly { known(key: 'staffNo'): Set<string> }[],
): Promise<Cadres> {
  const staffNos = sheets.flatMap((sheet) => [...sheet.known('staffNo')]);
  const found = await cadresByStaffNo(here.db, here.tables, staffNos);
  return new Map(found.filter(({ unitId }) => reaches(here, unitId)).map((cadre) => [cadre.staffNo, cadre]));
}

/** The rows whose person is known and is who the name says, with that person. */
export function* rowsWithCadre<C extends AboutPeople, Y>(
  { recused }: Pick<Circumstances, 'recused'>,
  sheet: ReadSheet<C, Y>,
  cadres: Cadres,
): Generator<readonly [row: SheetRow<C, Y>, cadre: Row<'cadres'>]> {
  for (const row of sheet.rows) {
    const { staffNo: number, name } = row.values as { staffNo: string | null; name: string | null };
    if (number === null) continue;
    const cadre = cadres.get(number);
    if (!cadre) sheet.refuse(row, 'staffNo', noSuchCadre(number, cadres));
    else if (name !== null && name !== cadre.name) sheet.refuse(row, 'name', otherName(number, cadre.name));
    else if (recused.has(cadre.id)) sheet.refuse(row, 'staffNo', RECUSED);
    else if (row.isSound) yield [row, cadre];
  }
}

function noSuchCadre(number: string, cadres: Cadres) {
  const near = number.length > 3 ? nearestWord(number, [...cadres.keys()]) : null;
  const suggestion = near === null ? '核对工号，或先把此人导入名册' : `是否 ${near}；或先把此人导入名册`;
  return fault('unknownCadre', `名册中没有工号 ${number}，或不在您的管理范围`, suggestion);
}

/** Of kin and conflicts somebody else enters whatever there is to enter; of oneself, findings. */
export const RECUSED = fault(
  'recused',
  '是您本人，或与您有亲属关系、已申报回避，须由他人录入',
  '从文件中删去此行，交由另一位工作人员录入',
);

export const otherName = (number: string, name: string) =>
  fault('nameMismatch', `工号 ${number} 在名册中是“${name}”`, `改为“${name}”，或核对工号`);

/** A stretch of days that ends before it begins. */
export const endsTooEarly = (from: string, to: string) =>
  fault('toBeforeFrom', `${to} 早于开始的 ${from}`, `填不早于 ${from} 的日期`);
