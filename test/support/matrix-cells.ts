// Fifteen principals × six relations, and what the golden matrix gives each: computed from its letters alone.
import {
  guardLetters,
  letterOf,
  letterOpens,
  PRINCIPAL_NAMES,
  type Relation,
  RELATIONS,
} from './golden-matrix.ts';

/** Somebody who acts as one principal, and is something to the person and the files in question. */
export interface Cell {
  readonly principal: string;
  readonly relation: Relation;
  readonly name: string;
}
export const CELLS: readonly Cell[] = PRINCIPAL_NAMES.flatMap((principal) =>
  RELATIONS.map((relation) => ({ principal, relation, name: `${principal}_${relation}` })),
);

export const ADMINS = ['sysadmin', 'secadmin', 'auditadmin'];
/** Follow from who one is, or from a file; a voter has no way in yet: he comes as whoever he is without a vote. */
const WITHOUT_OFFICE = ['anon', 'cadre', 'requester', 'voter', 'panel'];
export const holdsOffice = (principal: string): boolean => !WITHOUT_OFFICE.includes(principal);

/** Only people of the roster are concerned by a file or related to somebody; an admin's record there gives nothing. */
export const isInRoster = ({ principal, relation }: Cell): boolean =>
  principal !== 'anon' && (principal === 'cadre' || relation === 'self' || relation === 'relative');
export const actsAsCadre = (cell: Cell): boolean => isInRoster(cell) && !ADMINS.includes(cell.principal);

const NAMED_IN_THE_FILE: readonly Relation[] = ['assigned', 'conflictingDuty', 'relative'];
export const isNamed = ({ relation }: Cell): boolean => NAMED_IN_THE_FILE.includes(relation);

/** Before a file is known: whoever is signed in may be in some panel, but for the admins. */
function standingsAtGate(cell: Cell, isOnFile: boolean): string[] {
  const { principal } = cell;
  if (principal === 'anon') return ['anon'];
  const held = [
    ...(holdsOffice(principal) ? [principal] : []),
    ...(actsAsCadre(cell) ? ['cadre'] : []),
    ...(isOnFile && !ADMINS.includes(principal) ? ['panel'] : []),
  ];
  return held.length > 0 ? held : ['requester'];
}

/** 401, 403, or null for whoever is let in to ask. */
export function refusedAtGate(permission: string, cell: Cell, isOnFile: boolean): 401 | 403 | null {
  if (letterOf(permission, 'anon') === '*') return null;
  if (cell.principal === 'anon') return 401;
  const letters = standingsAtGate(cell, isOnFile).map((each) => letterOf(permission, each).charAt(0));
  return letters.some((letter) => 'OS*'.includes(letter) || (letter === 'A' && isOnFile)) ? null : 403;
}

/** What is asked about: a person's record, a file about that person, or a file about a unit. */
export type About = 'record' | 'personFile' | 'unitFile';

function standingsTo(cell: Cell, about: About): string[] {
  const { principal } = cell;
  if (principal === 'anon') return ['anon'];
  const isPanel = principal === 'panel' && about !== 'record' && isNamed(cell);
  const held = [
    ...(holdsOffice(principal) ? [principal] : []),
    ...(actsAsCadre(cell) ? ['cadre'] : []),
    ...(isPanel ? ['panel'] : []),
  ];
  return held.length > 0 ? held : ['requester'];
}

const lettersOpen = (permission: string, cell: Cell, about: About, among?: readonly string[]) =>
  standingsTo(cell, about)
    .filter((as) => among === undefined || among.includes(as) || among.includes('any'))
    .map((as) => letterOf(permission, as).charAt(0) + as)
    .filter(([letter = '', ...as]) => {
      if (about === 'record' && letter === 'A') return false;
      return letterOpens(letter, as.join(''), cell.relation);
    });

/** Guard R: an office gives nothing over oneself or one's kin. */
const standsBack = (permission: string, { relation }: Cell, about: About): boolean =>
  about !== 'unitFile' &&
  guardLetters(permission).includes('R') &&
  (relation === 'self' || relation === 'relative');

/** Cell ∧ relation ∧ recusal. */
export function reaches(permission: string, cell: Cell, about: About, among?: readonly string[]): boolean {
  const open = lettersOpen(permission, cell, about, among);
  return open.some((letter) => letter.startsWith('O') || !standsBack(permission, cell, about));
}

/** Open but for recusal: refused by name, not as if there were nothing. */
export const isBarredByRecusal = (permission: string, cell: Cell, about: About): boolean =>
  !reaches(permission, cell, about) && lettersOpen(permission, cell, about).length > 0;
/** The letter opens, whether or not he stands back. */
export const isOfferedTo = (permission: string, cell: Cell, about: About): boolean =>
  lettersOpen(permission, cell, about).length > 0;
