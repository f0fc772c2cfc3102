// When a pilot may run: it begins on the day it is submitted or later, and ends within the longest term.
// What has begun already is not registered: registering it afterwards would excuse what nobody weighed beforehand (二·1).
import { addMonths, type Day, isDay, type Label, timeLimitOn } from '../../scoring/index.ts';
import { type ProblemPlace, Refused } from '../http/problem.ts';
import { pilotTermUnfit } from './pilots.problems.ts';

export interface Term {
  readonly startsOn: Day;
  readonly endsOn: Day;
}

const place = (pointer: string, detail: Label): ProblemPlace => ({ pointer, detail });

/** Every wrong place of a term, as of a day. */
export function wrongIn({ startsOn, endsOn }: Term, on: Day): ProblemPlace[] {
  const impossible = (['startsOn', 'endsOn'] as const).filter((name) => !isDay({ startsOn, endsOn }[name]));
  if (impossible.length > 0)
    return impossible.map((name) => place(`/${name}`, { zh: '没有这一天', en: 'There is no such day' }));
  const longest = timeLimitOn('limit.pilotTerm', on).value;
  const wrong: ProblemPlace[] = [];
  if (startsOn < on)
    wrong.push(
      place('/startsOn', {
        zh: `试点须事先备案，最早从提交当日（${on}）开始`,
        en: `A pilot is registered beforehand: it begins on ${on} at the earliest`,
      }),
    );
  if (endsOn <= startsOn)
    wrong.push(place('/endsOn', { zh: '截止日期应在开始日期之后', en: 'It has to end after it begins' }));
  else if (endsOn > addMonths(startsOn, longest))
    wrong.push(
      place('/endsOn', { zh: `试点最长 ${longest} 个月`, en: `A pilot lasts ${longest} months at most` }),
    );
  return wrong;
}

export function refuseUnfit(term: Term, on: Day): void {
  const places = wrongIn(term, on);
  if (places.length > 0) throw new Refused(pilotTermUnfit, { places });
}
