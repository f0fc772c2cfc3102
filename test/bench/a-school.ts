// A school in a store of its own: many cadres with many records, confirmed, in one year.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addRows } from '../../db/rows.ts';
import { openStore, type Store, type StoreOptions } from '../../db/store.ts';
import { areaOfBehaviour } from '../../scoring/index.ts';
import {
  aCadre,
  aMeasure,
  anAppointment,
  anEnrolment,
  anInaction,
  anInitiative,
  aPool,
  aPost,
  aUnit,
  aYear,
} from '../support/rows.ts';
import { manyCadres } from './many-cadres.ts';
import { testLogKey } from '../support/test-keys.ts';

export interface School {
  readonly store: Store;
  readonly file: string;
  readonly now: () => number;
  readonly newId: (prefix: string) => string;
  readonly remove: () => Promise<void>;
}

const AT_ONCE = 2000;

export async function aSchool(
  cadreCount: number,
  recordsEach: number,
  more: Partial<StoreOptions> = {},
): Promise<School> {
  const folder = mkdtempSync(join(tmpdir(), 'dandang-bench-'));
  const file = join(folder, 'bench.db');
  let ticks = Date.UTC(2026, 11, 31);
  let ids = 0;
  const now = () => (ticks += 1);
  const newId = (prefix: string) => `${prefix}_${`${(ids += 1)}`.padStart(9, '0')}`;
  const keys = { dataKey: Buffer.alloc(32, 1), lookupKey: Buffer.alloc(32, 2), logKey: testLogKey };
  const store = await openStore({ url: `file:${file}`, keys, now, newId, ...more });
  const act = { actor: 'acc_bench', duty: 'hr', deed: 'bench.filled', subject: 'school', reason: null };
  const { tables } = store;
  await store.write(act, async (tx, changed) => {
    await addRows(tx, changed, tables.units, [aUnit()]);
    await addRows(tx, changed, tables.posts, [aPost()]);
    await addRows(tx, changed, tables.years, [aYear()]);
    await addRows(tx, changed, tables.pools, [aPool()]);
  });
  const cadres = manyCadres(cadreCount, recordsEach);
  for (let from = 0; from < cadres.length; from += AT_ONCE) {
    const some = cadres.slice(from, from + AT_ONCE);
    await store.write(act, async (tx, changed) => {
      const of = <T>(make: (cadreId: string) => T) => some.map(({ id }) => make(id));
      await addRows(
        tx,
        changed,
        tables.cadres,
        of((id) => aCadre({ id, staffNo: id, nameKey: id })),
      );
      await addRows(
        tx,
        changed,
        tables.appointments,
        of((id) => anAppointment({ id: `a${id}`, cadreId: id })),
      );
      await addRows(
        tx,
        changed,
        tables.enrolments,
        of((id) => anEnrolment({ id: `e${id}`, cadreId: id })),
      );
      const measures = some.flatMap(({ id, measures: given }) =>
        (['democratic', 'leadership', 'objectives'] as const).map((measure) =>
          aMeasure({ id: `m${id}${measure}`, cadreId: id, measure, value: given[measure]! }),
        ),
      );
      await addRows(tx, changed, tables.measures, measures);
      const conduct = some.flatMap(({ id: cadreId, conduct: records }) =>
        records.map((record) =>
          record.kind === 'inaction'
            ? anInaction({
                ...pick(record),
                cadreId,
                code: record.code,
                area: areaOfBehaviour(record.code),
                severity: record.severity,
                responsibility: record.responsibility,
                finding: record.finding,
                conditions: [...record.conditions],
              })
            : anInitiative({
                ...pick(record),
                cadreId,
                area: record.area,
                quality: record.quality,
                level: record.level,
                role: record.role,
              }),
        ),
      );
      await addRows(tx, changed, tables.conductRecords, conduct);
    });
  }
  return {
    store,
    file,
    now,
    newId,
    remove: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const pick = ({ id, occurredOn }: { id: string; occurredOn: string }) => ({ id, occurredOn });
