import { codesOf, type Label } from './label.ts';

/** What a panel looks at beside the three distinctions (六个方面, 中办发〔2018〕29号): each an ordinal finding with a reason, never summed. */
export const considerations = {
  motive: { zh: '动机态度', en: 'motive and attitude' },
  circumstances: { zh: '客观条件', en: 'objective conditions' },
  procedure: { zh: '程序方法', en: 'procedure and method' },
  nature: { zh: '性质程度', en: 'nature and degree' },
  consequence: { zh: '后果影响', en: 'consequence and effect' },
  recovery: { zh: '挽回损失', en: 'loss recovered' },
} as const satisfies Record<string, Label>;
export type Consideration = keyof typeof considerations;
export const CONSIDERATIONS = codesOf(considerations);

/** How a consideration speaks, in order. */
export const considerationLevels = {
  favourable: { zh: '有利', en: 'in favour' },
  neutral: { zh: '一般', en: 'neutral' },
  unfavourable: { zh: '不利', en: 'against' },
} as const satisfies Record<string, Label>;
export type ConsiderationLevel = keyof typeof considerationLevels;
export const CONSIDERATION_LEVELS = codesOf(considerationLevels);
