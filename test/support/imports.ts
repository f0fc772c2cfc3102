// The imports over a store of one's own, people who may use them, and an invented roster of any size.
import type { Store, StoreOptions } from '../../db/store.ts';
import type { BatchKind } from '../../db/tables/imports.ts';
import { nameKeysOf, unitKeyOf } from '../../server/adapters/pinyin.ts';
import type { NewSheet } from '../../server/adapters/spreadsheet.ts';
import { inactionKind } from '../../server/conduct/inaction-kind.ts';
import { batchesService, type BatchesService } from '../../server/imports/batches.service.ts';
import { checkSignOf } from '../../server/imports/citizen-id.ts';
import { importFiles } from '../../server/imports/import-files.ts';
import { importsService, type ImportsService } from '../../server/imports/imports.service.ts';
import { rosterWorkbook } from '../../server/imports/templates.ts';
import { dayOf } from '../../server/main.ts';
import type { Actor } from '../../server/permissions/actor.ts';
import type { Role } from '../../server/permissions/matrix.ts';
import { ORDINARY_WEEKS } from '../../server/procedures/working-days.ts';
import { NOON } from './rows.ts';

export const anActor = (role: Role, more: Partial<Actor> & { units?: readonly string[] } = {}): Actor => {
  const { units, ...rest } = more;
  return {
    accountId: `acc_${role}`,
    staffNo: role,
    cadreId: null,
    roles: [{ role, units: units ? new Set(units) : null }],
    language: 'zh',
    ...rest,
  };
};
export const hr = anActor('hr');
export const head = anActor('hr_head');

export interface Imports {
  readonly imports: ImportsService;
  readonly batches: BatchesService;
  readonly store: Store;
}

type Home = { store: Store; options: Pick<StoreOptions, 'newId'> };

export function importsOver({ store, options: { newId } }: Home): Imports {
  const now = () => NOON;
  const needed = {
    ...{ store, newId, nameKeysOf, unitKeyOf, files: importFiles, now },
    today: () => '2026-12-31',
  };
  const kinds = new Map([inactionKind()].map((kind) => [kind.machine.name, kind]));
  const here = { now, newId, dayOf, kinds, calendar: async () => ORDINARY_WEEKS };
  return { store, imports: importsService(needed), batches: batchesService({ store, here }) };
}

export interface Given {
  readonly kind: BatchKind;
  readonly year?: number;
  readonly actor?: Actor;
}
const asFile = (bytes: Uint8Array, name = '导入.xlsx') => ({ name, bytes });

/** Tries the sheets, and takes them in if that found nothing wrong. */
export async function bringSheets({ imports }: Imports, sheets: readonly NewSheet[], given: Given) {
  const { kind, year = null, actor = hr } = given;
  const input = { kind, year, file: asFile(await importFiles.write(sheets)) };
  const { fileHash, problems } = await imports.dryRun(actor, input);
  if (problems.length > 0) throw new Error(JSON.stringify(problems.slice(0, 5)));
  return imports.apply(actor, { ...input, fileHash });
}

/** What a dry run says about the sheets. */
export async function trySheets({ imports }: Imports, sheets: readonly NewSheet[], given: Given) {
  const { kind, year = null, actor = hr } = given;
  return imports.dryRun(actor, { kind, year, file: asFile(await importFiles.write(sheets)) });
}

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许';
const GIVEN_NAMES = '明华建国志强文海春秋兰芳玉梅思远嘉禾景行';
const CITIZENS_FROM = 8_000_000;
const sign = (signs: string, at: number): string => signs.charAt(at % signs.length);

export const staffNoOf = (i: number): string => `T${String(i + 1).padStart(5, '0')}`;
export const nameOf = (i: number): string =>
  sign(SURNAMES, i) + sign(GIVEN_NAMES, Math.floor(i / 20)) + sign(GIVEN_NAMES, Math.floor(i / 400) + i);

/** A citizen ID that belongs to nobody: an area that was never assigned, and the right check sign. */
export function citizenIdOf(i: number): string {
  const number = String(CITIZENS_FROM + i);
  const digits = `99${number.slice(0, 4)}1975${String((i % 12) + 1).padStart(2, '0')}15${number.slice(4)}`;
  return digits + checkSignOf(digits);
}

const UNITS = [
  '教务处',
  '科研处',
  '人事处',
  '财务处',
  '后勤处',
  '文学院',
  '理学院',
  '工学院',
  '医学院',
  '图书馆',
];

export const someUnits = UNITS.map((name, i) => ({
  code: `U${i + 1}`,
  name,
  kind: i < 5 ? ('administration' as const) : ('college' as const),
  parentCode: i === 0 ? null : 'U1',
}));
export const somePosts = UNITS.map((name, i) => ({
  code: `P${i + 1}`,
  name: `${name}负责人`,
  unitCode: `U${i + 1}`,
  rank: '正处' as const,
  isChief: true,
  isSensitive: i === 3,
}));
export const someCadres = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    staffNo: staffNoOf(i),
    name: nameOf(i),
    citizenId: citizenIdOf(i),
    phone: `1380000${String(i).padStart(4, '0')}`,
    unitCode: `U${(i % UNITS.length) + 1}`,
    postTitle: '处长',
    rank: '正处' as const,
    template: i % 3 === 0 ? ('principal' as const) : ('member' as const),
    cadreSince: '2015-09-01',
    retiresOn: '2040-03-31',
    isSpecialist: false,
    isPartySecretary: i % 5 === 0,
  }));
export const someAppointments = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    staffNo: staffNoOf(i),
    postCode: `P${(i % UNITS.length) + 1}`,
    from: '2019-01-01',
    to: null,
    isSensitive: null,
  }));

export const aRoster = (count: number): NewSheet[] =>
  rosterWorkbook({
    units: someUnits,
    posts: somePosts,
    cadres: someCadres(count),
    appointments: someAppointments(count),
  });
