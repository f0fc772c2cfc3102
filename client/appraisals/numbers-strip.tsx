import { Figure, ParametersUsed } from '../ui/reason.tsx';
import { appraisalWords } from '../words/appraisals.ts';
import { say } from '../words/language.ts';
import type { Summary } from './appraisals.api.ts';
import { parametersOn } from './policy-in-force.ts';

/** The year in four numbers; each opens what it counts and the parameters it stands on. */
export function NumbersStrip({ summary: { numbers, enrolled, year } }: { summary: Summary }) {
  const words = say(appraisalWords);
  const cells = [
    {
      name: words.excellent,
      value: numbers.excellent,
      beside: words.excellentOf(numbers.places),
      why: [words.excellentWhy],
      parameters: ['annual.band.excellent', 'ceiling.base', 'quota.rate', 'quota.rateOutstanding'],
    },
    {
      name: words.withTotal,
      value: numbers.withTotal,
      beside: `${words.withTotalOf(enrolled)} · ${words.undecided(numbers.undecided)}`,
      why: [words.withTotalWhy, words.undecidedWhy],
      parameters: ['annual.weightRequired'],
    },
    {
      name: words.rotationDue,
      value: numbers.rotationDue,
      beside: '',
      why: [words.rotationWhy],
      parameters: ['rotation.limit', 'rotation.limitSensitive', 'rotation.retiring'],
    },
    {
      name: words.reviews,
      value: numbers.reviews,
      beside: '',
      why: [words.reviewsWhy],
      parameters: ['review.deductions', 'talk.deductions'],
    },
  ];
  return (
    <dl class="strip">
      {cells.map(({ name, value, beside, why, parameters }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Figure
              name={name}
              reason={() => (
                <>
                  {why.map((sentence) => (
                    <p key={sentence}>{sentence}</p>
                  ))}
                  <ParametersUsed parameters={parametersOn(year.periodTo, parameters)} />
                </>
              )}
            >
              {value}
            </Figure>{' '}
            {beside}
          </dd>
        </div>
      ))}
    </dl>
  );
}
