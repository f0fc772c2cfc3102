// The rounds in which notices leave: who is to be reminded, then whatever waits to be sent.
import type { Wait } from '../procedures/ticking.service.ts';
import type { RemindService } from './remind.service.ts';
import type { SenderService } from './sender.service.ts';

export interface NoticesService {
  /** One round, now. */
  round(stop?: AbortSignal): Promise<void>;
  /** A round every so often until the returned function is called. */
  start(everyMs: number, wait: Wait): () => Promise<void>;
}

interface Needed {
  readonly reminders: RemindService;
  readonly sender: SenderService;
  readonly onFault: (fault: unknown) => void;
}

export function noticesService({ reminders, sender, onFault }: Needed): NoticesService {
  async function round(stop?: AbortSignal): Promise<void> {
    await reminders.remindDue().catch(onFault);
    await sender.sendDue(stop).catch(onFault);
  }
  return {
    round,
    start(everyMs, wait) {
      const stop = new AbortController();
      const rounds = async (): Promise<void> => {
        while (!stop.signal.aborted) {
          await round(stop.signal);
          await wait(everyMs, stop.signal);
        }
      };
      const done = rounds();
      return async () => {
        stop.abort();
        await done;
      };
    },
  };
}
