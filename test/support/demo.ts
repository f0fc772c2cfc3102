// The demo school on an engine, filled once: five hundred people, three years.
import type { Dialect } from '../../db/columns.ts';
import { fillDemo } from '../../server/demo/fill-demo.ts';
import { DEMO_PASSWORD } from '../../server/demo/logins.ts';
import type { Actor } from '../../server/permissions/actor.ts';
import { servicesOf } from '../../server/services.ts';
import { NOON } from './rows.ts';
import { aStore } from './store.ts';

export async function aDemo(dialect: Dialect) {
  let clock = NOON;
  const now = () => (clock += 1);
  const home = await aStore(dialect, { now });
  const { newId } = home.options;
  const today = () => '2026-12-31';
  const services = servicesOf({
    store: home.store,
    now,
    today,
    dayOf: today,
    newId,
    running: () => clock,
    onFault: (fault) => {
      throw fault;
    },
  });
  const begun = performance.now();
  await fillDemo({ services, today });
  const actor = async (staffNo: string): Promise<Actor> =>
    (await services.sessions.signIn({ staffNo, password: DEMO_PASSWORD }, 'zh')).actor;
  return { store: home.store, services, actor, filledIn: performance.now() - begun, remove: home.remove };
}
export type Demo = Awaited<ReturnType<typeof aDemo>>;
