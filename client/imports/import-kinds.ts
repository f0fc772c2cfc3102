import { may } from '../session.ts';
import { say } from '../words/language.ts';
import { importWords } from '../words/imports.ts';
import type { ImportKind } from './imports.api.ts';

interface Rights {
  readonly enter: string;
  /** Null = it takes effect without a second person. */
  readonly confirm: string | null;
}

const RIGHTS: Readonly<Record<ImportKind, Rights>> = {
  roster: { enter: 'roster.import', confirm: null },
  figures: { enter: 'appraisal.measure.enter', confirm: 'appraisal.measure.confirm' },
  constraints: { enter: 'constraint.enter', confirm: 'constraint.confirm' },
  conduct: { enter: 'inaction.record', confirm: 'constraint.confirm' },
  accounts: { enter: 'account.batch', confirm: null },
};
const KINDS = Object.keys(RIGHTS) as readonly ImportKind[];

export const mayEnter = (kind: ImportKind): boolean => may(RIGHTS[kind].enter);
const mayConfirm = (kind: ImportKind): boolean => may(RIGHTS[kind].confirm ?? '');

/** Whether a second person confirms it before it counts. */
export const needsSecond = (kind: ImportKind): boolean => RIGHTS[kind].confirm !== null;
/** Whether its figures belong to one year. */
export const isYearly = (kind: ImportKind): boolean => kind === 'figures';

/** The kinds that this person imports or confirms. */
export const offeredKinds = (): readonly ImportKind[] =>
  KINDS.filter((kind) => mayEnter(kind) || mayConfirm(kind));

export const kindName = (kind: ImportKind): string => say(importWords)[kind];

/** What a file of the kind holds and when it counts. */
export function kindHolds(kind: ImportKind): string {
  const words = say(importWords);
  const holds: Readonly<Record<ImportKind, string>> = {
    roster: words.rosterHolds,
    accounts: words.accountsHolds,
    figures: words.figuresHolds,
    constraints: words.constraintsHolds,
    conduct: words.conductHolds,
  };
  return holds[kind];
}
