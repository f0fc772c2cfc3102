// What sysadmin sees of the clock, and the one thing he may tell it: that the time is right again.
import type { z } from 'zod';
import { alarmsOpen } from '../../db/queries/alarms.ts';
import type { Store } from '../../db/store.ts';
import type { Actor } from '../permissions/actor.ts';
import type { ClockView } from './clock.contract.ts';
import type { TickingService } from '../procedures/ticking.service.ts';

export interface ClockService {
  view(): Promise<z.infer<typeof ClockView>>;
  resume(actor: Actor, input: { reason: string }): Promise<z.infer<typeof ClockView>>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly ticking: TickingService;
}

export function clockService({ store, now, ticking }: Needed): ClockService {
  async function view(): Promise<z.infer<typeof ClockView>> {
    const alarms = await alarmsOpen(store.read, store.tables, { audience: 'sysadmin' });
    return {
      ...ticking.status(),
      isHalted: await ticking.isHalted(),
      now: now(),
      alarms: alarms.map(({ id, kind, raisedAt, detail }) => ({
        ...{ id, kind, raisedAt },
        seconds: typeof detail['seconds'] === 'number' ? detail['seconds'] : null,
        fault: typeof detail['fault'] === 'string' ? detail['fault'] : null,
      })),
    };
  }
  return {
    view,
    async resume(actor, { reason }) {
      await ticking.resume(actor, reason);
      return view();
    },
  };
}
