import { inPercent, inPoints } from '../points.ts';
import { type Area, areas } from '../vocabulary/areas.ts';
import { type BehaviourCode, behaviours, conditions } from '../vocabulary/behaviours.ts';
import {
  type Cause,
  causes,
  type InitiativeRole,
  initiativeRoles,
  type Level,
  levels,
  qualities,
  type Quality,
  responsibilities,
  type Responsibility,
  severities,
  type Severity,
} from '../vocabulary/conduct.ts';
import type { Label } from '../vocabulary/label.ts';

/** A behaviour and its code, in the form every inaction line begins with. */
const named = (code: BehaviourCode): Label => ({
  zh: `“${behaviours[code].zh}”（${code}）`,
  en: `“${behaviours[code].en}” (${code})`,
});

const weight = (code: BehaviourCode, severity: Severity, responsibility: Responsibility): Label => ({
  zh: `${named(code).zh}，${severities[severity].zh}，${responsibilities[responsibility].zh}`,
  en: `${named(code).en}, ${severities[severity].en}, ${responsibilities[responsibility].en}`,
});

const surcharged = (surcharge: number, facts: number): Label =>
  surcharge === 0
    ? { zh: '', en: '' }
    : {
        zh: `；此前已有 ${facts} 件同类事实并已告知，加扣 ${inPoints(surcharge)} 分`,
        en: `; ${facts} earlier ${facts === 1 ? 'fact' : 'facts'} of the kind had been notified: ${inPoints(surcharge)} points more`,
      };

/** Why a line of the inaction ledger has its points (三). */
export const inactionSentences = {
  'inaction.counts': (
    code: BehaviourCode,
    severity: Severity,
    responsibility: Responsibility,
    points: number,
    surcharge: number,
    facts: number,
  ): Label => {
    const by = weight(code, severity, responsibility);
    const more = surcharged(surcharge, facts);
    return {
      zh: `${by.zh}，扣 ${inPoints(points)} 分${more.zh}。`,
      en: `${by.en}: ${inPoints(points)} points deducted${more.en}.`,
    };
  },
  'inaction.mitigated': (
    code: BehaviourCode,
    severity: Severity,
    responsibility: Responsibility,
    points: number,
    surcharge: number,
    facts: number,
    share: number,
  ): Label => {
    const by = weight(code, severity, responsibility);
    const more = surcharged(surcharge, facts);
    return {
      zh: `${by.zh}，应扣 ${inPoints(points)} 分${more.zh}；认定从轻减轻，按 ${inPercent(share)} 计。`,
      en: `${by.en}: ${inPoints(points)} points${more.en}; mitigated, so ${inPercent(share)} of it counts.`,
    };
  },
  'inaction.sameFact': (code: BehaviourCode, standing: string): Label => ({
    zh: `${named(code).zh}，与记录 ${standing} 属同一事实，只计最重的一条，此条不扣分。`,
    en: `${named(code).en}: the same fact as record ${standing}; only the heaviest counts, this one deducts nothing.`,
  }),
  'inaction.exempt': (code: BehaviourCode): Label => ({
    zh: `${named(code).zh}，按“三个区分开来”免责，不扣分，对评优和使用没有影响。`,
    en: `${named(code).en}: exempt under the three distinctions; no points, no influence on grade or promotion.`,
  }),
  'inaction.open': (code: BehaviourCode): Label => ({
    zh: `${named(code).zh}，尚未认定，不扣分。`,
    en: `${named(code).en}: not decided yet, nothing deducted.`,
  }),
  'inaction.dismissed': (code: BehaviourCode): Label => ({
    zh: `${named(code).zh}，认定不成立，不扣分。`,
    en: `${named(code).en}: found not to hold, nothing deducted.`,
  }),
  'inaction.conditionUnproven': (code: BehaviourCode, proven: readonly string[]): Label => {
    const unproven = behaviours[code].conditions.filter((condition) => !proven.includes(condition));
    return {
      zh: `${named(code).zh}，未证明“${unproven.map((condition) => conditions[condition].zh).join('”“')}”，不扣分。`,
      en: `${named(code).en}: not proven that ${unproven.map((condition) => conditions[condition].en).join(' and ')}; nothing deducted.`,
    };
  },
  'inaction.cap.minor': (code: BehaviourCode, deducted: number, cap: number): Label => ({
    zh: `${named(code).zh}的轻微事实合计 ${inPoints(deducted)} 分，最多扣 ${inPoints(cap)} 分，超出部分不扣。`,
    en: `Minor facts of ${named(code).en} come to ${inPoints(deducted)} points; at most ${inPoints(cap)} are deducted.`,
  }),
  'inaction.cap.area': (area: Area, deducted: number, cap: number): Label => ({
    zh: `“${areas[area].zh}”方面合计 ${inPoints(deducted)} 分，最多扣 ${inPoints(cap)} 分，超出部分不扣。`,
    en: `Deductions in “${areas[area].en}” come to ${inPoints(deducted)} points; at most ${inPoints(cap)} are deducted.`,
  }),
  'inaction.cap.total': (deducted: number, cap: number): Label => ({
    zh: `各方面扣分合计 ${inPoints(deducted)} 分，最多扣 ${inPoints(cap)} 分，超出部分不扣。`,
    en: `All deductions come to ${inPoints(deducted)} points; at most ${inPoints(cap)} are deducted.`,
  }),
  remedy: (code: BehaviourCode, cause: Cause): Label => ({
    zh: `${named(code).zh}的原因是“${causes[cause].zh}”，建议${causes[cause].remedy.zh}。`,
    en: `The cause of ${named(code).en} is “${causes[cause].en}”: ${causes[cause].remedy.en} suggested.`,
  }),
} as const;

