// The golden matrix: which principal may do what, and how far. permissions.txt is the source; nothing is said twice.
import { readFileSync } from 'node:fs';

export const PRINCIPALS = [
  'anon',
  'cadre',
  'requester',
  'voter',
  'supervisor',
  'inspector',
  'leader',
  'hr',
  'hr_head',
  'panel',
  'board',
  'appeal_body',
  'sysadmin',
  'secadmin',
  'auditadmin',
] as const;
export type Principal = (typeof PRINCIPALS)[number];

/** What an account can be granted; the other principals follow from who one is or from a file. */
export type Role = Exclude<Principal, 'anon' | 'cadre' | 'requester' | 'voter' | 'panel'>;

export const ADMIN_ROLES = ['sysadmin', 'secadmin', 'auditadmin'] as const satisfies readonly Role[];
export const isAdminRole = (role: string): boolean => (ADMIN_ROLES as readonly string[]).includes(role);

/** A name of the matrix's first column; `needs` refuses one that is not there. */
export type Permission = string;

/** How far a cell reaches: nothing, the own file, the units of the grant, files assigned by name, everything. */
export type Reach = 'none' | 'own' | 'units' | 'assigned' | 'all';
export interface Cell {
  readonly reach: Reach;
  /** Names, units, states and counts only. */
  readonly isMasked: boolean;
}

const REACH: Readonly<Record<string, Reach>> = {
  '-': 'none',
  O: 'own',
  S: 'units',
  A: 'assigned',
  '*': 'all',
};

function cellFrom(text: string): Cell {
  const reach = REACH[text.charAt(0)];
  if (!reach || !['', '~'].includes(text.slice(1))) throw new Error(`permissions.txt: unknown cell ${text}`);
  return { reach, isMasked: text.endsWith('~') };
}

interface Line {
  readonly cells: Readonly<Record<Principal, Cell>>;
  readonly guards: string;
}

function lineFrom(line: string): [Permission, Line] {
  const [permission = '', ...columns] = line.trim().split(/\s+/u);
  if (columns.length !== PRINCIPALS.length + 1) throw new Error(`permissions.txt: ${line}`);
  const cells = PRINCIPALS.map((principal, i) => [principal, cellFrom(columns[i]!)] as const);
  const guards = columns.at(-1)!.replace('.', '');
  return [permission, { cells: Object.fromEntries(cells) as Record<Principal, Cell>, guards }];
}

export const matrixFrom = (text: string): ReadonlyMap<Permission, Line> =>
  new Map(
    text
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'))
      .map(lineFrom),
  );

const matrix = matrixFrom(readFileSync(new URL('./permissions.txt', import.meta.url), 'utf8'));

export const PERMISSIONS: readonly Permission[] = [...matrix.keys()];
export const isPermission = (name: string): boolean => matrix.has(name);

function lineOf(permission: Permission): Line {
  const line = matrix.get(permission);
  if (!line) throw new Error(`permissions.txt has no ${permission}`);
  return line;
}
export const cellOf = (permission: Permission, principal: Principal): Cell =>
  lineOf(permission).cells[principal];
/** Its guards: 2 another person, R recusal, Q a meeting, W the state's window. */
export const guardsOf = (permission: Permission): string => lineOf(permission).guards;
