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
export const isStoreFull = (error: unknown): boolean => hasCode(error, ['SQLITE_FULL', '53100', 'ENOSPC']);

const begins = (error: unknown, starts: readonly string[]) =>
  [...codesOf(error)].some((code) => starts.some((start) => code === start || code.startsWith(`${start}_`)));

/** The place where it is kept takes no writing: a read-only file system, an I/O error, a standby server. */
export const isStoreUnwritable = (error: unknown): boolean =>
  begins(error, ['SQLITE_READONLY', 'SQLITE_IOERR', 'SQLITE_CANTOPEN', 'EROFS', 'EIO', '25006']);

/** What is kept cannot be right: pages or indexes that contradict each other. */
export const isStoreDamaged = (error: unknown): boolean =>
  begins(error, ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'XX001', 'XX002']);

const LOST = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300'];

/** PostgreSQL is not there just now; the next request may find it again. */
export const isStoreUnreachable = (error: unknown): boolean =>
  hasCode(error, LOST) || [...codesOf(error)].some((code) => /^08\d{3}$/u.test(code)) || isBrokenOff(error);

/** The driver says so in words only. */
function isBrokenOff(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause)
    if (e.message.startsWith('Connection terminated')) return true;
  return false;
}

/** Two writers touched the same rows; whoever lost may start again. */
export const isWriteConflict = (error: unknown): boolean => hasCode(error, ['40001', '40P01']);
