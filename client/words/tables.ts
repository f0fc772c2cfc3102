import { labelOf } from './language.ts';

const TABLES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  accounts: { zh: '账号', en: 'Accounts' },
  grants: { zh: '授权', en: 'Grants' },
  grant_proposal_lines: { zh: '提名', en: 'Proposals' },
  units: { zh: '单位', en: 'Units' },
  posts: { zh: '岗位', en: 'Posts' },
  cadres: { zh: '干部', en: 'People' },
  appointments: { zh: '任职', en: 'Appointments' },
  years: { zh: '考核年度', en: 'Years' },
  pools: { zh: '考核组', en: 'Pools' },
  enrolments: { zh: '参加考核的人', en: 'Enrolments' },
  measures: { zh: '考核指标', en: 'Measures' },
  dimension_scores: { zh: '五维得分', en: 'Dimension scores' },
  quarter_grades: { zh: '平时考核等次', en: 'Quarter grades' },
  past_grades: { zh: '往年等次', en: 'Past grades' },
  unit_grades: { zh: '单位等次', en: 'Unit grades' },
  review_findings: { zh: '测评与巡视发现', en: 'Findings' },
  constraints: { zh: '处分与限制情形', en: 'Constraints' },
  conduct_records: { zh: '履职记录', en: 'Conduct records' },
  files: { zh: '案卷', en: 'Files' },
  inaction_files: { zh: '不为案卷', en: 'Inaction files' },
  initiative_files: { zh: '担当案卷', en: 'Initiative files' },
  runs: { zh: '考核计算', en: 'Evaluations' },
  run_results: { zh: '考核结果', en: 'Results' },
  tie_decisions: { zh: '并列决定', en: 'Tie decisions' },
};

/** What the rows of a table are called; one of tomorrow keeps its name. */
export function tableName(table: string): string {
  const known = TABLES[table];
  return known === undefined ? table : labelOf(known);
}
