import type { OwnResultView } from '../../server/appraisals/appraisals.contract.ts';
import type { View } from '../api.ts';

/** A result as anybody sees it; those of others carry the person's id beside this. */
export type YearRecord = View<typeof OwnResultView>;
export type Line = YearRecord['lines'][number];

const NAMED_ELSEWHERE = new Set(['base', 'ceiling', 'constraint']);

/** The sentence that says how the base came about. */
export const baseFinding = ({ findings }: YearRecord) => findings.find(({ rule }) => rule === 'base');
export const ceilingFindings = ({ findings }: YearRecord) =>
  findings.filter(({ rule }) => rule === 'ceiling' || rule === 'constraint');
export const otherFindings = ({ findings }: YearRecord) =>
  findings.filter(({ rule }) => !NAMED_ELSEWHERE.has(rule));
