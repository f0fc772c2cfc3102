// P2: the scoring core in records a second, and against a general rule engine on the same small rule set.
import { Engine } from 'json-rules-engine';
import {
  assess,
  builtInBook,
  FIRST_DAY,
  type Inaction,
  portion,
  policyOn,
  RESPONSIBILITIES,
  SEVERITIES,
} from '../../scoring/index.ts';
import { atLeast, ratios, type Row, times } from './measure.ts';
import { bundleOf, manyCadres } from './many-cadres.ts';

const policy = policyOn(builtInBook, FIRST_DAY);

const pointsOf = ({ severity, responsibility }: Inaction): number =>
  portion(policy[`inaction.severity.${severity}`], policy[`inaction.responsibility.${responsibility}`]);

/** The same small rule set as rules of a general engine: points by severity and responsibility. */
function generalEngine(): Engine {
  const engine = new Engine();
  for (const severity of SEVERITIES)
    for (const responsibility of RESPONSIBILITIES)
      engine.addRule({
        conditions: {
          all: [
            { fact: 'severity', operator: 'equal', value: severity },
            { fact: 'responsibility', operator: 'equal', value: responsibility },
          ],
        },
        event: {
          type: 'points',
          params: {
            points: portion(
              policy[`inaction.severity.${severity}`],
              policy[`inaction.responsibility.${responsibility}`],
            ),
          },
        },
      });
  return engine;
}

export async function scoringCore(): Promise<Row[]> {
  const bundle = bundleOf(manyCadres(5000, 20));
  const spent = await times(() => assess(bundle));
  const perSecond = spent.map((ms) => 100_000 / ms / 1000);

  const records = bundle.cadres
    .slice(0, 50)
    .flatMap(({ conduct }) => conduct)
    .filter((record) => record.kind === 'inaction');
  const engine = generalEngine();
  const theirs = async () => {
    const points: number[] = [];
    for (const { severity, responsibility } of records) {
      const { events } = await engine.run({ severity, responsibility });
      points.push(Number(events[0]?.params?.['points']));
    }
    return points;
  };
  const REPEATS = 1000;
  const ours = () => {
    let points: number[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat += 1) points = records.map(pointsOf);
    return points;
  };
  if (JSON.stringify(ours()) !== JSON.stringify(await theirs()))
    throw new Error('the two rule sets disagree');
  const faster = (await ratios(theirs, ours)).map((ratio) => ratio * REPEATS);
  return [
    atLeast('P2', '计分核心，百万条记录每秒 million records/s, full rule set with reasons', 2, perSecond),
    atLeast(
      'P2',
      '与 json-rules-engine 同一小规则集之比 × json-rules-engine on the same rules',
      1000,
      faster,
    ),
  ];
}
