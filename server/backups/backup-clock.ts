import type { BackupsService } from './backups.service.ts';

const TICK_MS = 60_000;

/** Looks every minute whether it is time; what was due while nobody ran is made soon after the start. */
export function startBackupClock(backups: BackupsService, onFault: (fault: unknown) => void): () => void {
  let isBusy = false;
  const tick = async () => {
    if (isBusy) return;
    isBusy = true;
    await backups.tick().catch(onFault);
    isBusy = false;
  };
  const timer = setInterval(() => void tick(), TICK_MS);
  timer.unref();
  void tick();
  return () => clearInterval(timer);
}
