/** What a journey may cost after sign-in, in clicks and in fields typed, chosen or handed in. */
export const BUDGETS = {
  /** One file. */
  import: { clicks: 2, fields: 1 },
  openYear: { clicks: 3, fields: 3 },
  ownRecord: { clicks: 0, fields: 0 },
} as const;
