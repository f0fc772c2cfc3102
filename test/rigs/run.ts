// npm run rigs [-- name…] [--share ci|full] [--for seconds] [--resume]
// What the product promises about kills, power cuts, tampering, races and malice, tried in bulk. A table on stdout;
// the tallies are kept in test-results/rigs. Ends with 1 if a single thing happened that must not.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../support/postgres.ts';
import { allRigs } from './all-rigs.ts';
import { isBreached, isComplete, runRig, table, type Rig } from './support/rig.ts';
import { tallyIn } from './support/tally.ts';

const RESULTS = join(import.meta.dirname, '../../test-results/rigs');
const SEED = 20_261_231;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    share: { type: 'string', default: 'full' },
    for: { type: 'string' },
    resume: { type: 'boolean', default: false },
  },
});
const names = allRigs.map(({ name }) => name);
const unknown = positionals.find((name) => !names.includes(name));
const isShare = (share: string): share is 'ci' | 'full' => share === 'ci' || share === 'full';
if (unknown !== undefined || !isShare(values.share)) {
  process.stderr.write(`usage: rigs [${names.join('|')}]… [--share ci|full] [--for seconds] [--resume]\n`);
  process.exit(2);
}
const { share } = values;
const seconds = values.for === undefined ? Number.POSITIVE_INFINITY : Number(values.for);

/** On a terminal one line that moves; elsewhere nothing but the tables. */
const progress = (line: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${line}`);
};

async function one(rig: Rig, postgresUrl: string | null): Promise<boolean> {
  const reason = rig.missing?.() ?? null;
  if (reason !== null) {
    process.stdout.write(`skipped   ${rig.name}: ${reason}\n`);
    return true;
  }
  const tally = tallyIn(join(RESULTS, `${rig.name}.json`), { isResumed: values.resume });
  const endsAt = Date.now() + seconds * 1000;
  const isOver = () => isStopped || Date.now() > endsAt;
  const says = progress;
  await runRig(rig, { share, seed: SEED, postgresUrl, tally, isOver, says });
  progress('');
  process.stdout.write(
    `${[...table(rig, tally, share), ...tally.notes.map((note) => `    ${note}`)].join('\n')}\n`,
  );
  return !isBreached(tally, rig) && (share === 'full' || isComplete(tally, share, rig));
}

// Asked to stop, it stops at the next good moment, with its tally kept and nothing left running.
let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (isStopped = true));

const postgres = await startPostgres();
try {
  for (const rig of allRigs.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
    if (isStopped) break;
    if (!(await one(rig, postgres?.url ?? null))) process.exitCode = 1;
  }
} finally {
  await postgres?.stop();
}
