// Archiving a year: its results stand from then on, and what becomes final later counts later.
import type { z } from 'zod';
import { initiativesCountingIn, yearFileOf } from '../../db/queries/year-files.ts';
import { yearOf } from '../../db/queries/years.ts';
import { addRows } from '../../db/rows.ts';
import type { Db, Tx } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { notFound, Refused, staleVersion } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { dutyOf } from '../permissions/may.ts';
import { carry } from '../procedures/carry.ts';
import type { FileKind, InTx } from '../procedures/file-kind.ts';
import type { FilesNeed } from '../procedures/files.service.ts';
import { eventOf, isPrincipal, type MachineEvent } from '../procedures/machines.ts';
import { againstArchiving } from './against-archiving.ts';
import type { YearView } from './appraisals.contract.ts';
import { yearArchived, yearNotComplete } from './appraisals.problems.ts';
import type { ArchiveCheck, ArchiveYear } from './archive.contract.ts';
import { reachesAll, rootUnits } from './whole-school.ts';
import { AT_YEARS_END } from './year-kind.ts';
import { yearView } from './years.service.ts';

interface OfYear {
  readonly year: number;
}
export interface ArchiveService {
  /** What speaks against it, and what it would do. */
  check(actor: Actor, input: OfYear): Promise<z.infer<typeof ArchiveCheck>>;
  archive(actor: Actor, input: OfYear & z.infer<typeof ArchiveYear>): Promise<z.infer<typeof YearView>>;
}

interface Needed extends FilesNeed {
  readonly kind: FileKind;
}

const PERMISSION = 'appraisal.archive';

export function archiveService({ store, here, kind }: Needed): ArchiveService {
  const { tables, read } = store;
  const archiving: MachineEvent = eventOf(kind.machine, kind.machine.start, 'archive')!;

  async function openYear(db: Db, actor: Actor, year: number): Promise<Row<'years'>> {
    const found = await yearOf(db, tables, year);
    // A year is the whole school's: for an office over a part of it there is none to archive.
    if (!found || !(await reachesAll({ db, tables, actor }, PERMISSION))) throw new Refused(notFound);
    if (found.state === 'archived') throw new Refused(yearArchived);
    return found;
  }

  /** The year's file; begun when the year is archived for the first time. */
  async function fileOf({ tx, changed }: InTx, actor: Actor, year: number): Promise<Row<'files'>> {
    const before = await yearFileOf(tx, tables, year);
    if (before) return before;
    const [school] = await rootUnits(tx, tables);
    const file: Row<'files'> = {
      ...{ id: here.newId('file'), machine: kind.machine.name, state: kind.machine.start, version: 1 },
      ...{ cadreId: null, unitId: school!.id, title: `${year} 年度考核` },
      ...{ openedBy: actor.accountId, openedAt: here.now(), enteredAt: here.now() },
    };
    await addRows(tx, changed, tables.files, [file]);
    await addRows(tx, changed, tables.yearFiles, [{ fileId: file.id, year }]);
    return file;
  }

  async function refuseIncomplete(tx: Tx, year: Row<'years'>): Promise<void> {
    const places = await againstArchiving({ db: tx, tables, year });
    if (places.length > 0) throw new Refused(yearNotComplete, { places });
  }

  return {
    async check(actor, { year: asked }) {
      const year = await openYear(read, actor, asked);
      const period = { from: year.periodFrom, to: year.periodTo };
      const initiatives = await initiativesCountingIn(read, tables, { ...period, state: AT_YEARS_END.state });
      return {
        version: year.version,
        against: await againstArchiving({ db: read, tables, year }),
        initiativeCount: initiatives.length,
      };
    },

    async archive(actor, { year: asked, version, reason }) {
      const duty = dutyOf(actor, PERMISSION);
      const act = {
        actor: actor.accountId,
        duty,
        deed: 'appraisal.year.archived',
        subject: String(asked),
        reason,
      };
      return store.write(act, async (tx, changed) => {
        const year = await openYear(tx, actor, asked);
        if (year.version !== version) throw new Refused(staleVersion);
        await refuseIncomplete(tx, year);
        const within: InTx = { tx, changed, tables, here, kind };
        await carry(within, await fileOf(within, actor, asked), {
          event: archiving,
          actor: actor.accountId,
          principal: archiving.by.find(isPrincipal)!,
          ...{ reason, data: {} },
        });
        return yearView((await yearOf(tx, tables, asked))!);
      });
    },
  };
}
