// The items that can be corrected: what each may say, read as imports read them, and what it changes in the roster.
import type { SealedFields } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { type Label, RANKS, ranks, TEMPLATES, templates } from '../../scoring/index.ts';
import type { NameKeys } from '../adapters/pinyin.ts';
import { Refused } from '../http/problem.ts';
import type { Column } from '../imports/columns.ts';
import { cadreSheet } from '../imports/sheets-of-roster.ts';
import type { CORRECTABLE } from './corrections.contract.ts';
import { valueUnfit } from './corrections.problems.ts';

export type Field = (typeof CORRECTABLE)[number];
type Cadre = Row<'cadres'>;

interface Item {
  readonly label: Label;
  readonly column: Column<string>;
  /** What to write, in English; the column says it in Chinese. */
  readonly expected: string;
  readonly isSealed?: true;
  readonly isDay?: true;
  /** A closed list of words. */
  readonly words?: Readonly<Record<string, Label>>;
}

const { columns } = cadreSheet;
const only = <C extends string>(codes: readonly C[], words: Readonly<Record<C, Label>>): Record<C, Label> =>
  Object.fromEntries(codes.map((code) => [code, { zh: words[code].zh, en: words[code].en }])) as Record<
    C,
    Label
  >;

export const ITEMS: Readonly<Record<Field, Item>> = {
  name: { label: { zh: '姓名', en: 'Name' }, column: columns.name, expected: 'a name, up to 60 characters' },
  postTitle: {
    label: { zh: '职务', en: 'Post' },
    column: columns.postTitle,
    expected: 'a post, up to 100 characters',
  },
  rank: {
    label: { zh: '职级', en: 'Rank' },
    column: columns.rank,
    expected: 'a rank of the list',
    words: only(RANKS, ranks),
  },
  template: {
    label: { zh: '考核类别', en: 'Appraised as' },
    column: columns.template,
    expected: 'a word of the list',
    words: only(TEMPLATES, templates),
  },
  cadreSince: {
    label: { zh: '任干部日期', en: 'Cadre since' },
    column: columns.cadreSince,
    expected: 'a day such as 2026-03-01',
    isDay: true,
  },
  retiresOn: {
    label: { zh: '退休日期', en: 'Retires on' },
    column: columns.retiresOn,
    expected: 'a day such as 2026-03-01',
    isDay: true,
  },
  citizenId: {
    label: { zh: '身份证号', en: 'Citizen ID' },
    column: columns.citizenId,
    expected: 'a citizen ID of 18 characters',
    isSealed: true,
  },
  phone: {
    label: { zh: '电话', en: 'Phone' },
    column: columns.phone,
    expected: 'a phone number of 7 to 15 digits',
    isSealed: true,
  },
};

/** What was typed, as the roster would keep it. */
export function valueFrom(field: Field, typed: string, pointer: string): string {
  const { column, expected } = ITEMS[field];
  const reading = column.read(typed);
  if ('value' in reading) return reading.value;
  const { problem, suggestion } = reading.fault;
  const detail = { zh: `${problem}，${suggestion}`, en: `Expected ${expected}` };
  throw new Refused(valueUnfit, { places: [{ pointer, detail }] });
}

/** What the roster says now, in whole. */
export function entryOf(field: Field, cadre: Cadre, sealed: Pick<SealedFields, 'unseal'>): string | null {
  if (field !== 'citizenId' && field !== 'phone') return cadre[field];
  const kept = field === 'citizenId' ? cadre.citizenIdSealed : cadre.phoneSealed;
  return kept === null ? null : sealed.unseal(kept);
}

export interface Correcting {
  readonly sealed: SealedFields;
  readonly nameKeysOf: (name: string) => NameKeys;
}

/** What a correction sets in the roster: sealed what is sealed there, a name with all that sorts and finds it. */
export function changeOf(field: Field, value: string, { sealed, nameKeysOf }: Correcting): Partial<Cadre> {
  if (field === 'name') return { name: value, ...nameKeysOf(value) };
  if (field === 'citizenId')
    return { citizenIdSealed: sealed.seal(value), citizenIdLookup: sealed.lookup(value) };
  if (field === 'phone') return { phoneSealed: sealed.seal(value) };
  return { [field]: value };
}

/** A value in words. */
export const inWords = (field: Field, value: string): Label =>
  ITEMS[field].words?.[value] ?? { zh: value, en: value };
