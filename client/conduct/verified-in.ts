// What the form of a verification, or of a past decision, holds: read off, and what is missing in it.
import { type BehaviourCode, behaviours, type Condition, conditions } from '../../scoring/index.ts';
import type { FieldProblem } from '../problem.ts';
import { textOf, unfilled } from '../ui/form.tsx';
import { stepWords } from '../words/conduct-steps.ts';
import { labelOf, say } from '../words/language.ts';

export const ownConditions = (code: BehaviourCode): readonly Condition[] => behaviours[code].conditions;
/** Named by the condition, not by its place: those left unticked are not sent. */
export const tickName = (condition: Condition): string => `proven/${condition}`;
export const reasonName = (condition: Condition): string => `proven/${condition}/reason`;

export const pastIn =
  (code: BehaviourCode) =>
  (values: FormData): Record<string, unknown> => ({
    severity: textOf(values, 'data/severity'),
    responsibility: textOf(values, 'data/responsibility'),
    cause: textOf(values, 'data/cause') || null,
    conditions: ownConditions(code).filter((condition) => values.has(tickName(condition))),
    isMitigated: values.has('data/isMitigated'),
  });

/** What may not be left empty, whatever is chosen. */
export function neededToVerify(): Readonly<Record<string, string>> {
  const words = say(stepWords);
  return {
    'data/severity': words.severity,
    'data/severityReason': words.severityReason,
    'data/responsibility': words.responsibility,
    'data/responsibilityReason': words.responsibilityReason,
  };
}

/** A reason wherever something was chosen that wants one. */
export const faultsOfVerified =
  (code: BehaviourCode) =>
  (values: FormData): FieldProblem[] => {
    const words = say(stepWords);
    const ticked = ownConditions(code).filter((condition) => values.has(tickName(condition)));
    return unfilled(values, {
      ...(textOf(values, 'data/cause') !== '' && { 'data/causeReason': words.causeReason }),
      ...Object.fromEntries(
        ticked.map((condition) => [
          reasonName(condition),
          words.conditionReason(labelOf(conditions[condition])),
        ]),
      ),
    });
  };

export const verifiedIn =
  (code: BehaviourCode) =>
  (values: FormData): Record<string, unknown> => {
    const orNull = (name: string) => textOf(values, name) || null;
    return {
      severity: textOf(values, 'data/severity'),
      severityReason: textOf(values, 'data/severityReason'),
      responsibility: textOf(values, 'data/responsibility'),
      responsibilityReason: textOf(values, 'data/responsibilityReason'),
      cause: orNull('data/cause'),
      causeReason: orNull('data/causeReason'),
      conditions: ownConditions(code)
        .filter((condition) => values.has(tickName(condition)))
        .map((condition) => ({ condition, reason: textOf(values, reasonName(condition)) })),
    };
  };
