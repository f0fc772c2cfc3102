// The states of an inaction file as a list offers them: by what it waits for.
export const STAGES = [
  'draft',
  'verify',
  'notify',
  'answer',
  'review',
  'exemption',
  'appeal',
  'final',
  'closed',
] as const;
export type Stage = (typeof STAGES)[number];

export const STATES_OF: Readonly<Record<Stage, readonly string[]>> = {
  draft: ['draft'],
  verify: ['lead'],
  notify: ['verified', 'imported'],
  answer: ['notified', 'past_notified'],
  review: ['answered', 'answered2', 'past_answered'],
  exemption: ['held'],
  appeal: ['confirmed', 'under_review', 'reviewed', 'appealed'],
  final: ['final'],
  closed: ['final_expired', 'unfounded', 'dismissed', 'exempted', 'overturned', 'withdrawn'],
};

export const stageOf = (state: string): Stage =>
  STAGES.find((stage) => STATES_OF[stage].includes(state)) ?? 'closed';
