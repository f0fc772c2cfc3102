import { careerSentences } from './sentences/career.ts';
import { inactionSentences, initiativeSentences } from './sentences/conduct.ts';
import { gradeSentences } from './sentences/grade.ts';
import type { Label } from './vocabulary/label.ts';

/** Every sentence that a result can give as a reason, in both languages. */
const sentences = {
  ...inactionSentences,
  ...initiativeSentences,
  ...gradeSentences,
  ...careerSentences,
} as const;

type Sentences = typeof sentences;

/** A reason as it is kept: the sentence's code and its figures. Words are made when somebody reads it. */
export type Sentence = {
  [Code in keyof Sentences]: readonly [Code, ...Parameters<Sentences[Code]>];
}[keyof Sentences];

/** A reason in words. */
export function inWords([code, ...figures]: Sentence): Label {
  const say = sentences[code] as (...figures: readonly unknown[]) => Label;
  return say(...figures);
}
