import { type Day, wholeMonths, yearOf } from '../day.ts';
import { byText } from '../order.ts';
import type { Policy } from '../policy/book.ts';
import { citedOn } from '../policy/clauses.ts';
import { atLeast, chiefToDeputy, deputyToChief, postsBelow } from './career-checks.ts';
import { effectPeriodsOf, runsOn } from './effect-period.ts';
import {
  type Candidate,
  check,
  passIf,
  type Qualification,
  type QualificationCheck,
  type Target,
  type Waiver,
} from './qualification.ts';
import { isOpenOn } from './rotation-due.ts';

function lastGrade({ grades: past }: Candidate, asOf: Day): QualificationCheck {
  const year = yearOf(asOf) - 1;
  const found = past.filter((grade) => grade.year === year);
  const rule = 'lastGrade';
  const clause = 'appointment-2019#24';
  if (found.length === 0)
    return check(rule, clause, 'missing', [`缺少 ${year} 年度考核等次。`, `No grade of ${year}.`]);
  const isGood = found.every(({ grade }) => grade === 'excellent' || grade === 'competent');
  return check(rule, clause, passIf(isGood), [
    isGood ? `${year} 年度考核在合格（称职）以上。` : `${year} 年度考核未达合格（称职）。`,
    isGood ? `The grade of ${year} is better than basic.` : `The grade of ${year} is not better than basic.`,
  ]);
}

function effectPeriod({ constraints }: Candidate, asOf: Day, policy: Policy): QualificationCheck {
  const running = effectPeriodsOf(constraints, policy).filter((period) => runsOn(period, asOf));
  const until = running
    .map((period) => period.until)
    .sort(byText)
    .at(-1);
  const because =
    until === undefined
      ? (['没有未满的影响期。', 'No effect period is running.'] as const)
      : ([`影响期未满，${until} 起解除。`, `An effect period is running, free from ${until}.`] as const);
  return check('effectPeriod', 'appointment-2019#24', passIf(until === undefined), because);
}

function investigation({ constraints }: Candidate, asOf: Day): QualificationCheck {
  const isOpen = constraints.some((fact) => fact.kind === 'investigation' && isOpenOn(fact, asOf));
  const because = isOpen
    ? (['正在接受审查调查。', 'An investigation is open.'] as const)
    : (['没有未结的审查调查。', 'No investigation is open.'] as const);
  return check('investigation', 'sanctions-2020#52', passIf(!isOpen), because);
}

function trainingCheck({ training }: Candidate): QualificationCheck {
  const told = {
    done: ['已完成任职培训。', 'Training is done.'],
    planned: ['已安排任职培训。', 'Training is planned.'],
    none: ['未完成也未安排任职培训。', 'Training is neither done nor planned.'],
  } as const;
  if (training === null)
    return check('training', '四·能力', 'missing', ['缺少任职培训情况。', 'Nothing is known of training.']);
  return check('training', '四·能力', passIf(training !== 'none'), told[training]);
}

function waived(checked: QualificationCheck, waivers: readonly Waiver[]): QualificationCheck {
  const waiver = waivers.find(({ rule }) => rule === checked.rule);
  if (checked.result !== 'fail' || !waiver) return checked;
  const { zh, en } = checked.because;
  const because = { zh: `${zh}破格依据：${waiver.document}。`, en: `${en} Waived by ${waiver.document}.` };
  return { ...checked, result: 'waiver', because };
}

/** Every condition of a post with its result and reason (四·考核, scoring section 8); `policy` is that of `asOf`. */
export function qualifyForPost(
  candidate: Candidate,
  target: Target,
  waivers: readonly Waiver[],
  asOf: Day,
  policy: Policy,
): Qualification {
  const { serviceSince, grassrootsMonths } = candidate;
  const checks = [
    atLeast('service', serviceSince === null ? null : wholeMonths(serviceSince, asOf), policy),
    atLeast('grassroots', grassrootsMonths, policy),
    postsBelow(candidate, target, asOf, policy),
    deputyToChief(candidate, target, asOf, policy),
    chiefToDeputy(candidate, target, asOf, policy),
    lastGrade(candidate, asOf),
    effectPeriod(candidate, asOf, policy),
    investigation(candidate, asOf),
    trainingCheck(candidate),
  ].map((checked) => waived({ ...checked, clause: citedOn(asOf, checked.clause) }, waivers));
  return { checks, eligible: checks.every(({ result }) => result !== 'fail' && result !== 'missing') };
}
