// Service of a notice (送达): signed for in the product, or handed over on paper before a witness. Clocks run from it.
import type { z } from 'zod';
import { deliveriesOf, eventsOfFile } from '../../db/queries/procedure-files.ts';
import { changeRow } from '../../db/rows.ts';
import type { Tx } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { type Day, isDay } from '../../scoring/index.ts';
import { invalidRequest, notFound, Refused, staleVersion } from '../http/problem.ts';
import { settleNotice } from '../notices/tell-file.ts';
import type { Actor } from '../permissions/actor.ts';
import { startClocks, stopClocks } from './clocks.ts';
import { CLOSED_WORDS } from './closed-words.ts';
import type { FileKind, InTx } from './file-kind.ts';
import type { FilesNeed } from './files.service.ts';
import type { Machine, MachineEvent } from './machines.ts';
import type { RecordDelivery, SignDelivery } from './procedures.contract.ts';
import { alreadyServed, mayNotMove } from './procedures.problems.ts';
import { moversOf, type Standing } from './rights.ts';
import { reachingAs } from '../permissions/may.ts';
import { fileFor } from './standing.ts';

interface Named {
  readonly id: string;
  readonly deliveryId: string;
}
export interface DeliveriesService {
  readonly sign: (actor: Actor, kind: FileKind, input: z.infer<typeof SignDelivery> & Named) => Promise<void>;
  readonly recordPaper: (
    actor: Actor,
    kind: FileKind,
    input: z.infer<typeof RecordDelivery> & Named,
  ) => Promise<void>;
}

/** Whether a notice is to the actor: to himself, or to a unit that he answers for. */
export const isAddressee = (delivery: Row<'deliveries'>, { actor, touched }: Standing): boolean =>
  delivery.cadreId === null ? touched.isRepresented === true : delivery.cadreId === actor.cadreId;

/** Whoever may do the event that served the notice may hand it over on paper. */
export function mayHandOver(event: MachineEvent | undefined, { actor, touched }: Standing): boolean {
  if (event === undefined || event.permission === null) return false;
  return reachingAs(actor, event.permission, touched, moversOf(event)).length > 0;
}

export const servingEvent = (
  machine: Machine,
  kept: Row<'fileEvents'> | undefined,
): MachineEvent | undefined =>
  machine.events.find(({ event, from }) => event === kept?.event && from === kept.fromState);

export function deliveriesService({ store, here }: FilesNeed): DeliveriesService {
  const { tables } = store;

  async function found(tx: Tx, actor: Actor, kind: FileKind, { id, deliveryId }: Named) {
    const { file, standing } = await fileFor({ db: tx, tables, actor }, kind, id);
    const delivery = (await deliveriesOf(tx, tables, id)).find((each) => each.id === deliveryId);
    if (!delivery) throw new Refused(notFound);
    const events = await eventsOfFile(tx, tables, id);
    const kept = events.find((each) => each.id === delivery.eventId);
    const entered = events.findLast(({ fromState, toState }) => fromState !== toState);
    const isAwaited = kept !== undefined && kept.id === entered?.id;
    return { file, standing, delivery, event: servingEvent(kind.machine, kept), kept, isAwaited };
  }

  /** Asked after the right to it: whether it was served is known to those who may serve it or sign for it. */
  function refuseServed(delivery: Row<'deliveries'>, version: number): void {
    if (delivery.servedAt !== null) throw new Refused(alreadyServed);
    if (delivery.version !== version) throw new Refused(staleVersion);
  }

  /** From here on the time to answer runs, if this notice is the one that the file waits on: not one of an earlier round. */
  async function start(
    within: InTx,
    file: Row<'files'>,
    { kept, isAwaited, day }: { kept: Row<'fileEvents'> | undefined; isAwaited: boolean; day: Day },
  ) {
    if (kept) await within.kind.served?.({ ...within, file, event: kept, day });
    if (!isAwaited) return;
    await stopClocks(within, file.id, 'alarms');
    await startClocks(within, file, 'service', day);
  }

  const entry = (actor: Actor, kind: FileKind, deed: string, id: string, reason: string | null) => ({
    actor: actor.accountId,
    duty: deed === 'signed' ? 'cadre' : 'hr',
    deed: `${kind.machine.name}.notice.${deed}`,
    subject: id,
    reason,
  });

  return {
    async sign(actor, kind, input) {
      await store.write(entry(actor, kind, 'signed', input.id, null), async (tx, changed) => {
        const { file, standing, delivery, ...of } = await found(tx, actor, kind, input);
        if (!isAddressee(delivery, standing)) throw new Refused(notFound);
        refuseServed(delivery, input.version);
        const at = here.now();
        await changeRow(tx, changed, tables.deliveries, {
          before: delivery,
          set: { servedAt: at, signedBy: actor.accountId },
        });
        const within = { tx, changed, tables, here, kind };
        await settleNotice(within, file, actor.accountId);
        await start(within, file, { ...of, day: here.dayOf(at) });
      });
    },

    async recordPaper(actor, kind, { paperOn, witness, ...input }) {
      const today = here.dayOf(here.now());
      await store.write(entry(actor, kind, 'handedOver', input.id, witness), async (tx, changed) => {
        const { file, standing, delivery, event, ...of } = await found(tx, actor, kind, input);
        if (!mayHandOver(event, standing)) throw new Refused(mayNotMove, { detail: CLOSED_WORDS.notNamed });
        refuseServed(delivery, input.version);
        const first = here.dayOf(delivery.createdAt);
        if (!isDay(paperOn) || paperOn < first || paperOn > today) {
          const detail = {
            zh: `应在 ${first} 到 ${today} 之间`,
            en: `Expected a day from ${first} to ${today}`,
          };
          throw new Refused(invalidRequest, { places: [{ pointer: '/paperOn', detail }] });
        }
        await changeRow(tx, changed, tables.deliveries, {
          before: delivery,
          set: { servedAt: servedOn(paperOn), paperOn, witness, recordedBy: actor.accountId },
        });
        await start({ tx, changed, tables, here, kind }, file, { ...of, day: paperOn });
      });
    },
  };
}

/** Noon of the day in China: a moment that is that day everywhere in the country. */
const servedOn = (day: Day): number => Date.parse(`${day}T12:00:00+08:00`);
