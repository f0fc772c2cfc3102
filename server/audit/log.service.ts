// Heads and proofs for everybody, receipts for whoever acted or was acted on: what proves that nothing was altered.
import type { z } from 'zod';
import { changesHashOfEntry, entriesConcerning, entryById } from '../../db/queries/audit.ts';
import type { Row, Store } from '../../db/store.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { scopeOf } from '../permissions/may.ts';
import type {
  LogHeadView,
  LogKeys,
  LogState,
  Proof,
  ProofQuery,
  Receipt,
  ReceiptPage,
  ReceiptQuery,
} from './log.contract.ts';
import { logEmpty, noSuchProof, notInLogYet } from './log.problems.ts';

type Head = z.infer<typeof LogHeadView>;
type Entry = Row<'auditEntries'>;

export interface LogService {
  head(): Promise<Head>;
  state(): Promise<z.infer<typeof LogState>>;
  proof(query: z.infer<typeof ProofQuery>): Promise<z.infer<typeof Proof>>;
  keys(): Promise<z.infer<typeof LogKeys>>;
  receipts(actor: Actor, query: z.infer<typeof ReceiptQuery>): Promise<z.infer<typeof ReceiptPage>>;
  receipt(actor: Actor, asked: { entryId: string }): Promise<z.infer<typeof Receipt>>;
}

/** The reader's own names as a subject. */
const ownSubjects = ({ accountId, cadreId }: Actor): string[] =>
  cadreId === null ? [accountId] : [accountId, cadreId];
const readsEverything = (actor: Actor): boolean => scopeOf(actor, 'audit.read').kind === 'all';

export function logService({ store }: { store: Store }): LogService {
  const { log, read, tables } = store;

  async function latest(): Promise<Head | null> {
    const head = await log.head();
    if (!head) return null;
    const key = (await log.keys()).find(({ id }) => id === head.keyId);
    return { ...head, publicKey: key?.publicKey ?? '' };
  }
  async function head(): Promise<Head> {
    const found = await latest();
    if (!found) throw new Refused(logEmpty);
    return found;
  }
  const size = async () => (await log.head())?.size ?? 0;
  const rootOf = async (at: number) => (await log.rootAt(at)) ?? '';

  async function inclusionOf({ entry, leaf, size: asked }: z.infer<typeof ProofQuery>) {
    const at = asked ?? (await size());
    const found = await log.inclusion(entry ?? leaf ?? '', at);
    if (!found) throw new Refused(noSuchProof);
    return { kind: 'inclusion' as const, ...found, path: [...found.path], rootHash: await rootOf(at) };
  }

  async function consistencyOf(from: number, to: number) {
    const path = await log.consistency(from, to);
    if (!path) throw new Refused(noSuchProof);
    const [fromRoot, toRoot] = await Promise.all([rootOf(from), rootOf(to)]);
    return { kind: 'consistency' as const, from, fromRoot, to, toRoot, path: [...path] };
  }

  /** An entry committed a moment ago may still be on its way into the log. */
  async function placed(entryId: string) {
    const signed = await head();
    const found = await log.inclusion(entryId, signed.size);
    if (found) return { signed, found };
    await log.sequenced();
    const newer = await head();
    const there = await log.inclusion(entryId, newer.size);
    if (!there) throw new Refused(notInLogYet);
    return { signed: newer, found: there };
  }

  /** Own acts whole; of others' acts the reason is theirs to keep, and with it the entry. */
  const seesWhole = (actor: Actor, entry: Entry): boolean =>
    entry.actor === actor.accountId || entry.reason === null || readsEverything(actor);

  return {
    head,
    state: async () => ({ head: await latest(), holds: await log.headHolds() }),
    proof: (query) =>
      query.from !== undefined && query.to !== undefined
        ? consistencyOf(query.from, query.to)
        : inclusionOf(query),
    keys: async () => ({ items: (await log.keys()).map(({ id, ...key }) => ({ keyId: id, ...key })) }),
    async receipts(actor, { after, limit }) {
      const concerned = { accountId: actor.accountId, subjects: ownSubjects(actor) };
      const page = await entriesConcerning(read, tables, { ...concerned, after: after ?? null, limit });
      return {
        next: page.next,
        items: page.items.map(({ id, at, duty, deed, subject, actor: by }) => ({
          entryId: id,
          at,
          duty,
          deed,
          subject,
          isOwn: by === actor.accountId,
        })),
      };
    },
    async receipt(actor, { entryId }) {
      const entry = await entryById(read, tables, entryId);
      const concerns = entry?.actor === actor.accountId || ownSubjects(actor).includes(entry?.subject ?? '');
      if (!entry || !(concerns || readsEverything(actor))) throw new Refused(notFound);
      const isWhole = seesWhole(actor, entry);
      const { signed, found } = await placed(entryId);
      return {
        kind: 'dandang receipt',
        entry: isWhole ? entry : null,
        changesHash: isWhole ? await changesHashOfEntry(read, tables, entryId) : null,
        entryId,
        sequence: found.sequence,
        leafHash: found.leafHash,
        path: [...found.path],
        head: signed,
      };
    },
  };
}
