import { say } from '../words/language.ts';
import { ruleTextWords } from '../words/rule-texts.ts';

/** From when until when a text was valid. */
export function validityOf({ validFrom, validTo }: { validFrom: string; validTo: string | null }): string {
  const words = say(ruleTextWords);
  return validTo === null ? words.still(validFrom) : words.fromTo(validFrom, validTo);
}
