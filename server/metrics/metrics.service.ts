// What an operator watches: counts and ages, nothing about anybody.
import { upkeepCounts } from '../../db/queries/alarms.ts';
import { lastHead } from '../../db/queries/backup-rows.ts';
import type { Store } from '../../db/store.ts';
import type { BackupsService } from '../backups/backups.service.ts';
import type { Measured } from './measured.ts';
import { type Gauge, prometheusText } from './prometheus-text.ts';

export interface MetricsNeed {
  readonly store: Store;
  readonly backups: BackupsService;
  readonly measured: Measured;
  readonly now: () => number;
}

const gauge = (name: string, help: string, value: number | null): Gauge => ({
  name: `dandang_${name}`,
  help,
  value,
});

export async function metricsText({ store, backups, measured, now }: MetricsNeed): Promise<string> {
  const { alarmsOpen, jobsRunning, entries } = await upkeepCounts(store.read, store.tables);
  const head = await lastHead(store.read, store.tables);
  const newest = await backups.newestAt();
  const delay = measured.loopDelay();
  return prometheusText(measured, [
    gauge('event_loop_delay_mean_seconds', 'Since the last reading.', delay.mean),
    gauge('event_loop_delay_p99_seconds', 'Since the last reading.', delay.p99),
    gauge('event_loop_delay_max_seconds', 'Since the last reading.', delay.max),
    gauge('store_read_only', '1 while nothing can be written.', store.readOnly === null ? 0 : 1),
    gauge('audit_entries', 'Entries of the audit trail.', entries),
    gauge('log_head_entries', 'Entries that the last signed head covers.', head?.size ?? 0),
    gauge(
      'backup_age_seconds',
      'Since the newest good backup.',
      newest === null ? null : (now() - newest) / 1000,
    ),
    gauge('jobs_running', 'Long works under way.', jobsRunning),
    gauge('alarms_open', 'Alarms that nobody has ended.', alarmsOpen),
  ]);
}
