import type { Appointment, Cadre, Investigation } from '../bundle.ts';
import type { Sentence } from '../because.ts';
import { addMonths, contains, type Day, dayAfter, dayNumber, type Span, wholeMonths } from '../day.ts';
import type { Finding } from '../line.ts';
import { byText, groupBy } from '../order.ts';
import type { Policy } from '../policy/book.ts';
import type { UnitKind } from '../vocabulary/measures.ts';

export type RotationStatus = 'due' | 'soon' | 'notDue' | 'exempt';
export type RotationFlag = 'tooFrequent' | 'singleExperience' | 'experienceUnknown';

export interface PostTenure<Because = Sentence> {
  readonly postId: string;
  readonly months: number;
  readonly limit: number;
  readonly status: RotationStatus;
  readonly because: Because;
}

export interface Rotation<Because = Sentence> {
  readonly posts: readonly PostTenure<Because>[];
  readonly flags: readonly RotationFlag[];
}

type Career = Pick<Cadre, 'appointments' | 'constraints' | 'cadreSince' | 'retiresOn' | 'specialist'>;

const OPEN_END: Day = '9999-12-31';
const endOf = (appointment: Appointment): Day => appointment.to ?? OPEN_END;

/** By first day, then last day, then sensitive last: of equal appointments the stricter one speaks. */
const inTime = (a: Appointment, b: Appointment): number =>
  byText(a.from, b.from) || byText(endOf(a), endOf(b)) || Number(a.sensitive) - Number(b.sensitive);

/** Appointments to one post without a gap that counts: a gap on paper cures nothing. */
interface Stay {
  readonly postId: string;
  readonly from: Day;
  /** In time order; the last one says whether the stay is sensitive. */
  readonly appointments: readonly Appointment[];
}

/** Splits the appointments to one post, in time order, wherever the gap is longer than `paperGap` days. */
function staysIn(postId: string, appointments: readonly Appointment[], paperGap: number): Stay[] {
  const stays: { postId: string; from: Day; appointments: Appointment[] }[] = [];
  let lastDay: Day = '';
  for (const appointment of appointments) {
    const stay = stays.at(-1);
    if (stay && dayNumber(appointment.from) - dayNumber(lastDay) <= paperGap) {
      stay.appointments.push(appointment);
      lastDay = endOf(appointment) > lastDay ? endOf(appointment) : lastDay;
    } else {
      stays.push({ postId, from: appointment.from, appointments: [appointment] });
      lastDay = endOf(appointment);
    }
  }
  return stays;
}

/** Whether an investigation is open on a day. */
export const isOpenOn = ({ openedOn, closedOn }: Investigation, day: Day): boolean =>
  openedOn <= day && (closedOn === null || closedOn > day);

/** Why a cadre stays out of rotation, if anything says so. */
function exemptionOf(career: Career, months: number, asOf: Day, policy: Policy): Sentence | null {
  const { retiresOn, specialist, constraints } = career;
  const isRetiring =
    retiresOn !== null && asOf <= retiresOn && retiresOn <= addMonths(asOf, policy['rotation.retiring']);
  if (isRetiring) return ['rotation.exempt.retiring', months, retiresOn];
  if (specialist) return ['rotation.exempt.specialist', months];
  const isInvestigated = constraints.some((fact) => fact.kind === 'investigation' && isOpenOn(fact, asOf));
  return isInvestigated ? ['rotation.exempt.investigation', months] : null;
}

function tenureOf(
  { postId, from, appointments }: Stay,
  career: Career,
  asOf: Day,
  policy: Policy,
): PostTenure {
  const isSensitive = appointments.at(-1)!.sensitive;
  const limit = policy[isSensitive ? 'rotation.limitSensitive' : 'rotation.limit'];
  const months = wholeMonths(from, asOf);
  const isDue = months >= limit;
  if (!isDue && months < limit - policy['rotation.soon'])
    return { postId, months, limit, status: 'notDue', because: ['rotation.notDue', months, limit] };
  const exemption = exemptionOf(career, months, asOf, policy);
  if (exemption) return { postId, months, limit, status: 'exempt', because: exemption };
  return isDue
    ? { postId, months, limit, status: 'due', because: ['rotation.due', months, limit] }
    : { postId, months, limit, status: 'soon', because: ['rotation.soon', months, limit] };
}

/** Whole months that spans cover up to a day, overlapping and adjacent ones merged. */
export function monthsCovered(spans: readonly Span[], asOf: Day): number {
  const begun = spans.filter(({ from }) => from <= asOf).sort((a, b) => byText(a.from, b.from));
  let months = 0;
  let merged: { from: Day; free: Day } | null = null;
  for (const { from, to } of begun) {
    const free = to !== null && to < asOf ? dayAfter(to) : asOf;
    if (merged !== null && from <= merged.free) {
      if (free > merged.free) merged.free = free;
      continue;
    }
    if (merged !== null) months += wholeMonths(merged.from, merged.free);
    merged = { from, free };
  }
  return merged === null ? 0 : months + wholeMonths(merged.from, merged.free);
}

/** Tenure in the posts held on `asOf`, and what the career looks like (四·能力); `policy` is that of `asOf`. */
export function rotationOf(
  career: Career,
  kindOfUnit: ReadonlyMap<string, UnitKind>,
  asOf: Day,
  policy: Policy,
): Rotation & { readonly findings: readonly Finding[] } {
  const known = career.appointments.filter(({ from }) => from <= asOf).sort(inTime);
  const stays = [...groupBy(known, ({ postId }) => postId)].flatMap(([postId, of]) =>
    staysIn(postId, of, policy['rotation.paperGap']),
  );
  const posts = stays
    .filter((stay) => stay.appointments.some((appointment) => contains(appointment, asOf)))
    .sort((a, b) => byText(a.postId, b.postId))
    .map((stay) => tenureOf(stay, career, asOf, policy));
  const flags: RotationFlag[] = [];
  const findings: Finding[] = [];
  const since = addMonths(asOf, -policy['rotation.frequentWindow']);
  const begun = new Set(stays.map((stay) => stay.from).filter((from) => from > since));
  if (begun.size >= policy['rotation.frequentStays']) flags.push('tooFrequent');
  const covered = monthsCovered(known, asOf);
  const needed = policy['rotation.experience'];
  const kinds = new Set(known.map(({ unitId }) => kindOfUnit.get(unitId)));
  if (covered >= needed && kinds.size === 1) flags.push('singleExperience');
  const months = career.cadreSince === null ? 0 : wholeMonths(career.cadreSince, asOf);
  if (months >= needed && covered < needed) {
    flags.push('experienceUnknown');
    findings.push({
      rule: 'experienceUnknown',
      clause: '四·能力',
      because: ['experienceUnknown', covered, months],
    });
  }
  return { posts, flags, findings };
}
