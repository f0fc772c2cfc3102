import type { StepKind } from './waterfall-steps.ts';

export type Colours = Readonly<
  Record<StepKind | 'ink' | 'ink2' | 'faint' | 'rule' | 'ruleSoft' | 'wash', string>
>;

/** The tokens as they are now: light, dark or on paper. */
export function coloursNow(): Colours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    base: token('--base'),
    cap: token('--base'),
    total: token('--accent'),
    initiative: token('--initiative'),
    inaction: token('--inaction'),
    ink: token('--ink'),
    ink2: token('--ink-2'),
    faint: token('--ink-3'),
    rule: token('--rule'),
    ruleSoft: token('--rule-soft'),
    wash: token('--wash'),
  };
}
