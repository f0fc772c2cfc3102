// The failures to act that chance alone might leave out of the demo: repeats, caps, one fact twice, the edge of a quota.
import type { BehaviourCode, Day } from '../../scoring/index.ts';
import { ordinaryCadre } from './logins.ts';
import { type DemoPerson, people } from './people.ts';

/** One failure, as far as it is not left to chance. */
export interface Failure {
  readonly person: DemoPerson;
  readonly code: BehaviourCode;
  readonly occurredOn: Day;
  readonly severity?: 'minor' | 'general' | 'serious' | 'grave';
  readonly responsibility?: 'direct';
  readonly finding?: 'upheld' | 'mitigated' | 'exempt' | 'dismissed';
  readonly factId?: string;
  readonly countsOn?: Day;
}

const REPEATERS = [58, 129, 246];
const ONE_FACT = [93];
const MANY_MINOR = 164;
const GRAVE = 386;
const LATE = 141;
const AT_THE_EDGE = 491;

/** Repeats, one fact recorded twice, caps, a grave fact, a December decided late. */
export function planned(): Failure[] {
  const repeats = REPEATERS.flatMap((index, i) =>
    [2024, 2025, 2026].slice(i % 2).map((year): Failure => ({
      person: people[index]!,
      code: (['4.1', '6.6', '3.7'] as const)[i]!,
      occurredOn: `${year}-0${3 + i}-1${i}`,
      severity: 'general',
      finding: 'upheld',
    })),
  );
  const oneFact = ONE_FACT.flatMap((index, i) =>
    (['4.5', '4.7'] as const).map((code): Failure => ({
      person: people[index]!,
      code,
      occurredOn: `2026-0${4 + i}-20`,
      severity: 'general',
      finding: 'upheld',
      factId: `督查-2026-${i + 1}`,
    })),
  );
  const minor = [1, 3, 5, 7, 9].map((month): Failure => ({
    person: people[MANY_MINOR]!,
    code: '6.2',
    occurredOn: `2026-0${month}-15`,
    severity: 'minor',
    finding: 'upheld',
  }));
  const grave: Failure = {
    person: people[GRAVE]!,
    code: '5.1',
    occurredOn: '2026-07-02',
    severity: 'grave',
    finding: 'upheld',
  };
  const late: Failure = {
    person: people[LATE]!,
    code: '2.2',
    occurredOn: '2025-12-22',
    countsOn: '2026-02-10',
    severity: 'general',
    finding: 'upheld',
  };
  const told = { person: ordinaryCadre, responsibility: 'direct' } as const;
  const ordinary: Failure[] = [
    { ...told, code: '6.2', occurredOn: '2026-05-12', severity: 'minor', finding: 'upheld' },
    { ...told, code: '4.3', occurredOn: '2026-06-09', severity: 'general', finding: 'exempt' },
  ];
  // Without it two with the same total would both just miss the last place; so they have to be told apart by people.
  const edge: Failure = {
    person: people[AT_THE_EDGE]!,
    code: '2.2',
    occurredOn: '2026-10-14',
    severity: 'minor',
    responsibility: 'direct',
    finding: 'upheld',
  };
  return [...repeats, ...oneFact, ...minor, grave, late, ...ordinary, edge];
}
