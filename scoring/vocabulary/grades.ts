import { codesOf, type Label } from './label.ts';

/** The four grades that a score can reach, worst first. */
export const BANDS = ['incompetent', 'basic', 'competent', 'excellent'] as const;
export type Band = (typeof BANDS)[number];

/** What stands on the form: a grade or one of the two ways of not giving one. Labels differ by kind of personnel. */
export const grades = {
  excellent: {
    civilServant: { zh: '优秀', en: 'excellent' },
    publicInstitution: { zh: '优秀', en: 'excellent' },
  },
  competent: {
    civilServant: { zh: '称职', en: 'competent' },
    publicInstitution: { zh: '合格', en: 'qualified' },
  },
  basic: {
    civilServant: { zh: '基本称职', en: 'basically competent' },
    publicInstitution: { zh: '基本合格', en: 'basically qualified' },
  },
  incompetent: {
    civilServant: { zh: '不称职', en: 'incompetent' },
    publicInstitution: { zh: '不合格', en: 'unqualified' },
  },
  commentOnly: {
    civilServant: { zh: '只写评语不确定等次', en: 'comment only, no grade' },
    publicInstitution: { zh: '只写评语不确定等次', en: 'comment only, no grade' },
  },
  undetermined: {
    civilServant: { zh: '不写评语不确定等次', en: 'no comment, no grade' },
    publicInstitution: { zh: '不写评语不确定等次', en: 'no comment, no grade' },
  },
} as const satisfies Record<string, Record<string, Label>>;

export type Grade = keyof typeof grades;
export const GRADES = codesOf(grades);

export const vocabularies = {
  civilServant: { zh: '公务员', en: 'civil servants' },
  publicInstitution: { zh: '事业单位', en: 'public institutions' },
} as const satisfies Record<string, Label>;
export type Vocabulary = keyof typeof vocabularies;
export const VOCABULARIES = codesOf(vocabularies);

/** The lower of two grades a score can reach. */
export const lowerOf = (a: Band, b: Band): Band => (BANDS.indexOf(a) < BANDS.indexOf(b) ? a : b);

/** Why a cadre has the proposed grade. */
export const gradeReasons = {
  band: { zh: '按得分', en: 'by score' },
  ceiling: { zh: '受上限约束', en: 'held by a ceiling' },
  forced: { zh: '按规定直接确定', en: 'set by regulation' },
  quota: { zh: '名额所限', en: 'by quota' },
  tie: { zh: '同分待定', en: 'tied, for people to decide' },
  decided: { zh: '同分经研究确定', en: 'tie decided by people' },
  incomplete: { zh: '数据不全', en: 'measures incomplete' },
} as const satisfies Record<string, Label>;
export type GradeReason = keyof typeof gradeReasons;
