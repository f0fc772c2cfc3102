// From the base to the total, step by step, as bars. Nothing is scored here: the points are those of the record.

export type StepKind = 'base' | 'total' | 'initiative' | 'inaction' | 'cap';

export interface Step {
  /** Lines of text under the bar. */
  readonly label: readonly string[];
  readonly kind: StepKind;
  readonly from: number;
  readonly to: number;
}

interface Scored {
  readonly base: number | null;
  readonly total: number | null;
  readonly credits: number;
  readonly deductions: number;
  readonly lines: readonly { readonly rule: string; readonly clause: string; readonly points: number }[];
}

/** What the kinds of bar are called on the screen. */
export type StepNames = Readonly<Record<StepKind, string>>;

const MOST_BARS = 8;

/** The kind of a line by its rule: `inaction.cap.area` is a cap. */
export function kindOf(rule: string): StepKind {
  if (rule === 'inaction' || rule === 'initiative') return rule;
  return 'cap';
}

/**
 * Bars that lead from the base to the total: one a line, or one a ledger where there would be too many to read,
 * or where the reader may not see every line.
 */
export function waterfallSteps(record: Scored, names: StepNames): Step[] {
  const { base, total } = record;
  if (base === null || total === null) return [];
  const steps: Step[] = [{ kind: 'base', label: [names.base], from: base, to: base }];
  let level = base;
  for (const { kind, label, points } of deltasOf(record, names)) {
    steps.push({ kind, label, from: level, to: level + points });
    level += points;
  }
  steps.push({ kind: 'total', label: [names.total], from: total, to: total });
  return steps;
}

function deltasOf({ base, total, lines, credits, deductions }: Scored, names: StepNames) {
  const numbered = lines.map((line, index) => ({ ...line, number: index + 1, kind: kindOf(line.rule) }));
  const moving = numbered.filter(({ points }) => points !== 0);
  const isWhole = moving.reduce((level, { points }) => level + points, base ?? 0) === total;
  if (isWhole && moving.length <= MOST_BARS)
    return moving.map(({ kind, number, clause, points }) => ({
      kind,
      label: [`${number} ${names[kind]}`, clause],
      points,
    }));
  const ledgers = [
    { kind: 'inaction', label: [names.inaction], points: 0 - deductions },
    { kind: 'initiative', label: [names.initiative], points: credits },
  ] as const;
  // The ledgers hold their caps; what is left is the clamp to the scale.
  const clamps = moving
    .filter(({ rule }) => rule === 'clamp')
    .map(({ kind, points }) => ({ kind, label: [names[kind]], points }));
  return [...ledgers, ...clamps].filter(({ points }) => points !== 0);
}

const TICKS = 5;
const TICK_STEPS = [100, 200, 500, 1000];
const WIDEST_STEP = 2000;

/** An axis that starts near the bars, so that a point beside a base of eighty can be seen. */
export function axisOf(steps: readonly Step[]): {
  readonly min: number;
  readonly max: number;
  readonly step: number;
} {
  const levels = steps.flatMap(({ from, to }) => [from, to]);
  const lowest = Math.min(...levels);
  const highest = Math.max(...levels);
  const margin = Math.max(100, (highest - lowest) * 0.15);
  const span = highest - lowest + 2 * margin;
  const step = TICK_STEPS.find((size) => size * TICKS >= span) ?? WIDEST_STEP;
  return {
    min: Math.max(0, Math.floor((lowest - margin) / step) * step),
    max: Math.ceil((highest + margin) / step) * step,
    step,
  };
}
