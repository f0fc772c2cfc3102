// Everything `evaluate` is told about the cadres of a year, confirmed and not withdrawn, in the order of their ids,
// some hundreds at a time: a hundred thousand people fit in bounded memory.
import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Cadre } from '../../scoring/index.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import { figuresBetween, filesBetween, standing, type Between } from './facts-by-cadre.ts';

/** How the person is listed and found, as on the day the facts were read. */
export type Listing = Pick<Row<'cadres'>, 'staffNo' | 'name' | 'nameKey' | 'namePinyin' | 'nameInitials'>;
export interface CadreFacts {
  cadre: Cadre;
  listing: Listing;
}

const CADRES_AT_A_TIME = 500;

export async function* factsOfYear(
  db: Db,
  tables: Tables,
  year: number,
  atATime = CADRES_AT_A_TIME,
): AsyncGenerator<CadreFacts[]> {
  const unitGrades = await gradesOfUnits(db, tables, year);
  for (let after = ''; ;) {
    const people = await enrolledAfter(db, tables, { year, after, limit: atATime });
    const last = people.at(-1);
    if (!last) return;
    yield await factsBetween(db, tables, { year, people, unitGrades });
    after = last.id;
  }
}

type Enrolled = Awaited<ReturnType<typeof enrolledAfter>>[number];

const enrolledAfter = (
  db: Db,
  { enrolments, cadres }: Tables,
  { year, after, limit }: { year: number; after: string; limit: number },
) =>
  db
    .select({
      id: cadres.id,
      staffNo: cadres.staffNo,
      name: cadres.name,
      nameKey: cadres.nameKey,
      namePinyin: cadres.namePinyin,
      nameInitials: cadres.nameInitials,
      unitId: enrolments.unitId,
      poolId: enrolments.poolId,
      template: enrolments.template,
      isPartySecretary: cadres.isPartySecretary,
      cadreSince: cadres.cadreSince,
      retiresOn: cadres.retiresOn,
      isSpecialist: cadres.isSpecialist,
    })
    .from(enrolments)
    .innerJoin(cadres, eq(cadres.id, enrolments.cadreId))
    .where(and(eq(enrolments.year, year), gt(enrolments.cadreId, after), isNull(cadres.withdrawnAt)))
    .orderBy(asc(enrolments.cadreId))
    .limit(limit);

async function gradesOfUnits(db: Db, { unitGrades }: Tables, year: number) {
  const rows = await db
    .select({
      unitId: unitGrades.unitId,
      unitGrade: unitGrades.unitGrade,
      partyBuildingGrade: unitGrades.partyBuildingGrade,
    })
    .from(unitGrades)
    .where(and(eq(unitGrades.year, year), standing(unitGrades)));
  return new Map(rows.map((row) => [row.unitId, row]));
}

type Wanted = {
  year: number;
  people: Enrolled[];
  unitGrades: Awaited<ReturnType<typeof gradesOfUnits>>;
};

async function factsBetween(
  db: Db,
  tables: Tables,
  { year, people, unitGrades }: Wanted,
): Promise<CadreFacts[]> {
  const between: Between = { first: people[0]!.id, last: people.at(-1)!.id };
  const figures = await figuresBetween(db, tables, year, between);
  const files = await filesBetween(db, tables, between);
  return people.map((person) => {
    const { id, staffNo, name, nameKey, namePinyin, nameInitials, unitId } = person;
    const grades = unitGrades.get(unitId);
    return {
      listing: { staffNo, name, nameKey, namePinyin, nameInitials },
      cadre: {
        id,
        name,
        unitId,
        pool: person.poolId,
        template: person.template,
        partySecretary: person.isPartySecretary,
        unitGrade: grades?.unitGrade ?? null,
        partyBuildingGrade: grades?.partyBuildingGrade ?? null,
        ...figures(id),
        ...files(id),
        cadreSince: person.cadreSince,
        retiresOn: person.retiresOn,
        specialist: person.isSpecialist,
      },
    };
  });
}
