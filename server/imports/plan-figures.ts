import { enrolledAmong, visibleFactsOf, visibleUnitGrades } from '../../db/queries/import-facts.ts';
import { unitsByCode } from '../../db/queries/roster.ts';
import type { Row } from '../../db/tables/index.ts';
import { DIMENSIONS, MEASURES, templates, VOTE_FINDINGS } from '../../scoring/index.ts';
import { reviewFindingWords } from './dictionaries.ts';
import { fault, type Fault } from './fault.ts';
import { type Cadres, cadresSpokenOf, rowsWithCadre } from './people.ts';
import { factBook, planFacts, type Saying } from './plan-facts.ts';
import { OUT_OF_SCOPE } from './plan-units.ts';
import { type Planning, reaches, type Said, together } from './planning.ts';
import type { Sheets } from './read-book.ts';
import type { RowOutcome } from './read-sheet.ts';
import type { figureSheets } from './sheets-of-figures.ts';

type FigureSheets = Sheets<typeof figureSheets>;
type Known = { cadres: Cadres; year: number };
const QUARTERS = [1, 2, 3, 4] as const;

/** The year's figures: each cell is a fact of its own. */
export async function planFigures(planning: Planning, sheets: FigureSheets): Promise<void> {
  const { year } = planning.here;
  if (year === null) throw new Error('figures belong to a year');
  const { measures, pastGrades, findings } = sheets;
  const cadres = await cadresSpokenOf(planning.here, [measures, pastGrades, findings]);
  await planMeasures(planning, measures, { cadres, year });
  await planUnitGrades(planning, sheets.unitGrades, year);
  await planPastGrades(planning, pastGrades, { cadres, year });
  await planFindings(planning, findings, { cadres, year });
}

const byName = <T>(facts: readonly T[], nameOf: (fact: T) => string): ReadonlyMap<string, T> =>
  new Map(facts.map((fact) => [nameOf(fact), fact]));
const idsOf = (cadres: Cadres): string[] => [...cadres.values()].map(({ id }) => id);

async function enrolledIn(planning: Planning, { cadres, year }: Known) {
  const { db, tables } = planning.here;
  return byName(await enrolledAmong(db, tables, year, idsOf(cadres)), ({ cadreId }) => cadreId);
}

const notEnrolled = (year: number) =>
  fault('notEnrolled', `未列入 ${year} 年度考核`, '核对工号；只填列入当年考核的人员');

/** The facts that stand or wait, each by person and what it is a figure of. */
async function figuresStored({ here: { db, tables } }: Planning, { cadres, year }: Known) {
  const ids = idsOf(cadres);
  return {
    measures: byName(
      await visibleFactsOf(db, tables.measures, ids, year),
      ({ cadreId, measure }) => `${cadreId} ${measure}`,
    ),
    dimensions: byName(
      await visibleFactsOf(db, tables.dimensionScores, ids, year),
      ({ cadreId, dimension }) => `${cadreId} ${dimension}`,
    ),
    quarters: byName(
      await visibleFactsOf(db, tables.quarterGrades, ids, year),
      ({ cadreId, quarter }) => `${cadreId} ${quarter}`,
    ),
  };
}
type Stored = Awaited<ReturnType<typeof figuresStored>>;
type MeasureSheet = FigureSheets['measures'];
type Values = MeasureSheet['rows'][number]['values'];
type Stated = readonly [key: keyof Values, outcome: RowOutcome | Fault];

async function planMeasures(planning: Planning, sheet: MeasureSheet, known: Known): Promise<void> {
  const enrolled = await enrolledIn(planning, known);
  const stored = await figuresStored(planning, known);
  for (const [row, cadre] of rowsWithCadre(planning.here, sheet, known.cadres)) {
    const enrolment = enrolled.get(cadre.id);
    if (!enrolment) {
      sheet.refuse(row, 'staffNo', notEnrolled(known.year));
      continue;
    }
    const stated = [...figuresOf(planning, row.values, { enrolment, stored })];
    for (const [key, outcome] of stated) if (typeof outcome !== 'string') sheet.refuse(row, key, outcome);
    row.outcome = together(stated.flatMap(([, outcome]) => (typeof outcome === 'string' ? [outcome] : [])));
  }
}

