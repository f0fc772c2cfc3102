// Similar decisions of before, de-identified; and whether like facts were decided differently.
import type { z } from 'zod';
import type { Row } from '../../db/tables/index.ts';
import {
  considerationLevels,
  considerations,
  CONSIDERATIONS,
  type ExemptionOutcome,
  exemptionOutcomes,
  type Label,
  situations,
  yearOf,
} from '../../scoring/index.ts';
import type { Precedents, PrecedentView } from './exemptions.contract.ts';
import { questionsOf } from './mistake.ts';
import { namedSituation } from './named-situation.ts';

type Exemption = Row<'exemptions'>;
type Precedent = z.infer<typeof PrecedentView>;

const WHOLE = 10_000;
const MOST_SHOWN = 20;

const answerOf = ({ answers }: Exemption, name: string): string | boolean | null =>
  answers[name]?.answer ?? null;

/** Of the questions both situations ask, how many were answered alike, in basis points. */
function likenessOf(one: Exemption, other: Exemption): number {
  const asked = questionsOf(one.situation!).map(({ name }) => name);
  const both = questionsOf(other.situation!).filter(({ name }) => asked.includes(name));
  if (both.length === 0) return 0;
  const alike = both.filter(({ name }) => answerOf(one, name) === answerOf(other, name));
  return Math.floor((WHOLE * alike.length) / both.length);
}

function precedentOf(here: Exemption, past: Exemption): Precedent {
  const outcome = past.outcome!;
  return {
    situation: namedSituation(past.situation!),
    year: yearOf(past.decidedOn!),
    outcome: { code: outcome, label: exemptionOutcomes[outcome] },
    facts: questionsOf(past.situation!)
      .filter(({ about }) => about === 'fact')
      .map(({ name, label }) => ({
        label,
        isProven: answerOf(past, name) as boolean | null,
        isSame: answerOf(past, name) === answerOf(here, name),
      })),
    considerations: CONSIDERATIONS.flatMap((name) => {
      const found = past.considerations[name];
      return found ? [{ label: considerations[name], levelLabel: considerationLevels[found.level] }] : [];
    }),
    likeness: likenessOf(here, past),
  };
}

const WARNING = (outcome: ExemptionOutcome): Label => ({
  zh: `事实相同的案件以前认定为“${exemptionOutcomes[outcome].zh}”；如作不同认定，请在理由中说明区别。`,
  en: `The same facts were decided “${exemptionOutcomes[outcome].en}” before: if it is decided otherwise now, say why.`,
});

/** Precedents of the same distinction, the most alike first; `intended` is what is about to be decided. */
export function precedentsFor(
  here: Exemption,
  decided: readonly Exemption[],
  intended: ExemptionOutcome | null,
): z.infer<typeof Precedents> {
  if (here.situation === null) return { items: [], warning: null };
  const { distinction } = situations[here.situation];
  const like = decided.filter(
    ({ situation }) => situation !== null && situations[situation].distinction === distinction,
  );
  const items = like
    .map((past) => precedentOf(here, past))
    .toSorted((a, b) => b.likeness - a.likeness || b.year - a.year)
    .slice(0, MOST_SHOWN);
  const same = items.filter(
    ({ likeness, situation }) => likeness === WHOLE && situation.code === here.situation,
  );
  const meant = intended ?? here.proposed;
  const other = same.find(({ outcome }) => outcome.code !== (meant ?? same[0]?.outcome.code));
  return { items, warning: other ? WARNING(other.outcome.code) : null };
}
