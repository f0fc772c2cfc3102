import { say } from '../words/language.ts';
import { policyWords } from '../words/policy.ts';
import type { Family } from './parameter-list.ts';

/** The heading of a family of parameters. */
export function familyName(family: Family): string {
  const words = say(policyWords);
  const names: Readonly<Record<Family, string>> = {
    inaction: words.familyInaction,
    initiative: words.familyInitiative,
    ballot: words.familyBallot,
    annual: words.familyAnnual,
    ceiling: words.familyCeiling,
    constraint: words.familyConstraint,
    quota: words.familyQuota,
    rotation: words.familyRotation,
    qualify: words.familyQualify,
    upAndDown: words.familyUpAndDown,
    effect: words.familyEffect,
    limit: words.familyLimit,
    other: words.familyOther,
  };
  return names[family];
}