function* figuresOf(
  planning: Planning,
  values: Values,
  { enrolment, stored }: { enrolment: Row<'enrolments'>; stored: Stored },
): Generator<Stated> {
  const { cadreId, year, template } = enrolment;
  const fitting: readonly string[] = templates[template].measures;
  for (const measure of MEASURES) {
    const value = values[measure];
    const before = stored.measures.get(`${cadreId} ${measure}`);
    if (value === null) continue;
    if (!fitting.includes(measure)) yield [measure, notForTemplate(enrolment)];
    else yield [measure, planning.state('measures', { cadreId, year, measure, value }, before)];
  }
  for (const dimension of DIMENSIONS) {
    const value = values[dimension];
    const before = stored.dimensions.get(`${cadreId} ${dimension}`);
    if (value !== null)
      yield [dimension, planning.state('dimensionScores', { cadreId, year, dimension, value }, before)];
  }
  for (const quarter of QUARTERS) {
    const grade = values[`quarter${quarter}`];
    const before = stored.quarters.get(`${cadreId} ${quarter}`);
    if (grade !== null)
      yield [`quarter${quarter}`, planning.state('quarterGrades', { cadreId, year, quarter, grade }, before)];
  }
}

const notForTemplate = ({ template }: Row<'enrolments'>) =>
  fault('notForTemplate', `“${templates[template].zh}”不考核这一项`, '清空这一格');

async function planUnitGrades(
  planning: Planning,
  sheet: FigureSheets['unitGrades'],
  year: number,
): Promise<void> {
  const { db, tables } = planning.here;
  const units = byName(await unitsByCode(db, tables, [...sheet.known('unitCode')]), ({ code }) => code);
  const stored = byName(await visibleUnitGrades(db, tables, year), ({ unitId }) => unitId);
  for (const row of sheet.rows) {
    const { unitCode, unitName, unitGrade, partyBuildingGrade } = row.values;
    const unit = units.get(unitCode ?? '');
    if (unitCode != null && !unit) sheet.refuse(row, 'unitCode', unknownUnit(unitCode));
    else if (unit && !reaches(planning.here, unit.id)) sheet.refuse(row, 'unitCode', OUT_OF_SCOPE);
    else if (unit && unitName !== null && unitName !== unit.name)
      sheet.refuse(row, 'unitName', otherUnit(unit));
    if (!row.isSound || !unit) continue;
    const said = { year, unitId: unit.id, unitGrade, partyBuildingGrade };
    const outcome = planning.state('unitGrades', said, stored.get(unit.id));
    if (typeof outcome === 'string') row.outcome = outcome;
    else sheet.refuse(row, 'unitGrade', outcome);
  }
}

const unknownUnit = (code: string) =>
  fault('unknownUnit', `名册中没有编码为“${code}”的单位`, '核对编码，或先导入名册');
const otherUnit = ({ code, name }: Row<'units'>) =>
  fault('nameMismatch', `编码 ${code} 在名册中是“${name}”`, `改为“${name}”，或核对编码`);

async function planPastGrades(
  planning: Planning,
  sheet: FigureSheets['pastGrades'],
  { cadres, year }: Known,
): Promise<void> {
  const { db, tables } = planning.here;
  const facts = await visibleFactsOf(db, tables.pastGrades, idsOf(cadres), null);
  const stored = byName(facts, (fact) => `${fact.cadreId} ${fact.year}`);
  for (const [row, { id: cadreId }] of rowsWithCadre(planning.here, sheet, cadres)) {
    const outcomes: RowOutcome[] = [];
    for (const { year: then, value: grade, column } of row.yearly) {
      const outcome =
        then < year
          ? planning.state('pastGrades', { cadreId, year: then, grade }, stored.get(`${cadreId} ${then}`))
          : notPast(then, year);
      if (typeof outcome === 'string') outcomes.push(outcome);
      else sheet.refuseAt(row, column, outcome);
    }
    row.outcome = together(outcomes);
  }
}

const notPast = (then: number, year: number) =>
  fault('outOfRange', `${then} 年不早于考核年度 ${year}`, '只填以前年度的等次');

const CODES_OF = { vote: VOTE_FINDINGS, inspection: ['style'] } as const;

async function planFindings(
  planning: Planning,
  sheet: FigureSheets['findings'],
  known: Known,
): Promise<void> {
  const { cadres, year } = known;
  const enrolled = await enrolledIn(planning, known);
  const nameOf = (said: Said<'reviewFindings'>): string =>
    [said.cadreId, said.kind, said.code, said.onDay].join(' ');
  const finding: Saying<typeof sheet.description.columns, 'reviewFindings'> = {
    at: 'code',
    say(cadreId, { kind, code, on: onDay }) {
      const fitting: readonly string[] = CODES_OF[kind];
      if (!enrolled.has(cadreId)) return { key: 'staffNo', fault: notEnrolled(year) };
      return fitting.includes(code)
        ? { cadreId, year, kind, code, onDay }
        : { key: 'code', fault: notOfKind(kind) };
    },
  };
  const book = await factBook(planning, { table: 'reviewFindings', nameOf, cadres });
  planFacts(planning, sheet, finding, book);
}

const notOfKind = (kind: keyof typeof CODES_OF) =>
  fault(
    'notInDictionary',
    '此类型没有这个结论',
    `可填：${CODES_OF[kind].map((code) => reviewFindingWords.labels.get(code)).join('、')}`,
  );
