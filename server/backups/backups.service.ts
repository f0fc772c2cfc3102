// Backups of a running server: asked for or by the clock, into one configured folder; the last few are kept.
import type { z } from 'zod';
import { alarmsOpen } from '../../db/queries/alarms.ts';
import { lastHead } from '../../db/queries/backup-rows.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { Refused } from '../http/problem.ts';
import type { Job, JobsService } from '../jobs/jobs.service.ts';
import { type Actor, anonymous } from '../permissions/actor.ts';
import type { BackupFiles } from './backup-files.ts';
import type { BackupList } from './backups.contract.ts';
import { noBackupPlace } from './backups.problems.ts';
import { manifestOf } from './read-backup.ts';
import { type Manifest, takeBackup } from './take-backup.ts';

export interface BackupSettings {
  /** Null = none are made. */
  readonly place: string | null;
  readonly everyHours: number;
  readonly keep: number;
  /** Where the last head of the log is kept beside the store, so that a restore of something older is noticed. */
  readonly headFile?: string;
}
export const NO_BACKUPS: BackupSettings = { place: null, everyHours: 24, keep: 14 };

export interface BackupsService {
  list(): Promise<z.infer<typeof BackupList>>;
  start(actor: Actor): Promise<{ job: Job }>;
  /** By the clock, on any node: keeps the log's head, makes a backup if it is time, raises or ends the alarm. */
  tick(): Promise<void>;
  /** When the newest good one was made; null = there is none, or nowhere to look. */
  newestAt(): Promise<number | null>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly newId: (prefix: string) => string;
  readonly jobs: JobsService;
  readonly files: BackupFiles;
  readonly version: string;
  readonly settings: BackupSettings;
}
type Known = Manifest & { readonly name: string };

const HOUR_MS = 3_600_000;
const WHOLE = 100;
/** After one that failed. */
const AGAIN_MS = 15 * 60_000;
const LATE = 'backupLate';
const SYSTEM: Actor = { ...anonymous('zh'), accountId: 'system' };
const ours = /^dandang-[\dTZ-]+$/u;

const nameAt = (instant: number): string =>
  `dandang-${new Date(instant).toISOString().replace(/\.\d+/u, '').replaceAll(':', '-')}`;

export function backupsService({
  store,
  now,
  newId,
  jobs,
  files,
  version,
  settings,
}: Needed): BackupsService {
  const { place, everyHours, keep, headFile } = settings;
  const everyMs = everyHours * HOUR_MS;
  const bornAt = now();
  let triedAt = -Infinity;
  let keptSize = -1;
  const { tables } = store;

  /** The newest first; what is no whole backup does not count. */
  async function known(): Promise<Known[]> {
    if (place === null) return [];
    const found: Known[] = [];
    for (const name of (await files.namesIn(place)).filter((each) => ours.test(each))) {
      const manifest = await manifestOf(files, `${place}/${name}`).catch(() => null);
      if (manifest) found.push({ ...manifest, name });
    }
    return found.toSorted((a, b) => b.madeAt - a.madeAt);
  }

  async function make(actor: Actor, name: string): Promise<Job> {
    if (place === null) throw new Refused(noBackupPlace);
    return jobs.startJob('backup', actor, WHOLE, async (report) => {
      let told = Promise.resolve();
      const tell = (part: number) => {
        told = told.then(() => report(Math.floor(part * WHOLE)));
      };
      const taking = { store, files, version, now, how: 'ownConnection' as const, report: tell };
      await takeBackup(taking, `${place}/${name}`);
      await told;
      for (const { name: old } of (await known()).slice(keep)) await files.remove(`${place}/${old}`);
    });
  }

  async function raise(newest: number | null): Promise<void> {
    const alarm: Row<'alarms'> = {
      id: newId('alm'),
      kind: LATE,
      fileId: null,
      audience: 'sysadmin',
      detail: { newest: newest ?? 0, everyHours },
      raisedAt: now(),
      endedAt: null,
      endedBy: null,
      version: 1,
    };
    const act = { actor: 'system', duty: 'system', deed: 'alarm.raised', subject: alarm.id, reason: LATE };
    await store.write(act, (tx, changed) => addRows(tx, changed, tables.alarms, [alarm]));
  }

  async function keepHead(): Promise<void> {
    const head = headFile === undefined ? null : await lastHead(store.read, tables);
    if (headFile === undefined || head === null || head.size === keptSize) return;
    const { id: _, ...told } = head;
    await files.keepText(headFile, `${JSON.stringify(told)}\n`);
    keptSize = head.size;
  }

  async function settleAlarm(): Promise<void> {
    const newest = (await known())[0]?.madeAt ?? null;
    const isLate = now() - (newest ?? bornAt) > 2 * everyMs;
    const [open] = await alarmsOpen(store.read, tables, { audience: 'sysadmin', kind: LATE });
    if (isLate && !open) await raise(newest);
    if (isLate || !open) return;
    const act = { actor: 'system', duty: 'system', deed: 'alarm.ended', subject: open.id, reason: LATE };
    const set = { endedAt: now(), endedBy: 'system' };
    await store.write(act, (tx, changed) => changeRow(tx, changed, tables.alarms, { before: open, set }));
  }

  return {
    async list() {
      const items = (await known()).map(({ name, madeAt, engine, files, counts, head }) => ({
        name,
        madeAt,
        engine,
        bytes: files.reduce((total, { bytes }) => total + bytes, 0),
        rows: Object.values(counts).reduce((total, count) => total + count, 0),
        entries: head?.size ?? null,
      }));
      return { isConfigured: place !== null, everyHours, keep, items };
    },
    start: async (actor) => ({ job: await make(actor, nameAt(now())) }),
    async tick() {
      await keepHead();
      if (place === null || store.readOnly !== null) return;
      const newest = (await known())[0]?.madeAt ?? null;
      if ((newest === null || now() - newest >= everyMs) && now() - triedAt >= AGAIN_MS) {
        triedAt = now();
        // All nodes call it the same, so that one of them makes it and the others find it being made.
        const slot = Math.floor(now() / everyMs) * everyMs;
        const { id } = await make(SYSTEM, nameAt(newest === null ? now() : Math.max(slot, newest + 1000)));
        await jobs.ended(id);
      }
      await settleAlarm();
    },
    newestAt: async () => (await known())[0]?.madeAt ?? null,
  };
}
