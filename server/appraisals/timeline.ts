// A career in order of days: posts, grades, records that stand, and what people decided about it.
import type { conductOf, constraintsOf, postsHeldBy } from '../../db/queries/files.ts';
import type { Row } from '../../db/tables/index.ts';
import {
  behaviours,
  byText,
  type Constraint,
  type Day,
  disciplineMeasures,
  inactionFindings,
  type Label,
  leaves,
  qualities,
} from '../../scoring/index.ts';
import type { FileAccess } from './file-access.ts';

export interface Moment {
  readonly on: Day;
  readonly kind: 'post' | 'postEnd' | 'grade' | 'inaction' | 'initiative' | 'constraint' | 'decision';
  readonly label: Label;
}

type Post = Awaited<ReturnType<typeof postsHeldBy>>[number];
type Conduct = Awaited<ReturnType<typeof conductOf>>[number];
type Limit = Awaited<ReturnType<typeof constraintsOf>>[number];

function ofPost({ postName, unitName, fromOn, toOn }: Post): Moment[] {
  const begun: Moment = {
    on: fromOn,
    kind: 'post',
    label: { zh: `任${unitName}${postName}`, en: `Took up ${postName}, ${unitName}` },
  };
  if (toOn === null) return [begun];
  const label = { zh: `离任${unitName}${postName}`, en: `Left ${postName}, ${unitName}` };
  return [begun, { on: toOn, kind: 'postEnd', label }];
}

/** Records that are final; what weighs nothing is in the result's own lines for whoever may see it. */
function ofConduct(record: Conduct, access: FileAccess): Moment[] {
  const { ledger, occurredOn: on, summary, finding, code, quality } = record;
  if (record.confirmedAt === null) return [];
  if (ledger === 'initiative') {
    if (finding !== 'verified' || quality === null) return [];
    const { zh, en } = qualities[quality];
    const more = access.initiative ? { zh: `：${summary}`, en: `: ${summary}` } : { zh: '', en: '' };
    return [{ on, kind: 'initiative', label: { zh: zh + more.zh, en: en + more.en } }];
  }
  if (!access.inaction || code === null || (finding !== 'upheld' && finding !== 'mitigated')) return [];
  const { zh, en } = behaviours[code];
  const found = inactionFindings[finding];
  return [
    {
      on,
      kind: 'inaction',
      label: { zh: `${zh}（${found.zh}）：${summary}`, en: `${en} (${found.en}): ${summary}` },
    },
  ];
}

function constraintLabel(row: Limit): Label {
  switch (row.kind) {
    case 'discipline': {
      const named: Partial<Record<string, Label>> = disciplineMeasures[row.source!];
      return named[row.measure!]!;
    }
    case 'investigation':
      return { zh: '立案审查调查', en: 'Under investigation' };
    case 'leave':
      return leaves[row.leaveType!];
    case 'recruitProbation':
      return { zh: '试用期开始', en: 'On probation as a recruit' };
    case 'refusedAppraisal':
      return { zh: '拒不参加年度考核', en: 'Refused to take part in the appraisal' };
  }
}

function ofConstraint(row: Limit): Moment[] {
  const days: Readonly<Record<Constraint['kind'], Day | null>> = {
    discipline: row.effectiveOn,
    investigation: row.openedOn,
    leave: row.fromOn,
    recruitProbation: row.fromOn,
    refusedAppraisal: row.year === null ? null : `${row.year}-12-31`,
  };
  const on = days[row.kind];
  if (row.confirmedAt === null || on === null) return [];
  const begun: Moment = { on, kind: 'constraint', label: constraintLabel(row) };
  if (row.closedOn === null) return [begun];
  return [begun, { on: row.closedOn, kind: 'constraint', label: { zh: '结案', en: 'Investigation closed' } }];
}

export interface Career {
  readonly posts: readonly Post[];
  readonly conduct: readonly Conduct[];
  readonly constraints: readonly Limit[];
  readonly grades: readonly { readonly year: number; readonly label: Label }[];
  readonly decisions: readonly { readonly on: Day; readonly decision: Row<'tieDecisions'> }[];
}

export function timelineOf(career: Career, access: FileAccess): Moment[] {
  const moments: Moment[] = [
    ...career.posts.flatMap(ofPost),
    ...career.conduct.flatMap((record) => ofConduct(record, access)),
    ...(access.constraints ? career.constraints.flatMap(ofConstraint) : []),
    ...career.grades.map(({ year, label: { zh, en } }): Moment => ({
      on: `${year}-12-31`,
      kind: 'grade',
      label: { zh: `${year} 年度考核：${zh}`, en: `Appraisal of ${year}: ${en}` },
    })),
    ...career.decisions.map(({ on, decision: { year } }): Moment => ({
      on,
      kind: 'decision',
      label: {
        zh: `${year} 年度优秀名额同分，经研究确定为优秀`,
        en: `Chosen out of a tie for excellent in ${year}`,
      },
    })),
  ];
  return moments.sort((a, b) => byText(a.on, b.on));
}
