// Whether an account exists must not be heard from how long a sign-in takes.
import { eq } from 'drizzle-orm';
import { changeRow } from '../../db/store.ts';
import { argon2 } from '../../server/adapters/argon2.ts';
import { overWire, type Ask } from './support/ask.ts';
import { accountIdOf, setUp, several } from './support/people.ts';
import { aProduct } from './support/product.ts';
import type { Rig } from './support/rig.ts';

const TRIES = 1000;
const WARM_UP = 20;
const MOST_DIFFERENCE = 0.1;

export const loginTiming: Rig = {
  name: 'login-timing',
  about: 'sign-in with a wrong password: somebody known against somebody unknown',
  goals: [
    { about: 'pairs of tries', counts: 'tries', wanted: { ci: 40, full: TRIES } },
    { about: 'median of a known account, µs', counts: 'known', wanted: { ci: 1, full: 1 } },
    { about: 'median of an unknown one, µs', counts: 'unknown', wanted: { ci: 1, full: 1 } },
    { about: 'medians more than 10 % apart', counts: 'apart', wanted: 'never' },
    { about: 'answers that differ', counts: 'told apart', wanted: 'never' },
  ],
  async run({ share, tally }) {
    const product = await aProduct({ dialect: 'sqlite', postgresUrl: null, offices: several('hr', 1) });
    const { store, app } = product.node;
    const { accounts } = store.tables;
    const [before] = await store.read
      .select()
      .from(accounts)
      .where(eq(accounts.id, accountIdOf('hr1')));
    const passwordHash = await argon2.hash('a quiet mountain river');
    await store.write(setUp('password.set'), (tx, changed) =>
      changeRow(tx, changed, accounts, { before: before!, set: { passwordHash } }),
    );
    const { ask, close } = overWire(await app.listen({ host: '127.0.0.1', port: 0 }));
    try {
      const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
      const wanted = share === 'ci' ? 40 : TRIES;
      for (let n = 0; n < wanted + WARM_UP; n += 1) {
        // In turn, and each first as often as the other.
        const order = n % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const);
        const answers = new Set<string>();
        for (const who of order) {
          const { took, said } = await oneTry(ask, who === 'known' ? 'hr1' : 'hr2');
          if (n >= WARM_UP) times[who].push(took);
          answers.add(said);
        }
        if (answers.size > 1) tally.breach('told apart', [...answers].join(' | '));
      }
      tally.add('tries', wanted);
      const [known, unknown] = [median(times.known), median(times.unknown)];
      tally.add('known', Math.round(known * 1000));
      tally.add('unknown', Math.round(unknown * 1000));
      const difference = Math.abs(known - unknown) / Math.min(known, unknown);
      // Forty tries on a busy machine say nothing about time; that both hash is seen by an order of magnitude.
      const bound = share === 'ci' ? 1 : MOST_DIFFERENCE;
      if (difference > bound) tally.breach('apart', `${known.toFixed(2)} ms and ${unknown.toFixed(2)} ms`);
    } finally {
      close();
      await product.remove();
    }
  },
};

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;

async function oneTry(ask: Ask, staffNo: string): Promise<{ took: number; said: string }> {
  const begun = performance.now();
  const { status, text } = await ask({
    ...{ method: 'POST', path: '/api/session' },
    body: { staffNo, password: 'not the right one at all' },
  });
  const took = performance.now() - begun;
  return { took, said: `${status} ${text.replace(/"instance":"[^"]*"/u, '')}` };
}
