// What an engine's error means, said once for both.

/** Codes along the chain of causes: Drizzle wraps PostgreSQL's errors and passes SQLite's through. */
function* codesOf(error: unknown): Generator<string> {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('code' in e && typeof e.code === 'string') yield e.code;
  }
}
const hasCode = (error: unknown, codes: readonly string[]) =>
  [...codesOf(error)].some((code) => codes.includes(code));

export const isUniqueViolation = (error: unknown): boolean =>
  hasCode(error, ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505']);

/** The disk is full: reads go on, nothing more can be written. */
export const isStoreFull = (error: unknown): boolean => hasCode(error, ['SQLITE_FULL', '53100']);

/** Two writers touched the same rows; whoever lost may start again. */
export const isWriteConflict = (error: unknown): boolean => hasCode(error, ['40001', '40P01']);
