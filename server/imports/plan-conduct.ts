import { recordsKeptByFiles } from '../../db/queries/past-decisions.ts';
import type { Row } from '../../db/tables/index.ts';
import { areaOfBehaviour, behaviours, type Condition, yearOf } from '../../scoring/index.ts';
import { conditionWords } from './dictionaries.ts';
import { fault } from './fault.ts';
import { cadresSpokenOf } from './people.ts';
import { type FactBook, factBook, planFacts, type Saying } from './plan-facts.ts';
import type { Planning, Said } from './planning.ts';
import type { Sheets } from './read-book.ts';
import type { conductSheets } from './sheets-of-records.ts';

type Fact = Said<'conductRecords'>;
type Book = FactBook<'conductRecords'>;
type SayingOf<S extends keyof typeof conductSheets> = Saying<
  (typeof conductSheets)[S]['columns'],
  'conductRecords'
>;

/** Two records that share this are one: the later one corrects the rest of it. */
const nameOf = ({ cadreId, ledger, documentNo, code, area, quality, occurredOn }: Fact): string =>
  [cadreId, ledger, documentNo, code, area, quality, occurredOn].join(' ');

const inaction: SayingOf<'inactions'> = {
  at: 'code',
  say(cadreId, values) {
    const { code, occurredOn, countsOn, notifiedOn, severity, responsibility, finding, cause } = values;
    const { factId, documentNo, summary } = values;
    const conditions = [...(values.conditions ?? [])];
    const fitting: readonly Condition[] = behaviours[code].conditions;
    const strange = conditions.find((condition) => !fitting.includes(condition));
    if (strange !== undefined) return { key: 'conditions', fault: notACondition(strange, fitting) };
    return {
      ...{ cadreId, ledger: 'inaction', code, area: areaOfBehaviour(code), conditions, factId },
      ...{ occurredOn, countsOn, notifiedOn, severity, responsibility, finding, cause },
      ...{ documentNo, summary, quality: null, level: null, role: null, weighedAt: null },
    };
  },
};

const notACondition = (condition: Condition, fitting: readonly Condition[]) =>
  fault(
    'notACondition',
    `此行为没有附加条件“${conditionWords.labels.get(condition)}”`,
    fitting.length === 0
      ? '此行为不带附加条件，清空这一格'
      : `可填：${fitting.map((each) => conditionWords.labels.get(each)).join('、')}`,
  );

const initiative: SayingOf<'initiatives'> = {
  at: 'area',
  say(cadreId, { area, quality, occurredOn, countsOn, level, role, finding, factId, documentNo, summary }) {
    return {
      ...{ cadreId, ledger: 'initiative', area, quality, level, role, finding, factId },
      ...{ occurredOn, countsOn, documentNo, summary, conditions: [], weighedAt: null },
      ...{ code: null, notifiedOn: null, severity: null, responsibility: null, cause: null },
    };
  },
};

/** Records of one fact count once, so they must share area, quality and year; the first one sets them. */
function onePerFact(stored: Iterable<Row<'conductRecords'>>) {
  const traits = new Map<string, string>();
  const isCoherent = (said: Fact): boolean => {
    const { cadreId, ledger, factId, area, quality, countsOn, occurredOn } = said;
    if (factId === null) return true;
    const fact = [cadreId, ledger, factId].join(' ');
    const own = [area, quality, yearOf(countsOn ?? occurredOn)].join(' ');
    const first = traits.get(fact);
    if (first === undefined) traits.set(fact, own);
    return first === undefined || first === own;
  };
  for (const record of stored) isCoherent(record);
  return isCoherent;
}

const INCOHERENT = fault(
  'incoherentFact',
  '同一事实编号的记录，方面、品质、计分年度不一致',
  '改正事实编号，或使三项一致',
);

/** A fact of which a file keeps a record is freed by a panel, not by a sheet. */
function freesKeptFact({ stored, keptByFiles }: Book) {
  const factOf = ({ cadreId, factId }: Pick<Fact, 'cadreId' | 'factId'>): string => `${cadreId} ${factId}`;
  const kept = [...stored.values()].filter(
    ({ id, ledger, factId }) => ledger === 'inaction' && factId !== null && keptByFiles?.has(id) === true,
  );
  const facts = new Set(kept.map(factOf));
  return (said: Fact): boolean =>
    said.finding === 'exempt' && said.factId !== null && facts.has(factOf(said));
}

const KEPT_FACT = fault(
  'keptByFile',
  '此事实已有记录立卷办理，免责只能在案卷中申请和认定',
  '从表中删去这一行，或改正事实编号',
);

/** States in which an inaction file stands by what was found: told, answered, waiting to be accepted, or final. */
const STANDS: readonly string[] = ['imported', 'past_notified', 'past_answered', 'final', 'final_expired'];

/** Records that a file keeps read as the decision did, so that the same sheet again changes nothing. */
async function asFilesSay({ here: { db, tables } }: Planning, book: Book): Promise<Book> {
  const ids = [...book.stored.values()].map(({ id }) => id);
  const kept = await recordsKeptByFiles(db, tables, ids);
  const asDecided = (record: Row<'conductRecords'>): Row<'conductRecords'> => {
    const file = kept.get(record.id);
    if (!file || file.isMitigated === null || !STANDS.includes(file.state)) return record;
    return { ...record, finding: file.isMitigated ? 'mitigated' : 'upheld' };
  };
  const stored = new Map([...book.stored].map(([name, record]) => [name, asDecided(record)]));
  return { ...book, stored, keptByFiles: new Set(kept.keys()) };
}

export async function planConduct(planning: Planning, sheets: Sheets<typeof conductSheets>): Promise<void> {
  const cadres = await cadresSpokenOf(planning.here, Object.values(sheets));
  const found = await factBook(planning, { table: 'conductRecords', nameOf, cadres });
  const book = await asFilesSay(planning, found);
  const isCoherent = onePerFact(book.stored.values());
  const freesKept = freesKeptFact(book);
  const coherent = <S extends keyof typeof conductSheets>({ at, say }: SayingOf<S>): SayingOf<S> => ({
    at,
    say(cadreId, values) {
      const said = say(cadreId, values);
      if ('fault' in said) return said;
      if (freesKept(said)) return { key: 'factId', fault: KEPT_FACT };
      return isCoherent(said) ? said : { key: 'factId', fault: INCOHERENT };
    },
  });
  planFacts(planning, sheets.inactions, coherent<'inactions'>(inaction), book);
  planFacts(planning, sheets.initiatives, coherent<'initiatives'>(initiative), book);
}