const deed = (area: Area, quality: Quality, level: Level, role: InitiativeRole): Label => ({
  zh: `“${areas[area].zh}”方面${qualities[quality].zh}，${levels[level].zh}，${initiativeRoles[role].zh}`,
  en: `${areas[area].en}, ${qualities[quality].en}, ${levels[level].en}, ${initiativeRoles[role].en}`,
});

/** Why a line of the initiative ledger has its points (四·考核). */
export const initiativeSentences = {
  'initiative.counts': (
    area: Area,
    quality: Quality,
    level: Level,
    role: InitiativeRole,
    points: number,
  ): Label => ({
    zh: `${deed(area, quality, level, role).zh}，加 ${inPoints(points)} 分。`,
    en: `${deed(area, quality, level, role).en}: ${inPoints(points)} points added.`,
  }),
  'initiative.diminished': (
    area: Area,
    quality: Quality,
    level: Level,
    role: InitiativeRole,
    points: number,
    place: number,
    share: number,
  ): Label => ({
    zh: `${deed(area, quality, level, role).zh}，应加 ${inPoints(points)} 分；是同类第 ${place} 项，按 ${inPercent(share)} 计。`,
    en: `${deed(area, quality, level, role).en}: ${inPoints(points)} points; number ${place} of its kind, so ${inPercent(share)} of it counts.`,
  }),
  'initiative.sameFact': (area: Area, quality: Quality, standing: string): Label => ({
    zh: `“${areas[area].zh}”方面${qualities[quality].zh}，与记录 ${standing} 属同一事实，只计最高的一条。`,
    en: `${areas[area].en}, ${qualities[quality].en}: the same fact as record ${standing}; only the highest counts.`,
  }),
  'initiative.open': (area: Area, quality: Quality): Label => ({
    zh: `“${areas[area].zh}”方面${qualities[quality].zh}，尚未核实，不加分。`,
    en: `${areas[area].en}, ${qualities[quality].en}: not verified yet, nothing added.`,
  }),
  'initiative.dismissed': (area: Area, quality: Quality): Label => ({
    zh: `“${areas[area].zh}”方面${qualities[quality].zh}，核实不成立，不加分。`,
    en: `${areas[area].en}, ${qualities[quality].en}: found not to hold, nothing added.`,
  }),
  'initiative.cap.area': (area: Area, credited: number, cap: number): Label => ({
    zh: `“${areas[area].zh}”方面加分合计 ${inPoints(credited)} 分，最多计 ${inPoints(cap)} 分。`,
    en: `Credits in “${areas[area].en}” come to ${inPoints(credited)} points; at most ${inPoints(cap)} count.`,
  }),
  'initiative.cap.total': (credited: number, cap: number): Label => ({
    zh: `各方面加分合计 ${inPoints(credited)} 分，最多计 ${inPoints(cap)} 分。`,
    en: `All credits come to ${inPoints(credited)} points; at most ${inPoints(cap)} count.`,
  }),
} as const;
