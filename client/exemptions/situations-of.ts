import { exemptionTerms } from '../words/exemption-terms.ts';
import { say } from '../words/language.ts';
import type { Facts } from './exemptions.api.ts';

type Situation = NonNullable<Facts['situation']>;

/** The situation applied for, and beside it the one that was found to apply where that is another. */
export function situationsOf({ claimed, situation }: Pick<Facts, 'claimed' | 'situation'>): {
  name: string;
  situation: Situation;
}[] {
  const terms = say(exemptionTerms);
  if (situation === null) return [];
  if (claimed === null) return [{ name: terms.situation, situation }];
  const found = { name: terms.situationFound, situation };
  return [
    { name: terms.situationClaimed, situation: claimed },
    ...(claimed.code === situation.code ? [] : [found]),
  ];
}
