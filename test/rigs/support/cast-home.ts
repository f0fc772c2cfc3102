// The cast of the double ledger on a product of the rig’s own, whose clock the rig moves; several nodes may share a store.
import type { Dialect } from '../../../db/columns.ts';
import { addRows, type Store } from '../../../db/store.ts';
import { buildApp } from '../../../server/app.ts';
import { dayOf, surroundings } from '../../../server/main.ts';
import { type CastDeeds, castDeeds } from '../../support/cast-deeds.ts';
import { seatCast } from '../../support/cast-people.ts';
import { aUnit, NOON } from '../../support/rows.ts';
import { aHome, type Home, opened } from './database.ts';
import { setUp } from './people.ts';

const UNIT = 'un_college';

export interface CastHomeOfRig {
  readonly nodes: readonly CastDeeds[];
  /** Lines of the log about faults. */
  readonly faults: readonly string[];
  remove(): Promise<void>;
}

interface NodeNeeds {
  readonly home: Home;
  readonly clock: { now: number };
  readonly log: (line: string) => void;
}
async function aNode({ home, clock, log }: NodeNeeds) {
  const now = () => clock.now;
  const store = await opened(home, { now });
  const built = await buildApp({
    ...{ ...surroundings, now, dayOf, today: () => dayOf(now()), running: now },
    ...{ store, keys: home.keys },
    config: {
      ...{ school: { name: '示例大学', isDemo: false }, trustProxy: [], logLevel: 'error' },
      limits: { perAccount: 1_000_000, perAddress: 1_000_000, windowMs: 1000 },
      ...{ log: { write: log }, clientFolder: null, version: '0.0.0' },
    },
  });
  await built.app.ready();
  return { ...built, store };
}

async function foundCollege(store: Store): Promise<void> {
  const unit = aUnit({ id: UNIT, code: '20', name: '文学院' });
  await store.write(setUp('school.founded'), (tx, changed) =>
    addRows(tx, changed, store.tables.units, [unit]),
  );
  await seatCast(store, { unitId: UNIT });
}

export async function aCastHome(
  dialect: Dialect,
  { postgresUrl, nodeCount = 1 }: { readonly postgresUrl: string | null; readonly nodeCount?: number },
): Promise<CastHomeOfRig> {
  const home = await aHome(dialect, postgresUrl);
  const clock = { now: NOON };
  const faults: string[] = [];
  const built: Awaited<ReturnType<typeof aNode>>[] = [];
  for (let n = 0; n < nodeCount; n += 1)
    built.push(await aNode({ home, clock, log: (line) => faults.push(line) }));
  await foundCollege(built[0]!.store);
  const nodes = built.map(({ app, store, services }) =>
    castDeeds({
      ...{ app, store, clock, stage: { unitId: UNIT }, signingKey: home.keys.signingKey },
      tick: () => services.ticking.tick(),
    }),
  );
  return {
    ...{ nodes, faults },
    async remove() {
      for (const { app, store } of built) {
        await app.close();
        await store.close();
      }
      await home.remove();
    },
  };
}
