// The parts of a result in words: grades, clauses, and the parameters a reason stands on with the value in force.
import type { z } from 'zod';
import {
  type Band,
  builtInBook,
  clauses,
  type Day,
  type Grade,
  grades,
  inForceOn,
  instruments,
  type InstrumentId,
  type Label,
  type Line,
  type ParameterId,
  type PolicyBook,
  type Vocabulary,
  withOverrides,
} from '../../scoring/index.ts';
import type { OwnResultView } from './appraisals.contract.ts';
import type { YearTerms } from './year-bundle.ts';

const NO_GRADE: Label = { zh: '暂无等次', en: 'no grade yet' };

export const gradeLabel = (grade: Grade | Band | null, vocabulary: Vocabulary): Label =>
  grade === null ? NO_GRADE : grades[grade][vocabulary];

/** A clause of the opinion, an article of another instrument, or a school's own document. */
export function clauseLabel(clause: string): Label {
  if (Object.hasOwn(clauses, clause)) {
    const { zh, en } = clauses[clause as keyof typeof clauses];
    return { zh: `《意见》${clause}：${zh}`, en: `Opinion, ${clause}: ${en}` };
  }
  const [id = '', article = ''] = clause.split('#');
  if (!Object.hasOwn(instruments, id)) return { zh: clause, en: clause };
  const { zh, en } = instruments[id as InstrumentId];
  return { zh: `《${zh}》第${article}条`, en: `${en}, article ${article}` };
}

type LineShown = z.infer<typeof OwnResultView>['lines'][number];

/** The parameters of a line as they were in force at the end of the period. */
export const parametersUsed = (
  ids: readonly ParameterId[],
  book: PolicyBook,
  on: Day,
): LineShown['parameters'] =>
  ids.map((id) => {
    const { title, unit, values } = book.parameters[id];
    const { value, from, basis, cite } = inForceOn({ title, unit, values }, on)!;
    return { id, title, unit, value, from, basis, cite };
  });

/** What may be shown of the record behind a line; null where it may not, or where there is none. */
export type Evidence = NonNullable<LineShown['evidence']>;

/** The policy of a run, and the day on which its lines are judged: the end of the period. */
export const linesStandOn = ({ policy, period }: YearTerms) => ({
  book: withOverrides(builtInBook, policy.overrides),
  on: period.to,
});

interface Standing {
  readonly book: PolicyBook;
  /** The end of the period. */
  readonly on: Day;
  readonly evidence: ReadonlyMap<string, Evidence>;
}

export function lineView(line: Line<Label>, { book, on, evidence }: Standing): LineShown {
  return {
    rule: line.rule,
    reason: line.reason,
    clause: line.clause,
    clauseLabel: clauseLabel(line.clause),
    parameters: parametersUsed(line.parameters, book, on),
    recordId: line.recordId ?? null,
    points: line.points,
    because: line.because,
    evidence: evidence.get(line.recordId ?? '') ?? null,
  };
}
