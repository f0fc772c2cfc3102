import type { Visitor } from './visitor.ts';

interface Budget {
  readonly clicks: number;
  /** Typed, chosen, or a file handed in. */
  readonly fields: number;
}

/** What a journey may cost after sign-in. */
export const BUDGETS = {
  import: { clicks: 2, fields: 1 },
  openYear: { clicks: 3, fields: 3 },
  ownRecord: { clicks: 0, fields: 0 },
  /** From a person's page: a number opens its rule, clause, parameter and evidence. */
  reason: { clicks: 1, fields: 0 },
} as const satisfies Record<string, Budget>;

/** What went over the budget, in words. */
export const overBudget = ({ clicks, fields }: Visitor, most: Budget): string[] => [
  ...(clicks > most.clicks ? [`${clicks} clicks, at most ${most.clicks}`] : []),
  ...(fields > most.fields ? [`${fields} fields, at most ${most.fields}`] : []),
];
