// While nothing can be written, everybody is told: the operator by the log, people on every page, programs by a header.
import { isStoreUnreachable, type ReadOnly, type Store, StoreIsReadOnly } from '../../db/store.ts';
import type { App } from './app-type.ts';
import type { ProblemKind } from './problem.ts';
import { storeFull, storeReadOnly, storeUnreachable } from './store.problems.ts';

/** How soon the store itself tries again. */
export const RETRY_AFTER_SECONDS = 30;
/** Says on every answer why nothing can be changed; absent while everything can. */
export const READ_ONLY_HEADER = 'x-dandang-read-only';

const problemOf = (because: ReadOnly['because']): ProblemKind =>
  because === 'full' ? storeFull : storeReadOnly;

/** The refusal behind a fault of the store; null where it is another fault. */
export function storeProblem(error: unknown): ProblemKind | null {
  if (error instanceof StoreIsReadOnly) return problemOf(error.because);
  return isStoreUnreachable(error) ? storeUnreachable : null;
}

/** Why the store is not ready for work; null = it is. */
export const readOnlyProblem = ({ readOnly }: Store): ProblemKind | null =>
  readOnly === null ? null : problemOf(readOnly.because);

export function tellReadOnly(app: App, store: Store): void {
  store.watch((state) => {
    if (state === null) app.log.warn('the store can be written again');
    else app.log.error({ because: state.because, since: state.since }, 'ALARM: the store is read-only');
  });
  if (store.readOnly !== null)
    app.log.error({ because: store.readOnly.because }, 'ALARM: the store is read-only since its start');
  app.addHook('onSend', async (_request, reply) => {
    if (store.readOnly !== null) reply.header(READ_ONLY_HEADER, store.readOnly.because);
  });
}
