import type { ClockView, ResumeClock } from '../../server/clock/clock.contract.ts';
import { act, type Sent, type View } from '../api.ts';

export type Clock = View<typeof ClockView>;
export const CLOCK = '/api/clock';
export const resumeClock = (sent: Sent<typeof ResumeClock>) => act<Clock>('POST', '/api/clock/resume', sent);
