import type { Label } from '../../scoring/index.ts';
import type { ClosedBecause } from './rights.ts';

/** Why a step is closed to somebody, as he reads it. */
export const CLOSED_WORDS: Readonly<Record<ClosedBecause, Label>> = {
  automatic: { zh: '到期自动办理', en: 'Happens by itself when its time has come' },
  others: { zh: '由其他人员办理', en: 'For others to do' },
  notNamed: {
    zh: '未指定您承办，或不在您的范围内',
    en: 'You are not named in this file, or it is outside your scope',
  },
  related: { zh: '您与当事人有关联，须回避', en: 'You are related to it and must stand back' },
  complained: {
    zh: '您对本事项提出过异议或质疑，须回避，由他人办理',
    en: 'You objected to this or challenged it before; somebody else must do it',
  },
  otherDuty: {
    zh: '您在本事项中已承担另一职责，须由他人办理',
    en: 'You had another duty in this file; somebody else must do it',
  },
  once: { zh: '只能办理一次，已经办过', en: 'Only once, and it has been done' },
};
