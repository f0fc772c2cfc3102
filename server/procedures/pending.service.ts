// What needs a second person: a countersignature, or the comparison of what came in on paper (代录).
import type { z } from 'zod';
import { evidenceOf, pendingOf } from '../../db/queries/procedure-files.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Db, Tx } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { Refused, staleVersion } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import type { Principal } from '../permissions/matrix.ts';
import { reachingAs } from '../permissions/may.ts';
import { carry } from './carry.ts';
import { startPendingClock } from './clocks.ts';
import { CLOSED_WORDS } from './closed-words.ts';
import type { FileKind } from './file-kind.ts';
import { dataOf } from './data-of.ts';
import type { FilesNeed } from './files.service.ts';
import { eventOf, isOnce, type MachineEvent } from './machines.ts';
import { type OfKind, staffingOf } from './naming.ts';
import type { DecidePending, EnterPaper } from './procedures.contract.ts';
import {
  alreadyPending,
  countersignerIsProposer,
  eventUnknown,
  evidenceUnknown,
  mayNotMove,
  notOnPaper,
  pendingGone,
  proposerReplaced,
} from './procedures.problems.ts';
import { rightTo, type Standing } from './rights.ts';
import { fileFor } from './standing.ts';

export interface PendingService {
  /** A paper reply or appeal, with its scan: a second person compares it before it counts. */
  readonly enterPaper: (
    actor: Actor,
    kind: FileKind,
    input: z.infer<typeof EnterPaper> & { id: string },
  ) => Promise<void>;
  readonly decide: (actor: Actor, kind: FileKind, input: Decision) => Promise<void>;
}
type Decision = z.infer<typeof DecidePending> & { readonly id: string; readonly pendingId: string };

/** Those who may type in what came on paper: HR within its units. */
const PAPER_PERMISSION = 'profile.update';
const CLERKS: readonly Principal[] = ['hr', 'hr_head'];

/** As whom somebody may sign what waits; null = not at all. */
export function signsAs(
  pending: Pick<Row<'pendingEvents'>, 'kind' | 'proposedBy'>,
  event: MachineEvent,
  standing: Standing,
): Principal | null {
  if (pending.proposedBy === standing.actor.accountId) return null;
  if (pending.kind === 'countersign') {
    const right = rightTo(event, standing);
    return right.isOpen ? right.as : null;
  }
  return reachingAs(standing.actor, PAPER_PERMISSION, standing.touched, CLERKS)[0] ?? null;
}

export function pendingService({ store, here }: FilesNeed): PendingService {
  const { tables } = store;

  async function found(db: Db | Tx, actor: Actor, kind: FileKind, { id, pendingId }: Decision) {
    const { file, standing } = await fileFor({ db, tables, actor }, kind, id);
    const pending = (await pendingOf(db, tables, id)).find((each) => each.id === pendingId);
    const event = pending && eventOf(kind.machine, file.state, pending.event);
    if (!pending || !event || pending.fileVersion !== file.version) throw new Refused(pendingGone);
    return { file, standing, pending, event };
  }

  /** Two act together: whoever proposed it and was replaced since acts in it no more. It may still be refused. */
  async function refuseReplaced(
    tx: Tx,
    { event, ...of }: OfKind & { readonly event: MachineEvent },
    { kind, proposedBy }: Row<'pendingEvents'>,
  ): Promise<void> {
    if (kind !== 'countersign') return;
    const asked = { db: tx, tables, today: here.dayOf(here.now()) };
    const proposer = (await staffingOf(asked, [of.file], [proposedBy])).standing(of, proposedBy);
    if (proposer === null || !rightTo(event, proposer).isOpen) throw new Refused(proposerReplaced);
  }

  return {
    async enterPaper(actor, kind, { id, event, version, reason, data, evidenceId, receivedOn }) {
      const read = dataOf(kind, event, data);
      const entry = { actor: actor.accountId, duty: 'hr', deed: `${kind.machine.name}.${event}.entered` };
      await store.write({ ...entry, subject: id, reason }, async (tx, changed) => {
        const { file, standing } = await fileFor({ db: tx, tables, actor }, kind, id);
        const on = eventOf(kind.machine, file.state, event);
        if (!on) throw new Refused(eventUnknown);
        if (file.version !== version) throw new Refused(staleVersion);
        if (!on.by.includes('cadre') || on.flags.includes('rec')) throw new Refused(notOnPaper);
        if (isOnce(on) && standing.used.has(event))
          throw new Refused(mayNotMove, { detail: CLOSED_WORDS.once });
        const [as] = reachingAs(actor, PAPER_PERMISSION, standing.touched, CLERKS);
        if (as === undefined) throw new Refused(mayNotMove, { detail: CLOSED_WORDS.notNamed });
        const scans = await evidenceOf(tx, tables, id);
        if (!scans.some((scan) => scan.id === evidenceId)) throw new Refused(evidenceUnknown);
        const open = await pendingOf(tx, tables, id);
        if (open.some((each) => each.event === event)) throw new Refused(alreadyPending);
        const row: Row<'pendingEvents'> = {
          id: here.newId('pev'),
          fileId: id,
          kind: 'paper',
          event,
          fileVersion: version,
          reason,
          data: read,
          evidenceId,
          receivedOn,
          proposedBy: actor.accountId,
          proposedAt: here.now(),
          principal: as,
          state: 'open',
          decidedBy: null,
          decidedAt: null,
          version: 1,
        };
        await addRows(tx, changed, tables.pendingEvents, [row]);
        await startPendingClock({ tx, changed, tables, here, kind }, file, row.id);
      });
    },

    async decide(actor, kind, decision) {
      const { id, version, decision: chosen, reason } = decision;
      const deed = `${kind.machine.name}.${chosen === 'sign' ? 'countersigned' : 'countersign.refused'}`;
      const entry = { actor: actor.accountId, duty: 'second', deed, subject: id, reason: reason ?? null };
      await store.write(entry, async (tx, changed) => {
        const { file, standing, pending, event } = await found(tx, actor, kind, decision);
        if (pending.version !== version) throw new Refused(staleVersion);
        if (pending.proposedBy === actor.accountId) throw new Refused(countersignerIsProposer);
        const as = signsAs(pending, event, standing);
        if (as === null) throw new Refused(mayNotMove, { detail: closedFor(pending, event, standing) });
        if (chosen === 'sign') await refuseReplaced(tx, { kind, file, event }, pending);
        await changeRow(tx, changed, tables.pendingEvents, {
          before: pending,
          set: {
            state: chosen === 'sign' ? 'carried' : 'refused',
            decidedBy: actor.accountId,
            decidedAt: here.now(),
          },
        });
        if (chosen === 'refuse') return;
        const isPaper = pending.kind === 'paper';
        await carry({ tx, changed, tables, here, kind }, file, {
          event,
          actor: isPaper ? actor.accountId : pending.proposedBy,
          // What came on paper is the deed of the person concerned; who typed and who compared it stands beside it.
          principal: isPaper ? 'cadre' : pending.principal,
          reason: pending.reason,
          data: pending.data,
          countersignedBy: actor.accountId,
          ...(isPaper && { enteredBy: pending.proposedBy }),
        });
      });
    },
  };
}

const closedFor = (
  { kind }: Pick<Row<'pendingEvents'>, 'kind'>,
  event: MachineEvent,
  standing: Standing,
): (typeof CLOSED_WORDS)[keyof typeof CLOSED_WORDS] => {
  const right = rightTo(event, standing);
  return kind === 'countersign' && !right.isOpen ? CLOSED_WORDS[right.because] : CLOSED_WORDS.notNamed;
};
