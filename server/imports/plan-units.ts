import { visibleUnits } from '../../db/queries/roster.ts';
import type { Row } from '../../db/tables/index.ts';
import { fault } from './fault.ts';
import { nearestWord } from './nearest-word.ts';
import { type Planning, reaches } from './planning.ts';
import type { Sheets } from './read-book.ts';
import type { rosterSheets } from './sheets-of-roster.ts';

type UnitSheet = Sheets<typeof rosterSheets>['units'];

/** The units of store and file together, by code. */
export class KnownUnits {
  readonly stored: ReadonlyMap<string, Row<'units'>>;
  readonly #ids = new Map<string, string>();
  readonly #parents = new Map<string, string | null>();
  readonly #names = new Map<string, string>();
  readonly #planning: Planning;

  constructor(planning: Planning, stored: readonly Row<'units'>[], sheet: UnitSheet) {
    this.#planning = planning;
    this.stored = new Map(stored.map((unit) => [unit.code, unit]));
    const codes = new Map(stored.map(({ id, code }) => [id, code]));
    for (const { id, code, name, parentId } of stored) {
      this.#ids.set(code, id);
      this.#names.set(name, code);
      this.#parents.set(code, parentId === null ? null : (codes.get(parentId) ?? null));
    }
    for (const code of sheet.known('code'))
      if (!this.#ids.has(code)) this.#ids.set(code, planning.here.newId('un'));
    for (const { values } of sheet.rows) {
      if (values.code == null) continue;
      if (values.parentCode !== null) this.#parents.set(values.code, values.parentCode);
      if (values.name != null) this.#names.set(values.name, values.code);
    }
  }

  idOf(code: string): string | null {
    return this.#ids.get(code) ?? null;
  }

  /** “教务处处长”: the longest unit name it begins with, and the rest. */
  splitPost(text: string): { code: string; postTitle: string } | null {
    for (let length = text.length - 1; length > 0; length -= 1) {
      const code = this.#names.get(text.slice(0, length).trim());
      if (code !== undefined) return { code, postTitle: text.slice(length).trim() };
    }
    return null;
  }

  unknown(code: string) {
    const near = nearestWord(code, [...this.#ids.keys()]);
    const byName = this.#names.get(code);
    const suggestion = byName === undefined ? near : byName;
    return fault(
      'unknownUnit',
      `没有编码为“${code}”的单位`,
      suggestion === null ? '先在“单位”表中加上它' : `是否“${suggestion}”`,
    );
  }

  /** The code and those above it; ends at the top, or where it comes round to itself. */
  above(code: string): { codes: string[]; isCircle: boolean } {
    const codes = [code];
    for (let at = this.#parents.get(code) ?? null; at !== null; at = this.#parents.get(at) ?? null) {
      if (codes.includes(at)) return { codes, isCircle: true };
      codes.push(at);
    }
    return { codes, isCircle: false };
  }

  /** Within reach, itself or through a unit above it that is there already. */
  isReached(code: string): boolean {
    return this.above(code).codes.some((each) =>
      reaches(this.#planning.here, this.stored.get(each)?.id ?? null),
    );
  }
}

export const OUT_OF_SCOPE = fault('outOfScope', '不在您的管理范围', '请由管理该单位的人导入');

export async function planUnits(planning: Planning, sheet: UnitSheet): Promise<KnownUnits> {
  const { db, tables, unitKeyOf } = planning.here;
  const units = new KnownUnits(planning, await visibleUnits(db, tables), sheet);
  for (const row of sheet.sound) {
    const { code, parentCode } = row.values;
    if (parentCode !== null && units.idOf(parentCode) === null)
      sheet.refuse(row, 'parentCode', units.unknown(parentCode));
    else if (units.above(code).isCircle)
      sheet.refuse(row, 'parentCode', fault('circularParent', '上级单位绕了一圈', '改正其中一个上级'));
    else if (!units.isReached(code)) sheet.refuse(row, 'code', OUT_OF_SCOPE);
  }
  // The store wants a parent before its children.
  const depth = (code: string): number => units.above(code).codes.length;
  const rows = sheet.sound.toSorted((a, b) => depth(a.values.code) - depth(b.values.code));
  for (const row of rows) {
    const { code, name, kind, parentCode } = row.values;
    const parentId = parentCode === null ? null : units.idOf(parentCode);
    const stored = units.stored.get(code);
    const said = { name, nameKey: unitKeyOf(name), kind, parentId };
    if (stored) row.outcome = planning.change('units', stored, said);
    else {
      planning.add('units', { id: units.idOf(code)!, code, ...said, version: 1 });
      row.outcome = 'added';
    }
  }
  return units;
}
