import { inPercent, inPoints } from '../points.ts';
import { type Area, areas } from '../vocabulary/areas.ts';
import {
  type DisciplineMeasure,
  disciplineMeasures,
  type DisciplineSource,
  type Effect,
  effects,
} from '../vocabulary/constraints.ts';
import { type Band, BANDS, grades, type Vocabulary } from '../vocabulary/grades.ts';
import type { Label } from '../vocabulary/label.ts';
import {
  type Measure,
  measures,
  type PartyBuildingGrade,
  partyBuildingGrades,
  unitGrades,
  type UnitGrade,
} from '../vocabulary/measures.ts';

/** A measure, its value in hundredths and its weight in basis points. */
export type WeightedMeasure = readonly [Measure, number, number];

/** A disciplinary measure by its name, whoever took it. */
export function disciplineLabel(source: DisciplineSource, measure: DisciplineMeasure): Label {
  const named: Partial<Record<DisciplineMeasure, Label>> = disciplineMeasures[source];
  return named[measure]!;
}

/** How the base, the ceilings and the grade came about (四·考核). */
export const gradeSentences = {
  base: (parts: readonly WeightedMeasure[], base: number | null): Label => {
    if (base === null)
      return { zh: '没有任何考核数据，没有基础分。', en: 'No measure is there, so there is no base.' };
    const part = ([, value, share]: WeightedMeasure) => `${inPoints(value)} × ${inPercent(share)}`;
    return {
      zh: `基础分 ${inPoints(base)}：${parts.map((given) => `${measures[given[0]].zh} ${part(given)}`).join('，')}，按现有权重加权平均。`,
      en: `Base ${inPoints(base)}: ${parts.map((given) => `${measures[given[0]].en} ${part(given)}`).join(', ')}, averaged over the weights present.`,
    };
  },
  measureMissing: (measure: Measure): Label => ({
    zh: `缺少“${measures[measure].zh}”，不按零分计，其余各项重新加权。`,
    en: `“${measures[measure].en}” is missing; it is not taken as zero, the other weights are scaled up.`,
  }),
  incomplete: (present: number, required: number): Label => ({
    zh: `现有各项权重合计 ${inPercent(present)}，不足 ${inPercent(required)}，暂不出具总分和等次。`,
    en: `The weights present come to ${inPercent(present)}, below ${inPercent(required)}: no total and no grade yet.`,
  }),
  clamp: (unclamped: number, limit: number): Label => ({
    zh: `合计 ${inPoints(unclamped)} 分超出计分范围，按 ${inPoints(limit)} 分计。`,
    en: `The sum of ${inPoints(unclamped)} points lies outside the scale and is taken as ${inPoints(limit)}.`,
  }),
  quarters: (quarters: readonly Band[], vocabulary: Vocabulary): Label => {
    const tally = BANDS.toReversed()
      .map((band) => ({ band, times: quarters.filter((quarter) => quarter === band).length }))
      .filter(({ times }) => times > 0);
    return {
      zh: `平时考核：${tally.map(({ band, times }) => `${grades[band][vocabulary].zh} ${times} 次`).join('，')}。`,
      en: `Quarterly grades: ${tally.map(({ band, times }) => `${grades[band][vocabulary].en} × ${times}`).join(', ')}.`,
    };
  },
  byScore: (band: Band, vocabulary: Vocabulary): Label => ({
    zh: `不确定等次；仅按得分属“${grades[band][vocabulary].zh}”，供研判。`,
    en: `No grade is given; by score alone it would be “${grades[band][vocabulary].en}”, for people to weigh.`,
  }),
  twoGrave: (facts: number): Label => ({
    zh: `有 ${facts} 件特别严重的事实，是否定为最低等次由组织研究决定。`,
    en: `There are ${facts} grave facts; whether the lowest grade follows is for people to decide.`,
  }),
  unitGrave: (): Label => ({
    zh: '所在单位另有干部存在特别严重的事实，请研判主要负责人的责任。',
    en: 'Another cadre of the unit has a grave fact; the responsibility of the principal should be considered.',
  }),
  partyBuildingMissing: (): Label => ({
    zh: '任党组织书记，尚缺党建考核等次。',
    en: 'A party secretary whose party-building grade is missing.',
  }),
  decidedStale: (pool: string): Label => ({
    zh: `名额组 ${pool} 的同分决定中有此人，但现已不在同分之列，该决定未采用。`,
    en: `Named in the tie decision of pool ${pool} but no longer tied; the decision was not applied.`,
  }),
  'constraint.refusedAppraisal': (): Label => ({
    zh: '无正当理由拒不参加考核，定为最低等次。',
    en: 'Refused to take part in the appraisal: the lowest grade.',
  }),
  'constraint.lowest': (source: DisciplineSource, measure: DisciplineMeasure): Label => ({
    zh: `当年受${disciplineLabel(source, measure).zh}，定为最低等次。`,
    en: `${disciplineLabel(source, measure).en} this year: the lowest grade.`,
  }),
  'constraint.investigation': (openedOn: string): Label => ({
    zh: `${openedOn} 起被立案审查调查，尚未结案，不写评语、不确定等次。`,
    en: `Under investigation since ${openedOn}, not closed: no comment and no grade.`,
  }),
  'constraint.noGrade': (
    source: DisciplineSource,
    measure: DisciplineMeasure,
    effectiveOn: string,
  ): Label => ({
    zh: `${effectiveOn} 受${disciplineLabel(source, measure).zh}，本年度不确定等次。`,
    en: `${disciplineLabel(source, measure).en} of ${effectiveOn}: no grade this year.`,
  }),
  'constraint.leave': (days: number, periodDays: number): Label => ({
    zh: `病、事假 ${days} 天，超过考核期 ${periodDays} 天的一半，不确定等次。`,
    en: `Sick and personal leave of ${days} days, more than half of the ${periodDays} days: no grade.`,
  }),
  'constraint.recruit': (to: string): Label => ({
    zh: `试用期至 ${to}，只写评语、不确定等次。`,
    en: `On probation as a recruit until ${to}: comment only.`,
  }),
  'constraint.commentOnly': (source: DisciplineSource, measure: DisciplineMeasure): Label => ({
    zh: `当年受${disciplineLabel(source, measure).zh}，只写评语、不确定等次。`,
    en: `${disciplineLabel(source, measure).en} this year: comment only.`,
  }),
  'ceiling.discipline': (source: DisciplineSource, measure: DisciplineMeasure): Label => ({
    zh: `当年受${disciplineLabel(source, measure).zh}，不得评为优秀。`,
    en: `${disciplineLabel(source, measure).en} this year: not excellent.`,
  }),
  'ceiling.effectPeriod': (effect: Effect, days: number, periodDays: number): Label => ({
    zh: `影响期（${effects[effect].zh}）覆盖考核期 ${periodDays} 天中的 ${days} 天，超过一半，不得评为优秀。`,
    en: `An effect period (${effects[effect].en}) covers ${days} of ${periodDays} days, more than half: not excellent.`,
  }),
  'ceiling.review': (): Label => ({
    zh: '已进入研判，研判结束前不建议评为优秀。',
    en: 'A review is open: excellent is not proposed until it is closed.',
  }),
  'ceiling.serious': (area: Area): Label => ({
    zh: `“${areas[area].zh}”方面有一件严重事实，即使担当突出也不得评为优秀。`,
    en: `A serious fact in “${areas[area].en}”: not excellent, whatever the credits.`,
  }),
  'ceiling.manySerious': (facts: number, vocabulary: Vocabulary): Label => ({
    zh: `有 ${facts} 件严重事实，最高为“${grades.basic[vocabulary].zh}”。`,
    en: `${facts} serious facts: at most “${grades.basic[vocabulary].en}”.`,
  }),
  'ceiling.grave': (area: Area, vocabulary: Vocabulary): Label => ({
    zh: `“${areas[area].zh}”方面有特别严重的事实，最高为“${grades.basic[vocabulary].zh}”。`,
    en: `A grave fact in “${areas[area].en}”: at most “${grades.basic[vocabulary].en}”.`,
  }),
  'ceiling.unitGrade': (grade: UnitGrade): Label => ({
    zh: `单位考核为“${unitGrades[grade].zh}”，主要负责人不得评为优秀。`,
    en: `The unit is graded “${unitGrades[grade].en}”: its principal is not excellent.`,
  }),
  'ceiling.partyBuilding': (grade: PartyBuildingGrade): Label => ({
    zh: `党建考核为“${partyBuildingGrades[grade].zh}”，党组织书记不得评为优秀。`,
    en: `Party building is graded “${partyBuildingGrades[grade].en}”: its secretary is not excellent.`,
  }),
  'ceiling.measureMissing': (): Label => ({
    zh: '考核数据有缺项，补齐前不建议评为优秀。',
    en: 'A measure is missing: excellent is not proposed until it is there.',
  }),
  'ceiling.base': (base: number, needed: number): Label => ({
    zh: `基础分 ${inPoints(base)} 低于 ${inPoints(needed)}，担当加分不能补足，不得评为优秀。`,
    en: `The base of ${inPoints(base)} is below ${inPoints(needed)}; credits cannot make up for it: not excellent.`,
  }),
  'ceiling.quarters': (): Label => ({
    zh: '没有一个季度达到合格（称职）以上，不得评为优秀。',
    en: 'No quarter was rated competent or better: not excellent.',
  }),
} as const;
