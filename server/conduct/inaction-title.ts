import { type BehaviourCode, behaviours } from '../../scoring/index.ts';

/** What a file of inaction is called in lists: the behaviour, by its code. */
export const inactionTitle = (code: BehaviourCode): string => `${code} ${behaviours[code].zh}`;
