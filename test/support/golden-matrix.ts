// The golden matrix read a second time, letter by letter and without the product's own reader: what tests expect.
import { readFileSync } from 'node:fs';

const text = readFileSync(new URL('../../server/permissions/permissions.txt', import.meta.url), 'utf8');
const [header = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '');

export const PRINCIPAL_NAMES = header.replace('#', '').trim().split(/\s+/u).slice(1, -1);
const rows = lines.map((line) => line.trim().split(/\s+/u));
export const PERMISSION_NAMES = rows.map(([name]) => name!);

const rowOf = (permission: string): readonly string[] => {
  const row = rows.find(([name]) => name === permission);
  if (!row) throw new Error(`no permission ${permission}`);
  return row;
};
/** `-`, `O`, `S`, `A` or `*`, with `~` for masked. */
export const letterOf = (permission: string, principal: string): string =>
  rowOf(permission)[PRINCIPAL_NAMES.indexOf(principal) + 1]!;
export const guardLetters = (permission: string): string => rowOf(permission).at(-1)!;

/** What somebody is to a file or a person's record. */
export const RELATIONS = [
  'self',
  'relative',
  'inScope',
  'outOfScope',
  'assigned',
  'conflictingDuty',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Whether the letter lets a principal through in a relation; being related or of another duty comes on top. */
export function letterOpens(letter: string, principal: string, relation: Relation): boolean {
  switch (letter.charAt(0)) {
    case '*':
      return true;
    case 'O':
      return principal === 'cadre' && relation === 'self';
    case 'S':
      return relation !== 'outOfScope';
    case 'A':
      return relation === 'assigned' || relation === 'conflictingDuty' || relation === 'relative';
    default:
      return false;
  }
}
