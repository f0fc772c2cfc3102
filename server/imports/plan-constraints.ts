import {
  type DisciplineMeasure,
  disciplineMeasures,
  type DisciplineSource,
  disciplineSources,
} from '../../scoring/index.ts';
import { measureWords } from './dictionaries.ts';
import { fault, type Fault } from './fault.ts';
import { nearestWord } from './nearest-word.ts';
import { cadresSpokenOf, endsTooEarly } from './people.ts';
import { factBook, planFacts, type Saying } from './plan-facts.ts';
import type { Planning, Said } from './planning.ts';
import type { Sheets } from './read-book.ts';
import type { constraintSheets } from './sheets-of-records.ts';

type Fact = Said<'constraints'>;
type SayingOf<S extends keyof typeof constraintSheets> = Saying<
  (typeof constraintSheets)[S]['columns'],
  'constraints'
>;

/** What only some kinds of constraint have. */
const BLANK: Omit<Fact, 'cadreId' | 'kind'> = {
  source: null,
  measure: null,
  effectiveOn: null,
  ground: null,
  months: null,
  openedOn: null,
  closedOn: null,
  leaveType: null,
  fromOn: null,
  toOn: null,
  year: null,
  documentNo: null,
};

/** Two records that share this are one: the later one corrects the rest of it. */
const nameOf = (said: Fact): string => {
  const { cadreId, kind, source, measure, effectiveOn, openedOn, leaveType, fromOn, year } = said;
  return [cadreId, kind, source, measure, effectiveOn, openedOn, leaveType, fromOn, year].join(' ');
};

const PROBATION_MONTHS: readonly (number | null)[] = [12, 24, null];
const WRONG_MONTHS = fault('outOfRange', '留党察看只能是 12 或 24 个月', '填 12 或 24');

const discipline: SayingOf<'disciplines'> = {
  at: 'measure',
  say(cadreId, { source, measure: word, effectiveOn, ground, months, documentNo }) {
    const measure = measureOf(source, word);
    if (typeof measure !== 'string') return { key: 'measure', fault: measure };
    if (measure === 'probation' && !PROBATION_MONTHS.includes(months))
      return { key: 'months', fault: WRONG_MONTHS };
    const taken = { source, measure, effectiveOn, ground, months, documentNo };
    return { ...BLANK, cadreId, kind: 'discipline', ...taken };
  },
};

/** The words are `source.measure`: 警告 is no measure of the party, 党内警告 is. */
function measureOf(source: DisciplineSource, word: string): DisciplineMeasure | Fault {
  const [ofSource = '', measure = ''] = word.split('.');
  if (ofSource === source) return measure as DisciplineMeasure;
  const label = measureWords.labels.get(word) ?? word;
  const fitting = Object.values<{ readonly zh: string }>(disciplineMeasures[source]).map(({ zh }) => zh);
  const near = nearestWord(label, fitting);
  const problem = `${disciplineSources[source].zh}没有“${label}”`;
  return fault('notInDictionary', problem, near === null ? `可填：${fitting.join('、')}` : `是否“${near}”`);
}

const investigation: SayingOf<'investigations'> = {
  at: 'openedOn',
  say: (cadreId, { openedOn, closedOn, documentNo }) =>
    closedOn !== null && closedOn < openedOn
      ? { key: 'closedOn', fault: endsTooEarly(openedOn, closedOn) }
      : { ...BLANK, cadreId, kind: 'investigation', openedOn, closedOn, documentNo },
};

const leave: SayingOf<'leaves'> = {
  at: 'from',
  say: (cadreId, { type: leaveType, from: fromOn, to: toOn, documentNo }) =>
    toOn < fromOn
      ? { key: 'to', fault: endsTooEarly(fromOn, toOn) }
      : { ...BLANK, cadreId, kind: 'leave', leaveType, fromOn, toOn, documentNo },
};

const probation: SayingOf<'probations'> = {
  at: 'from',
  say: (cadreId, { from: fromOn, to: toOn, documentNo }) =>
    toOn < fromOn
      ? { key: 'to', fault: endsTooEarly(fromOn, toOn) }
      : { ...BLANK, cadreId, kind: 'recruitProbation', fromOn, toOn, documentNo },
};

const refusal: SayingOf<'refusals'> = {
  at: 'year',
  say: (cadreId, { year, documentNo }) => ({ ...BLANK, cadreId, kind: 'refusedAppraisal', year, documentNo }),
};

export async function planConstraints(
  planning: Planning,
  sheets: Sheets<typeof constraintSheets>,
): Promise<void> {
  const cadres = await cadresSpokenOf(planning.here, Object.values(sheets));
  const book = await factBook(planning, { table: 'constraints', nameOf, cadres });
  planFacts(planning, sheets.disciplines, discipline, book);
  planFacts(planning, sheets.investigations, investigation, book);
  planFacts(planning, sheets.leaves, leave, book);
  planFacts(planning, sheets.probations, probation, book);
  planFacts(planning, sheets.refusals, refusal, book);
}
