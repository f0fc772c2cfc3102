// What a year's offices hand in: measures, quarters, grades of units and of earlier years, findings.
import type { Band, Dimension, Grade, PartyBuildingGrade, UnitGrade } from '../../scoring/index.ts';
import { DIMENSIONS } from '../../scoring/index.ts';
import type { NewSheet } from '../adapters/spreadsheet.ts';
import { figuresWorkbook } from '../imports/templates.ts';
import { type DemoPerson, isMidLevel, people } from './people.ts';
import { type Random, randomFor } from './random.ts';
import { staffedUnits } from './units.ts';

/** Offices give half points; in hundredths. */
const STEP = 50;
const FULL = 10_000;

/** What somebody is like over the years, in hundredths; a few are far from good. */
const MIDDLE = { 正处: 8810, 副处: 8720, 正科: 8730, 副科: 8690 } as const;
const FAR_BELOW: Readonly<Record<number, number>> = {
  61: 5450,
  188: 6650,
  267: 7100,
  349: 5800,
  402: 7250,
  455: 6900,
};

const inSteps = (value: number): number => Math.min(FULL, Math.max(0, Math.round(value / STEP) * STEP));

const usual = (() => {
  const random = randomFor('usual performance');
  return people.map(({ index, post }) => {
    const value = random.bell(MIDDLE[post.rank as keyof typeof MIDDLE], 280);
    return FAR_BELOW[index] ?? value;
  });
})();

/** Measures an office failed to hand in: one of them, or so many that no total can be made. */
const ONE_MISSING = [37, 112, 205, 290, 371, 468];
const MOST_MISSING = [233, 418];

function dimensionsAround(democratic: number, random: Random): Record<Dimension, number> {
  const shifts = [random.between(-3, 3), random.between(-3, 3), random.between(-2, 2), random.between(-2, 2)];
  const rest = -shifts.reduce((sum, shift) => sum + shift, 0);
  const all = [...shifts, rest].map((shift) => inSteps(democratic + shift * STEP));
  return Object.fromEntries(DIMENSIONS.map((dimension, i) => [dimension, all[i]!])) as Record<
    Dimension,
    number
  >;
}

function quartersOf(person: DemoPerson, random: Random): Record<`quarter${1 | 2 | 3 | 4}`, Band> {
  const level = usual[person.index]!;
  const one = (): Band => {
    if (level < 7400) return 'basic';
    return random.chance(level > 9000 ? 60 : 12) ? 'excellent' : 'competent';
  };
  return { quarter1: one(), quarter2: one(), quarter3: one(), quarter4: one() };
}

const UNIT_GRADE: Readonly<Record<UnitGrade, number>> = { excellent: 8, good: 21, average: 4, poor: 1 };
const PARTY_GRADE: Readonly<Record<PartyBuildingGrade, number>> = { good: 27, fair: 6, poor: 1 };
const UNIT_POINTS: Readonly<Record<UnitGrade, number>> = {
  excellent: 9300,
  good: 8850,
  average: 8100,
  poor: 7200,
};
const PARTY_POINTS: Readonly<Record<PartyBuildingGrade, number>> = { good: 9150, fair: 8300, poor: 7400 };

function gradeUnits(year: number) {
  const random = randomFor(`units of ${year}`);
  return new Map(
    staffedUnits.map(({ code, name }) => [
      code,
      {
        unitCode: code,
        unitName: name,
        unitGrade: random.weighted(UNIT_GRADE),
        partyBuildingGrade: random.weighted(PARTY_GRADE),
      },
    ]),
  );
}

function measureRow(person: DemoPerson, year: number, random: Random, units: ReturnType<typeof gradeUnits>) {
  const { staffNo, name, index, post, isPrincipal } = person;
  const level = usual[index]! + random.bell(0, 110);
  const around = () => inSteps(level + random.bell(0, 130));
  const democratic = around();
  const missing = (index + year) % 500;
  const few = MOST_MISSING.includes(missing);
  const unit = units.get(post.unit.code)!;
  return {
    staffNo,
    name,
    democratic: few ? null : democratic,
    leadership: few || ONE_MISSING.includes(missing) ? null : around(),
    objectives: around(),
    ...(isPrincipal && {
      unit: inSteps(UNIT_POINTS[unit.unitGrade] + random.bell(0, 60)),
      partyBuilding: inSteps(PARTY_POINTS[unit.partyBuildingGrade] + random.bell(0, 60)),
    }),
    ...(isMidLevel(person) &&
      !few && { ...dimensionsAround(democratic, random), ...quartersOf(person, random) }),
  };
}

const PAST: Readonly<Record<'excellent' | 'competent' | 'basic', number>> = {
  excellent: 17,
  competent: 82,
  basic: 1,
};
/** The year from which on the demo evaluates by itself. */
const FIRST_YEAR = 2024;

/** The grades people had before: of the three years before the first as the files say, later as they were evaluated. */
function pastGradeRows(year: number, lastYear: ReadonlyMap<string, Grade>) {
  if (year > FIRST_YEAR)
    return people.flatMap(({ staffNo, name }) => {
      const grade = lastYear.get(staffNo);
      return grade === undefined ? [] : [{ staffNo, name, yearly: { [year - 1]: grade } }];
    });
  const random = randomFor('past grades');
  return people.filter(isMidLevel).map(({ staffNo, name, post }) => ({
    staffNo,
    name,
    postThen: post.name,
    yearly: Object.fromEntries([1, 2, 3].map((back) => [year - back, random.weighted(PAST) satisfies Grade])),
  }));
}

const VOTED = [188, 267];
const INSPECTED = [75, 349];

function findingRows(year: number) {
  const told = (
    index: number,
    more: { kind: 'vote' | 'inspection'; code: 'fitnessReview' | 'unfitReview' | 'style'; on: string },
  ) => {
    const { staffNo, name } = people[(index + year - FIRST_YEAR) % people.length]!;
    return { staffNo, name, ...more };
  };
  return [
    told(VOTED[0]!, { kind: 'vote', code: 'fitnessReview', on: `${year}-12-10` }),
    told(VOTED[1]!, { kind: 'vote', code: 'unfitReview', on: `${year}-12-10` }),
    ...INSPECTED.map((index) => told(index, { kind: 'inspection', code: 'style', on: `${year}-06-18` })),
  ];
}

/** `lastYear`: grades of the year before by staff number, as the evaluation gave them. */
export function figuresBook(year: number, lastYear: ReadonlyMap<string, Grade>): NewSheet[] {
  const random = randomFor(`measures of ${year}`);
  const units = gradeUnits(year);
  return figuresWorkbook({
    measures: people.map((person) => measureRow(person, year, random, units)),
    unitGrades: [...units.values()],
    pastGrades: pastGradeRows(year, lastYear),
    findings: findingRows(year),
  });
}
