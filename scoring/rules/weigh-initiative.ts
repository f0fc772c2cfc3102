import type { Initiative, Period } from '../bundle.ts';
import { contains } from '../day.ts';
import type { Line } from '../line.ts';
import { byText, groupBy } from '../order.ts';
import { portion, sum } from '../points.ts';
import { idsBy, type Policy } from '../policy/book.ts';
import { clauseOfArea } from '../vocabulary/areas.ts';
import { INITIATIVE_ROLES, LEVELS, type Quality } from '../vocabulary/conduct.ts';
import { capEach, pointsBy } from './cap-points.ts';
import { countingDay } from './weigh-inaction.ts';

export interface InitiativeLedger {
  readonly lines: readonly Line[];
  /** After diminishing, before caps. */
  readonly byQuality: ReadonlyMap<Quality, number>;
  /** After caps, ≥ 0. */
  readonly credits: number;
}

interface Credit {
  readonly record: Initiative;
  /** By level and role. */
  readonly own: number;
  /** 1 for the first of its area and quality; later ones count less. */
  readonly place: number;
  readonly share: number;
  readonly points: number;
}

const factOf = (record: Initiative): unknown => record.factId ?? record;

const LEVEL_ID = idsBy('initiative.level', LEVELS);
const ROLE_ID = idsBy('initiative.role', INITIATIVE_ROLES);

const ownPoints = ({ level, role }: Initiative, policy: Policy): number =>
  portion(policy[LEVEL_ID[level]], policy[ROLE_ID[role]]);

const DIMINISHING = [
  'initiative.diminishing.first',
  'initiative.diminishing.second',
  'initiative.diminishing.third',
] as const;

/** The parameter for a place among records of one area and quality, 1 the first. */
const diminishingAt = (place: number) => DIMINISHING[place - 1] ?? 'initiative.diminishing.later';

/** The verified records that stand, one a fact: the largest, of equal ones the smallest id. */
function standingOnes(verified: readonly Initiative[], policy: Policy): Map<unknown, Initiative> {
  const standing = new Map<unknown, Initiative>();
  for (const record of verified) {
    const best = standing.get(factOf(record));
    const lead = best ? ownPoints(record, policy) - ownPoints(best, policy) : 1;
    if (lead > 0 || (lead === 0 && record.id < best!.id)) standing.set(factOf(record), record);
  }
  return standing;
}

/** Standing records of one area and quality, largest first, each counting less than the one before. */
function diminish(records: readonly Initiative[], policy: Policy): Credit[] {
  return records
    .map((record) => ({ record, own: ownPoints(record, policy) }))
    .sort(
      (a, b) =>
        b.own - a.own || byText(a.record.occurredOn, b.record.occurredOn) || byText(a.record.id, b.record.id),
    )
    .map(({ record, own }, index) => {
      const share = policy[diminishingAt(index + 1)];
      return { record, own, place: index + 1, share, points: portion(own, share) };
    });
}

function creditLine({ record, own, place, share, points }: Credit): Line {
  const { id, area, quality, level, role } = record;
  const common = { rule: 'initiative', recordId: id, clause: clauseOfArea(area), points } as const;
  const parameters = [LEVEL_ID[level], ROLE_ID[role]] as const;
  const deed = [area, quality, level, role] as const;
  if (place === 1)
    return { ...common, parameters, reason: 'counts', because: ['initiative.counts', ...deed, points] };
  return {
    ...common,
    parameters: [...parameters, diminishingAt(place)],
    reason: 'diminished',
    because: ['initiative.diminished', ...deed, own, place, share],
  };
}

function weightlessLine(record: Initiative, standing: Initiative | undefined): Line {
  const { id, area, quality, level, role } = record;
  const parameters = [LEVEL_ID[level], ROLE_ID[role]] as const;
  const common = {
    rule: 'initiative',
    recordId: id,
    clause: clauseOfArea(area),
    parameters,
    points: 0,
  } as const;
  switch (record.finding) {
    case 'open':
      return { ...common, reason: 'open', because: ['initiative.open', area, quality] };
    case 'dismissed':
      return { ...common, reason: 'dismissed', because: ['initiative.dismissed', area, quality] };
    case 'verified':
      return { ...common, reason: 'sameFact', because: ['initiative.sameFact', area, quality, standing!.id] };
  }
}

/** Caps in their order: one area, all areas. */
function capLines(credits: readonly Credit[], policy: Policy): Line[] {
  const areaCap = policy['initiative.cap.area'];
  const totalCap = policy['initiative.cap.total'];
  const areas = capEach(
    pointsBy(credits, ({ record }) => record.area),
    areaCap,
  );
  const total = sum([...areas.kept.values()]);
  const lines: Line[] = areas.cuts.map(({ key, before, cut }) => ({
    rule: 'initiative.cap.area',
    reason: 'cap',
    clause: clauseOfArea(key),
    parameters: ['initiative.cap.area'],
    points: -cut,
    because: ['initiative.cap.area', key, before, areaCap],
  }));
  if (total > totalCap)
    lines.push({
      rule: 'initiative.cap.total',
      reason: 'cap',
      clause: '四·考核',
      parameters: ['initiative.cap.total'],
      points: totalCap - total,
      because: ['initiative.cap.total', total, totalCap],
    });
  return lines;
}

/** What a cadre's verified initiative adds in a period, record by record (四·考核). */
export function weighInitiative(
  records: readonly Initiative[],
  period: Period,
  policy: Policy,
): InitiativeLedger {
  const counting = records
    .filter((record) => contains(period, countingDay(record)))
    .sort((a, b) => byText(a.occurredOn, b.occurredOn) || byText(a.id, b.id));
  const standing = standingOnes(
    counting.filter((record) => record.finding === 'verified'),
    policy,
  );
  const kinds = groupBy(standing.values(), (record) => `${record.area} ${record.quality}`);
  const credits = [...kinds.values()].flatMap((kind) => diminish(kind, policy));
  const creditOf = new Map(credits.map((credit) => [credit.record, credit]));
  const lines = counting.map((record) => {
    const credit = creditOf.get(record);
    return credit ? creditLine(credit) : weightlessLine(record, standing.get(factOf(record)));
  });
  lines.push(...capLines(credits, policy));
  return {
    lines,
    byQuality: pointsBy(credits, ({ record }) => record.quality),
    credits: sum(lines.map((line) => line.points)),
  };
}
