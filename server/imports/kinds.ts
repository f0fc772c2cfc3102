// The five kinds of file: which sheets each has, who may import, confirm and undo it, and what it does.
import type { SheetContent } from '../adapters/spreadsheet.ts';
import type { Permission } from '../permissions/matrix.ts';
import type { BatchKind } from '../../db/tables/imports.ts';
import { planAccounts } from './plan-accounts.ts';
import { planConduct } from './plan-conduct.ts';
import { planConstraints } from './plan-constraints.ts';
import { planFigures } from './plan-figures.ts';
import { planRoster } from './plan-roster.ts';
import type { Planning } from './planning.ts';
import { readBook, type Sheets } from './read-book.ts';
import type { Placed, ReadSheet } from './read-sheet.ts';
import type { Descriptions } from './sheet-description.ts';
import { figureSheets } from './sheets-of-figures.ts';
import { conductSheets, constraintSheets } from './sheets-of-records.ts';
import { accountSheets, rosterSheets } from './sheets-of-roster.ts';

/** A file that was read: its sheets, and the way to work out what they would do. */
export interface Reading {
  readonly sheets: readonly ReadSheet[];
  readonly strangers: readonly Placed[];
  readonly plan: (planning: Planning) => Promise<void>;
}
interface Rights {
  /** Sees the history: whoever imports and whoever confirms. */
  readonly read: Permission;
  readonly enter: Permission;
  /** Null = takes effect at once. */
  readonly confirm: Permission | null;
  readonly undo: Permission;
}
interface Manner {
  readonly kind: BatchKind;
  /** What the file is called in the name of its template. */
  readonly title: string;
  readonly rights: Rights;
  /** Its figures belong to one year, which must be open. */
  readonly isYearly: boolean;
}
export interface ImportKindDefinition extends Manner {
  readonly descriptions: Descriptions;
  readonly read: (contents: readonly SheetContent[]) => Reading;
}

function define<D extends Descriptions>(
  manner: Manner,
  descriptions: D,
  plan: (planning: Planning, sheets: Sheets<D>) => Promise<void>,
): ImportKindDefinition {
  return {
    ...manner,
    descriptions,
    read(contents) {
      const { sheets, strangers } = readBook(contents, descriptions);
      return {
        sheets: Object.values(sheets) as ReadSheet[],
        strangers,
        plan: (planning) => plan(planning, sheets),
      };
    },
  };
}

export const kinds: Readonly<Record<BatchKind, ImportKindDefinition>> = {
  roster: define(
    {
      kind: 'roster',
      title: '干部名册',
      rights: { read: 'roster.import', enter: 'roster.import', confirm: null, undo: 'roster.undo' },
      isYearly: false,
    },
    rosterSheets,
    planRoster,
  ),
  accounts: define(
    {
      kind: 'accounts',
      title: '账号',
      rights: { read: 'account.batch', enter: 'account.batch', confirm: null, undo: 'account.batch' },
      isYearly: false,
    },
    accountSheets,
    planAccounts,
  ),
  figures: define(
    {
      kind: 'figures',
      title: '年度考核数据',
      rights: {
        read: 'appraisal.read',
        enter: 'appraisal.measure.enter',
        confirm: 'appraisal.measure.confirm',
        undo: 'appraisal.measure.enter',
      },
      isYearly: true,
    },
    figureSheets,
    planFigures,
  ),
  constraints: define(
    {
      kind: 'constraints',
      title: '处分与限制情形',
      rights: {
        read: 'constraint.read',
        enter: 'constraint.enter',
        confirm: 'constraint.confirm',
        undo: 'constraint.enter',
      },
      isYearly: false,
    },
    constraintSheets,
    planConstraints,
  ),
  conduct: define(
    {
      kind: 'conduct',
      title: '既往履职记录',
      rights: {
        read: 'inaction.read',
        enter: 'inaction.record',
        confirm: 'constraint.confirm',
        undo: 'inaction.record',
      },
      isYearly: false,
    },
    conductSheets,
    planConduct,
  ),
};
