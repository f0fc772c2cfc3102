import type { Label } from '../vocabulary/label.ts';
import type { Day } from '../day.ts';
import { type InstrumentId, instruments } from './instruments.ts';

/** The clauses of the opinion, each summarised in our own words. */
export const clauses = {
  一: { zh: '总体要求：三个检验', en: 'General requirements: the three tests' },
  二·1: { zh: '区分缺乏经验、先行先试与明知故犯', en: 'Inexperience and pioneering, not knowing violation' },
  二·2: { zh: '区分尚无限制的探索与明令禁止后我行我素', en: 'Exploration, not carrying on after a ban' },
  二·3: { zh: '区分推动发展的无意过失与谋取私利', en: 'Unintended fault, not private gain' },
  三: { zh: '治理为官不为：六个方面与三种原因', en: 'Inaction in office: six areas and three causes' },
  '三(一)': { zh: '贯彻落实决策部署', en: 'Carrying out decisions' },
  '三(二)': { zh: '谋改革促发展', en: 'Reform and development' },
  '三(三)': { zh: '履行领导责任', en: 'Duties of leadership' },
  '三(四)': { zh: '落实分工任务', en: 'Shared tasks' },
  '三(五)': { zh: '处置突发事件和紧急情况', en: 'Emergencies' },
  '三(六)': { zh: '为师生服务、解决师生问题', en: 'Service to staff and students' },
  四·督查: { zh: '督查督办与约谈提醒', en: 'Supervision and reminder talks' },
  四·能力: { zh: '教育培训与轮岗交流', en: 'Training and rotation' },
  四·考核: { zh: '考核激励与能上能下', en: 'Appraisal, incentives, moving up and down' },
  四·问责: { zh: '监督执纪问责', en: 'Discipline and accountability' },
} as const satisfies Record<string, Label>;

/** A clause of the opinion, or an article of another instrument. */
export type Clause = keyof typeof clauses | `${InstrumentId}#${number}`;

/** A citation as it stands on a day: before an instrument is in force, the opinion's own clause is cited instead. */
export function citedOn(day: Day, article: Clause): Clause {
  const [id] = article.split('#') as [InstrumentId];
  return article.includes('#') && day < instruments[id].inForceOn ? '四·考核' : article;
}
