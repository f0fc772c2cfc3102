// The questions that `verify` and the start of a server ask, put to a live store or to an exported log.
import { isStoreDamaged } from '../store-errors.ts';
import type { Db, Store } from '../store.ts';
import type { Tables } from '../tables/index.ts';
import { checkLog, type Findings } from './check-log.ts';
import { checkRows } from './check-rows.ts';
import type { Fault, FaultKind } from './faults.ts';
import type { LogReader } from './reader.ts';
import { headText, keyIdOf, type LogHead, signatureCheck } from './signing.ts';
import { storeReader } from './store-reader.ts';

/** A head kept outside the store, with the key it was signed with. */
export type HeldHead = LogHead & { readonly publicKey: string };

export interface Verified {
  /** Null where the store could not be read to its end. */
  readonly findings: Findings | null;
  /** The first of them, in the order in which they were met. */
  readonly faults: readonly Fault[];
  readonly faultCounts: Readonly<Partial<Record<FaultKind, number>>>;
  readonly isSound: boolean;
}

const MOST_LISTED = 1000;

async function verified(work: () => AsyncGenerator<Fault, Findings>): Promise<Verified> {
  const faults: Fault[] = [];
  const counts: Partial<Record<FaultKind, number>> = {};
  const note = (fault: Fault) => {
    counts[fault.kind] = (counts[fault.kind] ?? 0) + 1;
    if (faults.length < MOST_LISTED) faults.push(fault);
  };
  let findings: Findings | null = null;
  try {
    const found = work();
    for (let step = await found.next(); ; step = await found.next()) {
      if (step.done) {
        findings = step.value;
        break;
      }
      note(step.value);
    }
  } catch (fault) {
    if (!isStoreDamaged(fault)) throw fault;
    note({ kind: 'storeDamaged', place: { says: (fault as Error).message } });
  }
  return { findings, faults, faultCounts: counts, isSound: faults.length === 0 };
}

/** Everything: the log, every row it vouches for, and that a held head is its beginning. */
export const verifyStore = (
  store: Pick<Store, 'snapshot' | 'tables' | 'log'>,
  held: HeldHead | null = null,
): Promise<Verified> =>
  store.snapshot((db) =>
    verified(async function* () {
      const findings = yield* checkWithHead(storeReader(db, store.tables), held);
      const { head } = findings;
      if (head && !store.log.keyIds.includes(head.keyId))
        yield { kind: 'keyForeign', place: { key: head.keyId } };
      yield* checkRows(db, store.tables);
      return findings;
    }),
  );

/** The log alone, without the rows: what a server asks before it writes. */
export const verifyLog = (db: Db, tables: Tables): Promise<Verified> =>
  verified(() => checkLog(storeReader(db, tables), { signatures: 'last' }));

/** An exported log, wherever it came from. */
export const verifyExport = (reader: LogReader, held: HeldHead | null = null): Promise<Verified> =>
  verified(() => checkWithHead(reader, held));

async function* checkWithHead(reader: LogReader, held: HeldHead | null): AsyncGenerator<Fault, Findings> {
  const findings = yield* checkLog(reader, { rootsAt: held ? [held.size] : [] });
  if (held) yield* checkHeld(held, findings);
  return findings;
}

function* checkHeld(held: HeldHead, { size, roots, keyIds }: Findings): Generator<Fault> {
  const place = { size: held.size };
  const isSigned =
    keyIdOf(held.publicKey) === held.keyId && signatureCheck(held.publicKey)(headText(held), held.signature);
  if (!isSigned) yield { kind: 'heldHeadWrong', place };
  else if (!keyIds.includes(held.keyId)) yield { kind: 'keyForeign', place: { key: held.keyId } };
  if (held.size > size) yield { kind: 'heldHeadAhead', place: { ...place, entries: size } };
  else if (roots.get(held.size) !== held.rootHash) yield { kind: 'heldHeadDiffers', place };
}
