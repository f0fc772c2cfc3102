// The words of the office's lists, from the vocabularies of scoring; their codes are taken as well.
import {
  type Area,
  areas,
  type Band,
  BANDS,
  behaviours,
  causes,
  conditions,
  disciplineMeasures,
  disciplineSources,
  type Grade,
  grades,
  grounds,
  inactionFindings,
  initiativeFindings,
  initiativeRoles,
  leaves,
  levels,
  partyBuildingGrades,
  qualities,
  ranks,
  responsibilities,
  severities,
  templates,
  unitGrades,
  unitKinds,
  voteFindings,
} from '../../scoring/index.ts';
import { tidyCode } from './tidy-text.ts';
import { type Dictionary, dictionaryOf } from './word-columns.ts';

const labelsIn = <C extends string>(
  list: Readonly<Record<C, { readonly publicInstitution: { readonly zh: string } }>>,
): Record<C, { zh: string }> =>
  Object.fromEntries(
    Object.entries<{ readonly publicInstitution: { readonly zh: string } }>(list).map(([code, label]) => [
      code,
      label.publicInstitution,
    ]),
  ) as Record<C, { zh: string }>;

/** Both vocabularies are understood: 称职 and 合格 are one grade. */
const gradeSynonyms = Object.fromEntries(
  Object.entries(grades).map(([code, label]) => [label.civilServant.zh, code as Grade]),
);
const gradeLabels = labelsIn(grades);

export const gradeWords = dictionaryOf(gradeLabels, {
  ...gradeSynonyms,
  未定等次: 'undetermined',
  不定等次: 'undetermined',
});
export const bandWords: Dictionary<Band> = dictionaryOf(
  Object.fromEntries(BANDS.map((band) => [band, gradeLabels[band]])) as Record<Band, { zh: string }>,
  Object.fromEntries(BANDS.map((band) => [grades[band].civilServant.zh, band])),
);

export const unitKindWords = dictionaryOf(unitKinds, {
  机关: 'administration',
  党群: 'party',
  直属单位: 'service',
});
export const rankWords = dictionaryOf(ranks, {
  正处级: '正处',
  副处级: '副处',
  正科级: '正科',
  副科级: '副科',
  正厅级: '正厅',
  副厅级: '副厅',
});
export const templateWords = dictionaryOf(templates, {
  一把手: 'principal',
  正职: 'principal',
  副职: 'member',
});
export const unitGradeWords = dictionaryOf(unitGrades);
export const partyBuildingWords = dictionaryOf(partyBuildingGrades, { 较好: 'fair', 较差: 'poor' });

export const sourceWords = dictionaryOf(disciplineSources, {
  党纪: 'party',
  政务: 'administrative',
  组织: 'organisational',
});
/** One list of measures for all sources, as the office writes them; which source may take which is checked by row. */
export const measureWords = dictionaryOf(
  Object.fromEntries(
    Object.entries(disciplineMeasures).flatMap(([source, list]) =>
      Object.entries<{ readonly zh: string }>(list).map(([measure, label]) => [
        `${source}.${measure}`,
        label,
      ]),
    ),
  ),
);
export const groundWords = dictionaryOf(grounds);
export const leaveWords = dictionaryOf(leaves);

export const behaviourWords = dictionaryOf(behaviours);
export const conditionWords = dictionaryOf(conditions);
export const severityWords = dictionaryOf(severities);
export const responsibilityWords = dictionaryOf(responsibilities);
export const causeWords = dictionaryOf(causes);
export const qualityWords = dictionaryOf(qualities);
export const levelWords = dictionaryOf(levels);
export const roleWords = dictionaryOf(initiativeRoles);

const decided = <C extends string>(list: Readonly<Record<C, { readonly zh: string }>>) =>
  dictionaryOf(
    Object.fromEntries(Object.entries(list).filter(([code]) => code !== 'open')) as Record<
      Exclude<C, 'open'>,
      { zh: string }
    >,
  );
/** Only what was decided may be imported: an open file goes its way within the product. */
export const inactionFindingWords = decided(inactionFindings);
export const initiativeFindingWords = decided(initiativeFindings);

/** 三(一) … 三(六), by number, clause or name. */
export const areaWords: Dictionary<Area> = {
  labels: new Map(Object.entries(areas).map(([area, { zh }]) => [Number(area) as Area, zh])),
  codes: new Map(
    Object.entries(areas).flatMap(([area, { zh, clause }]) =>
      [area, zh, clause].map((name) => [tidyCode(name), Number(area) as Area] as const),
    ),
  ),
};

export const reviewKindWords = dictionaryOf({ vote: { zh: '民主测评' }, inspection: { zh: '督查检查' } });
export const reviewFindingWords = dictionaryOf({ ...voteFindings, style: { zh: '作风漂浮' } });
