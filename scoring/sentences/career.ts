import { inPoints } from '../points.ts';
import { type BehaviourCode, behaviours } from '../vocabulary/behaviours.ts';
import { qualities, type Quality } from '../vocabulary/conduct.ts';
import {
  type DisciplineMeasure,
  type DisciplineSource,
  type Effect,
  effects,
  grounds,
} from '../vocabulary/constraints.ts';
import { type Band, grades, type Vocabulary } from '../vocabulary/grades.ts';
import type { Label } from '../vocabulary/label.ts';
import { voteFindings, type VoteFinding } from '../vocabulary/ballots.ts';
import { disciplineLabel } from './grade.ts';

const years = (months: number): Label => {
  const [whole, rest] = [Math.floor(months / 12), months % 12];
  const parts = [whole > 0 ? `${whole} 年` : '', rest > 0 || whole === 0 ? `${rest} 个月` : ''];
  return { zh: parts.filter(Boolean).join(' '), en: `${months} months` };
};

/** Why a review is opened, a talk suggested, a post due: proposals for people (四·能力, 四·考核, 四·督查). */
export const careerSentences = {
  'review.discipline': (
    source: DisciplineSource,
    measure: DisciplineMeasure,
    effectiveOn: string,
  ): Label => ({
    zh: `${effectiveOn} 因${grounds.politicalDiscipline.zh}受${disciplineLabel(source, measure).zh}，建议进入研判。`,
    en: `${disciplineLabel(source, measure).en} of ${effectiveOn} on ground of ${grounds.politicalDiscipline.en}: a review is suggested.`,
  }),
  'review.integrity': (source: DisciplineSource, measure: DisciplineMeasure, effectiveOn: string): Label => ({
    zh: `${effectiveOn} 因${grounds.integrity.zh}受${disciplineLabel(source, measure).zh}，建议进入研判。`,
    en: `${disciplineLabel(source, measure).en} of ${effectiveOn} on ground of ${grounds.integrity.en}: a review is suggested.`,
  }),
  'review.deductions': (deductions: number, threshold: number): Label => ({
    zh: `一般以上不为事实扣分 ${inPoints(deductions)}，达到 ${inPoints(threshold)}，建议进入研判。`,
    en: `Facts above minor deduct ${inPoints(deductions)} points, at least ${inPoints(threshold)}: a review is suggested.`,
  }),
  'review.grave': (code: BehaviourCode): Label => ({
    zh: `“${behaviours[code].zh}”（${code}）特别严重，建议进入研判。`,
    en: `“${behaviours[code].en}” (${code}) is grave: a review is suggested.`,
  }),
  'review.basicTwice': (vocabulary: Vocabulary): Label => ({
    zh: `上年度和本年度得分均属“${grades.basic[vocabulary].zh}”，建议进入研判。`,
    en: `“${grades.basic[vocabulary].en}” last year and by score this year: a review is suggested.`,
  }),
  'review.incompetent': (band: Band, vocabulary: Vocabulary): Label => ({
    zh: `得分属“${grades[band][vocabulary].zh}”，建议进入研判。`,
    en: `“${grades[band][vocabulary].en}” by score: a review is suggested.`,
  }),
  'review.vote': (findings: readonly VoteFinding[]): Label => ({
    zh: `民主测评${findings.map((finding) => voteFindings[finding].zh).join('，')}，建议进入研判。`,
    en: `Democratic evaluation: ${findings.map((finding) => voteFindings[finding].en).join(', ')}; a review is suggested.`,
  }),
  'review.style': (on: string): Label => ({
    zh: `${on} 督查发现作风问题，建议进入研判。`,
    en: `An inspection of ${on} found a problem of style: a review is suggested.`,
  }),
  talkSuggested: (deductions: number, threshold: number): Label => ({
    zh: `一般以上不为事实扣分 ${inPoints(deductions)}，达到 ${inPoints(threshold)}，建议约谈提醒。`,
    en: `Facts above minor deduct ${inPoints(deductions)} points, at least ${inPoints(threshold)}: a reminder talk is suggested.`,
  }),
  promoteFirst: (which: readonly Quality[], credits: number): Label => ({
    zh: `${which.map((quality) => qualities[quality].zh).join('、')}加分均达到 ${inPoints(credits)}，等次优秀，建议重点提拔使用。`,
    en: `Credits for ${which.map((quality) => qualities[quality].en).join(', ')} reach ${inPoints(credits)} each and the grade is excellent: to be considered first for promotion.`,
  }),
  'effect.runs': (
    effect: Effect,
    source: DisciplineSource,
    measure: DisciplineMeasure,
    effectiveOn: string,
    months: number,
    until: string,
  ): Label => ({
    zh: `${effectiveOn} 受${disciplineLabel(source, measure).zh}，${months} 个月内${effects[effect].zh}，${until} 起解除。`,
    en: `${disciplineLabel(source, measure).en} of ${effectiveOn}: ${effects[effect].en} for ${months} months, free from ${until}.`,
  }),
  'rotation.notDue': (months: number, limit: number): Label => ({
    zh: `在同一岗位任职 ${years(months).zh}，未到 ${years(limit).zh}。`,
    en: `${years(months).en} in the post; the limit is ${years(limit).en}.`,
  }),
  'rotation.soon': (months: number, limit: number): Label => ({
    zh: `在同一岗位任职 ${years(months).zh}，接近 ${years(limit).zh}，建议列入交流计划。`,
    en: `${years(months).en} in the post, close to the limit of ${years(limit).en}: to be planned for rotation.`,
  }),
  'rotation.due': (months: number, limit: number): Label => ({
    zh: `在同一岗位任职 ${years(months).zh}，已满 ${years(limit).zh}，应当交流。`,
    en: `${years(months).en} in the post, the limit of ${years(limit).en} is reached: rotation is due.`,
  }),
  'rotation.exempt.retiring': (months: number, retiresOn: string): Label => ({
    zh: `在同一岗位任职 ${years(months).zh}，将于 ${retiresOn} 退休，不列入交流。`,
    en: `${years(months).en} in the post; retires on ${retiresOn}, so no rotation.`,
  }),
  'rotation.exempt.specialist': (months: number): Label => ({
    zh: `在同一岗位任职 ${years(months).zh}，因专业特殊，不列入交流。`,
    en: `${years(months).en} in the post; a specialist, so no rotation.`,
  }),
  'rotation.exempt.investigation': (months: number): Label => ({
    zh: `在同一岗位任职 ${years(months).zh}，正在接受审查调查，暂不交流。`,
    en: `${years(months).en} in the post; under investigation, so no rotation for now.`,
  }),
  experienceUnknown: (covered: number, months: number): Label => ({
    zh: `任干部已 ${years(months).zh}，任职记录只覆盖 ${years(covered).zh}，无法判断经历是否单一，请补齐任职记录。`,
    en: `A cadre for ${years(months).en} with appointments on record for ${years(covered).en} only; experience cannot be judged until they are completed.`,
  }),
} as const;
