import type { Tone } from '../ui/tag.tsx';
import type { ResultRow } from './appraisals.api.ts';

const TONES: Readonly<Record<NonNullable<ResultRow['grade']>, Tone>> = {
  excellent: 'ok',
  competent: 'plain',
  basic: 'warn',
  incompetent: 'bad',
  commentOnly: 'info',
  undetermined: 'info',
};

export const gradeTone = (grade: ResultRow['grade']): Tone => (grade === null ? 'plain' : TONES[grade]);
