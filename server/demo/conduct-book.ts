// The double ledger of three years, all of it decided: who took the lead, who failed to act, and what was found.
import {
  AREAS,
  type BehaviourCode,
  BEHAVIOURS,
  behaviours,
  type Condition,
  type Day,
  dayAfter,
  QUALITIES,
} from '../../scoring/index.ts';
import type { NewSheet } from '../adapters/spreadsheet.ts';
import { conductWorkbook } from '../imports/templates.ts';
import { cast, confirmingDeputy, ordinaryCadre, personnelOfficer } from './logins.ts';
import { type Failure, planned } from './failures.ts';
import { type DemoPerson, people } from './people.ts';
import { type Random, randomFor } from './random.ts';
import { ACHIEVED } from './summaries.ts';

const YEARS = [2024, 2025, 2026];
const INITIATIVES_A_YEAR = 120;
/** Every one of them is told, answered and accepted before it counts, so there are few. */
const HELD_A_YEAR = 5;
/** Found against nobody in the end. */
const SPARED_A_YEAR = 6;
const INACTIONS_A_YEAR = HELD_A_YEAR + SPARED_A_YEAR;

/** Findings of former years that came to light when the rest was in already. */
const FOUND_LATER = 3;

/** Of whom something may be found: whoever takes part in the demo's files has to be free of it. */
const others = people.filter((person) => !cast.has(person));

const two = (n: number): string => String(n).padStart(2, '0');
const dayOf = (random: Random, year: number): Day =>
  `${year}-${two(random.between(1, 11))}-${two(random.between(1, 28))}`;

/** Some weeks later: the day a notice was served. */
function weeksAfter(day: Day, weeks: number): Day {
  let at = day;
  for (let days = weeks * 7; days > 0; days -= 1) at = dayAfter(at);
  return at;
}

/** How far down the roster the colleague stands of whom a deed is told instead. */
const FURTHER_DOWN = 7;
/** Nobody enters or confirms what speaks of himself. */
const besideOffice = (person: DemoPerson): DemoPerson =>
  person === personnelOfficer || person === confirmingDeputy
    ? people[people.indexOf(person) + FURTHER_DOWN]!
    : person;

const initiativeNo = (year: number, n: number) => `明湖组〔${year}〕${n + 1}号`;
const inactionNo = (year: number, n: number) => `明湖纪〔${year}〕${n + 1}号`;

function initiative(random: Random, year: number, n: number) {
  const { staffNo, name } = besideOffice(random.pick(people));
  const area = random.pick(AREAS);
  return {
    staffNo,
    name,
    area,
    quality: random.pick(QUALITIES),
    occurredOn: dayOf(random, year),
    level: random.weighted({ unit: 55, school: 33, provincial: 9, national: 3 }),
    role: random.weighted({ lead: 30, core: 40, participant: 30 }),
    finding: random.weighted({ verified: 93, dismissed: 7 }),
    documentNo: initiativeNo(year, n),
    summary: random.pick(ACHIEVED[area]),
  };
}

/** Now and then a condition of the clause stays unproven; then the record weighs nothing. */
const provenOf = (code: BehaviourCode, random: Random): readonly Condition[] =>
  random.chance(94) ? behaviours[code].conditions : behaviours[code].conditions.slice(1);

function inaction(random: Random, { person, code, occurredOn, ...more }: Failure, documentNo: string) {
  return {
    staffNo: person.staffNo,
    name: person.name,
    code,
    occurredOn,
    notifiedOn: weeksAfter(occurredOn, random.between(2, 6)),
    severity: random.weighted({ minor: 48, general: 42, serious: 9, grave: 1 }),
    responsibility: random.weighted({ direct: 60, leadership: 20, principal: 12, supervisory: 8 }),
    finding: random.weighted({ upheld: 85, mitigated: 15 }),
    conditions: provenOf(code, random),
    cause: random.weighted({ unable: 40, unwilling: 35, afraid: 25 }),
    documentNo,
    summary: `${behaviours[code].zh}：经核查认定，材料见文件。`,
    ...more,
  };
}

/** What the cadre of the demo's logins led. */
const led = {
  staffNo: ordinaryCadre.staffNo,
  name: ordinaryCadre.name,
  area: 2,
  quality: 'explore',
  occurredOn: '2026-09-10',
  level: 'school',
  role: 'lead',
  finding: 'verified',
  documentNo: initiativeNo(2026, INITIATIVES_A_YEAR),
  summary: ACHIEVED[2][1]!,
} as const;

const failureIn = (random: Random, year: number): Failure => ({
  person: random.pick(others),
  code: random.pick(BEHAVIOURS),
  occurredOn: dayOf(random, year),
});

export function conductBook(): NewSheet[] {
  const random = randomFor('conduct');
  const initiatives = YEARS.flatMap((year) =>
    Array.from({ length: INITIATIVES_A_YEAR }, (_, n) => initiative(random, year, n)),
  );
  const drawn = YEARS.flatMap((year) =>
    Array.from({ length: INACTIONS_A_YEAR }, (_, n) => {
      const isSpared = n >= HELD_A_YEAR;
      const spared = isSpared ? { finding: random.weighted({ exempt: 60, dismissed: 40 }) } : {};
      return inaction(random, { ...failureIn(random, year), ...spared }, inactionNo(year, n));
    }),
  );
  const certain = planned().map((failure, n) =>
    inaction(random, failure, inactionNo(Number(failure.occurredOn.slice(0, 4)), INACTIONS_A_YEAR + n)),
  );
  return conductWorkbook({ initiatives: [...initiatives, led], inactions: [...drawn, ...certain] });
}

/** What the office of discipline hands in afterwards: nobody has told those concerned yet. */
export function laterConductBook(): NewSheet[] {
  const random = randomFor('conduct found later');
  const [first] = YEARS;
  const inactions = Array.from({ length: FOUND_LATER }, (_, n) => {
    const failure: Failure = { ...failureIn(random, first!), severity: 'general', finding: 'upheld' };
    return inaction(random, failure, inactionNo(first!, INACTIONS_A_YEAR + planned().length + n));
  });
  return conductWorkbook({ inactions });
}
