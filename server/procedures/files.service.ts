// Opening files and moving them on: the one way every machine is driven.
import type { z } from 'zod';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Changed } from '../../db/audit-entry.ts';
import type { Store, Tx } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { Refused, staleVersion } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { carry, lapsePending, refuseBarred } from './carry.ts';
import { startClocks } from './clocks.ts';
import { CLOSED_WORDS } from './closed-words.ts';
import { dataOf } from './data-of.ts';
import type { FileKind, Here } from './file-kind.ts';
import { eventOf, type MachineEvent } from './machines.ts';
import type { FileEvent } from './procedures.contract.ts';
import { proposeEvent } from './propose-event.ts';
import { eventUnknown, mayNotMove, meetingRequired, reasonMissing } from './procedures.problems.ts';
import { type Right, rightTo } from './rights.ts';
import { fileFor } from './standing.ts';

export type Sent = z.infer<typeof FileEvent> & { readonly id: string };

export interface Opening {
  readonly title: string;
  readonly cadreId: string | null;
  readonly unitId: string;
  readonly reason?: string;
}
/** What a feature adds to the same act when it opens a file. */
export type WithFile = (tx: Tx, changed: Changed, file: Row<'files'>) => Promise<void>;

export interface FilesService {
  /** A draft of one's own. Whether the actor may begin such a file its feature has made sure of. */
  open(actor: Actor, kind: FileKind, opening: Opening, more: WithFile): Promise<Row<'files'>>;
  /** Changes what a draft says; only its author, only while it is one. */
  amend(actor: Actor, kind: FileKind, input: { id: string; version: number }, more: WithFile): Promise<void>;
  /** Writes down what a step of the file will rest on; for whoever may do that step. What waited for a signature lapses. */
  prepare(
    actor: Actor,
    kind: FileKind,
    input: { id: string; version: number; event: string },
    more: WithFile,
  ): Promise<void>;
  /** Moves the file on, or proposes it for a second signature. */
  move(actor: Actor, kind: FileKind, sent: Sent): Promise<void>;
}

export interface FilesNeed {
  readonly store: Store;
  readonly here: Here;
}

export function filesService({ store, here }: FilesNeed): FilesService {
  const { tables, read } = store;

  const act = (actor: Actor, file: { id: string }, deed: string, reason: string | null, duty: string) => ({
    actor: actor.accountId,
    duty,
    deed,
    subject: file.id,
    reason,
  });

  /** Refusals by relation or duty leave a trace: an attempt to judge one's kin is itself worth knowing. */
  async function deny(actor: Actor, fileId: string, event: string, right: Right): Promise<never> {
    const because = right.isOpen ? 'open' : right.because;
    if (because === 'related' || because === 'otherDuty') {
      const row = {
        id: here.newId('den'),
        at: here.now(),
        accountId: actor.accountId,
        fileId,
        event,
        because,
      };
      await store.write(act(actor, { id: fileId }, 'file.denied', because, 'none'), (tx, changed) =>
        addRows(tx, changed, tables.denials, [row]),
      );
    }
    throw new Refused(mayNotMove, { detail: CLOSED_WORDS[because as keyof typeof CLOSED_WORDS] });
  }

  /** The event and the right to it, or the refusal; asked before the act for its words, and again inside it. */
  async function look(db: Tx | typeof read, actor: Actor, kind: FileKind, { id, event, version }: Sent) {
    const { file, standing } = await fileFor({ db, tables, actor }, kind, id);
    const found = eventOf(kind.machine, file.state, event);
    if (!found) throw new Refused(eventUnknown);
    if (file.version !== version) throw new Refused(staleVersion);
    return { file, found, right: rightTo(found, standing) };
  }

  const needsReason = (kind: FileKind, { event }: MachineEvent, reason: string | undefined): void => {
    if (reason !== undefined || kind.withoutReason.includes(event)) return;
    const detail = { zh: '请写明理由', en: 'Give a reason' };
    throw new Refused(reasonMissing, { places: [{ pointer: '/reason', detail }] });
  };

  return {
    async open(actor, kind, { title, cadreId, unitId, reason }, more) {
      const file: Row<'files'> = {
        id: here.newId('file'),
        machine: kind.machine.name,
        state: kind.machine.start,
        enteredAt: here.now(),
        cadreId,
        unitId,
        title,
        openedBy: actor.accountId,
        openedAt: here.now(),
        version: 1,
      };
      const deed = `${kind.machine.name}.drafted`;
      await store.write(act(actor, file, deed, reason ?? null, 'rec'), async (tx, changed) => {
        await addRows(tx, changed, tables.files, [file]);
        await more(tx, changed, file);
        await startClocks({ tx, changed, tables, here, kind }, file, 'entry');
      });
      return file;
    },

    async amend(actor, kind, { id, version }, more) {
      await store.write(
        act(actor, { id }, `${kind.machine.name}.amended`, null, 'rec'),
        async (tx, changed) => {
          const { file } = await fileFor({ db: tx, tables, actor }, kind, id);
          if (file.state !== kind.machine.start || file.openedBy !== actor.accountId)
            throw new Refused(eventUnknown);
          if (file.version !== version) throw new Refused(staleVersion);
          await more(tx, changed, file);
        },
      );
    },

    async prepare(actor, kind, { id, version, event }, more) {
      const sent = { id, version, event, data: {} };
      const before = await look(read, actor, kind, sent);
      if (!before.right.isOpen) return deny(actor, id, event, before.right);
      const entry = act(actor, { id }, `${kind.machine.name}.${event}.prepared`, null, before.right.as);
      await store.write(entry, async (tx, changed) => {
        const { file, right } = await look(tx, actor, kind, sent);
        if (!right.isOpen) throw new Refused(mayNotMove, { detail: CLOSED_WORDS[right.because] });
        // The version moves too: nobody signs for what he has not seen.
        const after = await changeRow(tx, changed, tables.files, { before: file, set: {} });
        await lapsePending({ tx, changed, tables, here, kind }, id);
        await more(tx, changed, after);
      });
      return undefined;
    },

    async move(actor, kind, sent) {
      const data = dataOf(kind, sent.event, sent.data);
      const before = await look(read, actor, kind, sent);
      if (!before.right.isOpen) return deny(actor, sent.id, sent.event, before.right);
      if (before.right.how === 'meeting') throw new Refused(meetingRequired);
      needsReason(kind, before.found, sent.reason);
      const { name } = kind.machine;
      const isProposed = before.right.how === 'countersign';
      const deed = isProposed ? `${name}.${sent.event}.proposed` : `${name}.${sent.event}`;
      const entry = act(actor, { id: sent.id }, deed, sent.reason ?? null, before.right.as);
      await store.write(entry, async (tx, changed) => {
        const { file, found, right } = await look(tx, actor, kind, sent);
        // Between the look and the act somebody may have been named elsewhere.
        if (!right.isOpen) throw new Refused(mayNotMove, { detail: CLOSED_WORDS[right.because] });
        const within = { tx, changed, tables, here, kind };
        if (right.how === 'countersign') {
          await refuseBarred(within, file, { event: found, data, actor: actor.accountId });
          await proposeEvent(within, file, actor, right.as, { ...sent, data });
          return;
        }
        await carry(within, file, {
          event: found,
          actor: actor.accountId,
          principal: right.as,
          reason: sent.reason ?? null,
          data,
        });
      });
      return undefined;
    },
  };
}
