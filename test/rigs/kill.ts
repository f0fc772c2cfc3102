import { cutAgainAndAgain } from './cuts/cut-rig.ts';
import type { Goal, Rig } from './support/rig.ts';

export const goalsOfCuts = (ofWhat: string): readonly Goal[] => [
  { about: ofWhat, counts: 'cuts', wanted: { ci: 5, full: 1000 } },
  { about: 'acknowledged writes', counts: 'acknowledged', wanted: { ci: 60, full: 100_000 } },
  { about: 'repeats with the same key', counts: 'repeats', wanted: { ci: 20, full: 10_000 } },
  { about: 'acknowledged writes lost', counts: 'lost', wanted: 'never' },
  { about: 'half transactions', counts: 'half', wanted: 'never' },
  { about: 'changes made twice', counts: 'doubled', wanted: 'never' },
  { about: 'repeats with another answer', counts: 'other answers', wanted: 'never' },
  { about: 'stores the engine calls corrupt', counts: 'corrupt', wanted: 'never' },
  { about: 'answers nobody expected while working', counts: 'unexpected answers', wanted: 'never' },
];

export const kill: Rig = {
  name: 'kill',
  about: 'the HTTP server is killed with -9 while it writes',
  goals: goalsOfCuts('kills'),
  run: (run) =>
    cutAgainAndAgain(run, () => ({
      environment: () => ({}),
      afterwards: () => undefined,
      remove: () => undefined,
    })),
};
