import type { Band, Dimension, Grade, Measure, PartyBuildingGrade, UnitGrade } from '../../scoring/index.ts';
import type { Kit } from '../columns.ts';
import type { ImportTables } from './imports.ts';
import { counting, fact, factRules } from './provenance.ts';
import type { RosterTables } from './roster.ts';
import type { YearTables } from './years.ts';

export type FindingKind = 'vote' | 'inspection';
type Before = { imports: ImportTables; roster: RosterTables; years: YearTables };

/** Columns that every figure of a cadre begins with. */
const ofCadre = ({ c }: Kit, { roster }: Before) => ({
  id: c.id(),
  cadreId: c
    .text('cadre_id')
    .notNull()
    .references(() => roster.cadres.id),
});
const inYear = ({ c }: Kit, { years }: Before) => ({
  year: c
    .int('year')
    .notNull()
    .references(() => years.years.year),
});

const scoreTables = (kit: Kit, before: Before) => {
  const { c, table, unique } = kit;
  const start = () => ({ ...ofCadre(kit, before), ...inYear(kit, before) });
  /** Hundredths of a point, 0…10000. */
  const measures = table(
    'measures',
    {
      ...start(),
      measure: c.text<Measure>('measure').notNull(),
      value: c.int('value').notNull(),
      ...fact(kit, before.imports),
    },
    (t) => [
      unique('measures_counting').on(t.cadreId, t.year, t.measure).where(counting),
      ...factRules(kit, 'measures', t),
    ],
  );
  const dimensionScores = table(
    'dimension_scores',
    {
      ...start(),
      dimension: c.text<Dimension>('dimension').notNull(),
      value: c.int('value').notNull(),
      ...fact(kit, before.imports),
    },
    (t) => [
      unique('dimension_scores_counting').on(t.cadreId, t.year, t.dimension).where(counting),
      ...factRules(kit, 'dimension_scores', t),
    ],
  );
  return { measures, dimensionScores };
};

const gradeTables = (kit: Kit, before: Before) => {
  const { c, table, unique } = kit;
  const quarterGrades = table(
    'quarter_grades',
    {
      ...ofCadre(kit, before),
      ...inYear(kit, before),
      quarter: c.int('quarter').notNull(),
      grade: c.text<Band>('grade').notNull(),
      ...fact(kit, before.imports),
    },
    (t) => [
      unique('quarter_grades_counting').on(t.cadreId, t.year, t.quarter).where(counting),
      ...factRules(kit, 'quarter_grades', t),
    ],
  );
  /** Years before the product was in use have no row in `years`. */
  const pastGrades = table(
    'past_grades',
    {
      ...ofCadre(kit, before),
      year: c.int('year').notNull(),
      grade: c.text<Grade>('grade').notNull(),
      ...fact(kit, before.imports),
    },
    (t) => [
      unique('past_grades_counting').on(t.cadreId, t.year).where(counting),
      ...factRules(kit, 'past_grades', t),
    ],
  );
  const unitGrades = table(
    'unit_grades',
    {
      id: c.id(),
      ...inYear(kit, before),
      unitId: c
        .text('unit_id')
        .notNull()
        .references(() => before.roster.units.id),
      unitGrade: c.text<UnitGrade>('unit_grade'),
      partyBuildingGrade: c.text<PartyBuildingGrade>('party_building_grade'),
      ...fact(kit, before.imports),
    },
    (t) => [
      unique('unit_grades_counting').on(t.unitId, t.year).where(counting),
      ...factRules(kit, 'unit_grades', t),
    ],
  );
  return { quarterGrades, pastGrades, unitGrades };
};

const reviewTables = (kit: Kit, before: Before) => {
  const { c, table, index } = kit;
  const reviewFindings = table(
    'review_findings',
    {
      ...ofCadre(kit, before),
      ...inYear(kit, before),
      kind: c.text<FindingKind>('kind').notNull(),
      code: c.text('code').notNull(),
      onDay: c.day('on_day').notNull(),
      ...fact(kit, before.imports),
    },
    (t) => [index('review_findings_cadre').on(t.cadreId, t.year), ...factRules(kit, 'review_findings', t)],
  );
  return { reviewFindings };
};

export const figureTables = (kit: Kit, before: Before) => ({
  ...scoreTables(kit, before),
  ...gradeTables(kit, before),
  ...reviewTables(kit, before),
});
