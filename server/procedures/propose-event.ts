// What two persons do together: one proposes it, and it waits for the other.
import type { z } from 'zod';
import { pendingOf } from '../../db/queries/procedure-files.ts';
import { addRows } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import { Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { startPendingClock } from './clocks.ts';
import type { InTx } from './file-kind.ts';
import type { FileEvent } from './procedures.contract.ts';
import { alreadyPending } from './procedures.problems.ts';

export async function proposeEvent(
  within: InTx,
  file: Row<'files'>,
  actor: Actor,
  as: string,
  sent: z.infer<typeof FileEvent>,
): Promise<void> {
  const { tx, changed, tables, here } = within;
  const open = await pendingOf(tx, tables, file.id);
  if (open.some(({ event }) => event === sent.event)) throw new Refused(alreadyPending);
  const row: Row<'pendingEvents'> = {
    id: here.newId('pev'),
    fileId: file.id,
    kind: 'countersign',
    event: sent.event,
    fileVersion: file.version,
    reason: sent.reason!,
    data: sent.data,
    evidenceId: null,
    receivedOn: null,
    proposedBy: actor.accountId,
    proposedAt: here.now(),
    principal: as,
    state: 'open',
    decidedBy: null,
    decidedAt: null,
    version: 1,
  };
  await addRows(tx, changed, tables.pendingEvents, [row]);
  await startPendingClock(within, file, row.id);
}
