// 纠错: what somebody still has to put right after a decision on his exemption.
import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { Tables } from '../tables/index.ts';

/** In which states the decision was told to him. */
const TOLD = ['exempt_final', 'mitigated_final', 'served_mitigate'];

/** The files in which nothing was reported yet, the earliest day first. */
export const mistakesToPutRight = (db: Db, { files, exemptions: e }: Tables, cadreId: string) =>
  db
    .select({ fileId: files.id, title: files.title, correctBy: e.correctBy })
    .from(files)
    .innerJoin(e, eq(e.fileId, files.id))
    .where(
      and(
        eq(files.cadreId, cadreId),
        inArray(files.state, TOLD),
        isNotNull(e.correction),
        isNull(e.correctedAt),
      ),
    )
    .orderBy(asc(e.correctBy), asc(files.id));
