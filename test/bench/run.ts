// npm run bench [-- cadres]: the performance goals as ratios, both sides in one run; a table for people on stderr,
// the same as JSON on stdout and in latest.json.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coldStart } from './cold-start.ts';
import { firstLoad } from './first-load.ts';
import { overHttp } from './over-http.ts';
import { scoringCore } from './scoring-core.ts';
import { scoringRun } from './scoring-run.ts';
import { sortedList } from './sorted-list.ts';
import type { Row } from './measure.ts';

const cadreCount = Number(process.argv[2] ?? 25_000);

const shown = (figure: number): string => (figure >= 100 ? figure.toFixed(0) : figure.toFixed(2));

function line({ goal, about, bound, median, least, most, isHeld }: Row): string {
  const range = least === most ? '' : ` (${shown(least)}–${shown(most)})`;
  return `${isHeld ? 'held  ' : 'MISSED'}  ${goal.padEnd(4)} ${bound.padEnd(7)} ${shown(median)}${range}  ${about}`;
}

const rows: Row[] = [];
for (const part of [scoringCore, firstLoad, sortedList, coldStart, overHttp, () => scoringRun(cadreCount)]) {
  const measured = await part();
  for (const row of measured) process.stderr.write(`${line(row)}\n`);
  rows.push(...measured);
}
const json = `${JSON.stringify(rows)}\n`;
writeFileSync(join(import.meta.dirname, 'latest.json'), json);
process.stdout.write(json);
