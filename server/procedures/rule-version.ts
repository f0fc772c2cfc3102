// Which rules stood behind an event: the policy's and the time limits' values in force on its day, as one short hash.
import {
  builtInBook,
  type Day,
  sha256,
  stampOf,
  timeLimitOn,
  type TimeLimitId,
  timeLimits,
} from '../../scoring/index.ts';

const LIMITS = Object.keys(timeLimits) as readonly TimeLimitId[];
const SHORT = 16;

export function ruleVersionOn(day: Day): string {
  const { id, version, hash } = stampOf(builtInBook, day);
  const limits = LIMITS.map((limit) => [limit, timeLimitOn(limit, day)]);
  return `${id}@${version}#${sha256(JSON.stringify([hash, limits])).slice(0, SHORT)}`;
}
