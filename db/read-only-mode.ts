// When nothing can be written any more the store says so at once, goes on reading, and tries now and then
// whether writing works again. The act that finds out is itself on record.
import type { Act, Changed } from './audit-entry.ts';
import { LogBroken } from './audit-log/append.ts';
import { addRows } from './rows.ts';
import { isStoreDamaged, isStoreFull, isStoreUnwritable } from './store-errors.ts';
import type { Tx } from './store.ts';
import type { Row, Tables } from './tables/index.ts';

/** `full`: no space · `unwritable`: no writing there · `damaged`: it contradicts itself · `unsafe`: it would not keep what it acknowledges · `altered`: its log does not hold. */
export type Because = 'full' | 'unwritable' | 'damaged' | 'unsafe' | 'altered';
export interface ReadOnly {
  readonly since: number;
  readonly because: Because;
}
export type Watcher = (state: ReadOnly | null) => void;

/** Every write is answered with this until writing works again. */
export class StoreIsReadOnly extends Error {
  readonly because: Because;
  constructor(because: Because, options?: ErrorOptions) {
    super(`the store is read-only: ${because}`, options);
    this.because = because;
  }
}

/** What a fault says about all writes to come; null = nothing. */
export function becauseOf(fault: unknown): Because | null {
  if (fault instanceof StoreIsReadOnly) return fault.because;
  if (fault instanceof LogBroken) return 'altered';
  if (isStoreFull(fault)) return 'full';
  if (isStoreDamaged(fault)) return 'damaged';
  return isStoreUnwritable(fault) ? 'unwritable' : null;
}

export const PROBE_EVERY_MS = 30_000;

interface Needed {
  readonly tables: Tables;
  readonly stamp: { readonly now: () => number; readonly newId: (prefix: string) => string };
  readonly write: <T>(act: Act, work: (tx: Tx, changed: Changed) => Promise<T>) => Promise<T>;
  /** Whether it is worth trying: nothing that the next write would find out for itself. */
  readonly mayTry: (because: Because) => boolean;
  readonly probeEveryMs: number;
}

const ALARM: Readonly<Record<Because, string>> = {
  full: 'storeFull',
  unwritable: 'storeReadOnly',
  damaged: 'storeDamaged',
  unsafe: 'storeUnsafe',
  altered: 'logAltered',
};

export function readOnlyMode({ tables, stamp, write, mayTry, probeEveryMs }: Needed) {
  const watchers = new Set<Watcher>();
  let state: ReadOnly | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isClosed = false;

  function become(next: ReadOnly | null): void {
    state = next;
    for (const watcher of watchers) watcher(next);
  }

  function tryLater(): void {
    if (isClosed) return;
    timer = setTimeout(() => void tryNow(), probeEveryMs);
    timer.unref();
  }

  /** Writes that it was read-only; what can be written down is over. */
  async function tryNow(): Promise<void> {
    if (state === null || isClosed) return;
    const past = state;
    try {
      if (!mayTry(past.because)) throw new StoreIsReadOnly(past.because);
      const alarm = alarmOf(past, stamp);
      const act = { ...RECOVERED, subject: alarm.id, reason: past.because };
      await write(act, (tx, changed) => addRows(tx, changed, tables.alarms, [alarm]));
      become(null);
    } catch {
      // Still so. Whatever else broke will be met by the next write of somebody.
      tryLater();
    }
  }

  function enter(because: Because): void {
    if (state !== null || isClosed) return;
    become({ since: stamp.now(), because });
    tryLater();
  }

  return {
    get state() {
      return state;
    },
    watch: (watcher: Watcher): void => {
      watchers.add(watcher);
    },
    enter,
    tryNow,
    /** A write, unless all of them are refused; a fault that concerns all refuses those to come. */
    async guarded<T>(work: () => Promise<T>): Promise<T> {
      if (state !== null) throw new StoreIsReadOnly(state.because);
      try {
        return await work();
      } catch (fault) {
        const because = becauseOf(fault);
        if (because === null) throw fault;
        enter(because);
        throw new StoreIsReadOnly(because, { cause: fault });
      }
    },
    close(): void {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

const RECOVERED = { actor: 'system', duty: 'system', deed: 'store.writable' };

/** The alarm could not be written while it lasted; it stands there afterwards, over already. */
const alarmOf = ({ since, because }: ReadOnly, stamp: Needed['stamp']): Row<'alarms'> => ({
  id: stamp.newId('alm'),
  kind: ALARM[because],
  fileId: null,
  audience: 'sysadmin',
  detail: { since },
  raisedAt: since,
  endedAt: stamp.now(),
  endedBy: 'system',
  version: 1,
});
