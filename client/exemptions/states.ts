// The states of an exemption as a list filters by them.
import type { Tone } from '../ui/tag.tsx';
import { exemptionWords } from '../words/exemptions.ts';
import { say } from '../words/language.ts';

export const STATES = [
  ...(['draft', 'submitted', 'declined', 'investigating', 'facts_shown', 'answered'] as const),
  ...(['proposed', 'checked', 'decided_exempt', 'decided_mitigate', 'decided_refuse'] as const),
  ...(['served_mitigate', 'served_refuse', 'appealed_mitigate', 'appealed_refuse'] as const),
  ...(['exempt_final', 'mitigated_final', 'refused_final', 'not_accepted', 'withdrawn'] as const),
];

export const wordOfState = (state: (typeof STATES)[number]): string => say(exemptionWords)[state];

const TONES: Readonly<Record<string, Tone>> = {
  exempt_final: 'ok',
  decided_exempt: 'ok',
  mitigated_final: 'ok',
  declined: 'warn',
  served_refuse: 'warn',
  draft: 'plain',
  refused_final: 'plain',
  not_accepted: 'plain',
  withdrawn: 'plain',
};
export const stateTone = (state: string): Tone => TONES[state] ?? 'info';
