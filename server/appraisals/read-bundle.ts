import { type Bundle, contradictionsIn, overDecided, type Refusal } from '../../scoring/index.ts';
import { refusalsFrom, withoutRefused } from '../refusals.ts';
import { EvaluationBundle } from './bundle.contract.ts';

export type ReadBundle = { readonly bundle: Bundle } | { readonly refusals: readonly Refusal[] };

/** Reads a bundle, or names every place that keeps it from being evaluated (interfaces.md section 2). */
export function readBundle(raw: unknown): ReadBundle {
  const parsed = EvaluationBundle.safeParse(raw);
  if (!parsed.success) {
    const shape = refusalsFrom(parsed.error);
    const readable = withoutRefused(raw, parsed.error);
    const isObject = typeof readable === 'object' && readable !== null && !Array.isArray(readable);
    return { refusals: isObject ? [...shape, ...contradictionsIn(readable)] : shape };
  }
  const bundle = parsed.data;
  const contradictions = contradictionsIn(bundle);
  // Ties are known only once everything else is sound.
  const refusals = contradictions.length > 0 ? contradictions : overDecided(bundle);
  return refusals.length > 0 ? { refusals } : { bundle };
}
