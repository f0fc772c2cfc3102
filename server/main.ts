// The only place that asks the system what time it is, and what stands in the environment.
import { randomBytes } from 'node:crypto';
import type { Day } from '../scoring/index.ts';
import { configFrom, type Config } from './config.ts';

/** What everything else is given instead of asking for it. */
export interface Surroundings {
  readonly now: () => number;
  readonly today: () => Day;
  readonly dayOf: (instant: number) => Day;
  readonly newId: (prefix: string) => string;
  /** Milliseconds this machine has been running: time that nobody sets. */
  readonly running: () => number;
}

const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The calendar day of a moment, in China. */
export const dayOf = (instant: number): Day => shanghai.format(instant);

const now = (): number => Date.now();

export const surroundings: Surroundings = {
  now,
  today: () => dayOf(now()),
  dayOf,
  newId: (prefix) => `${prefix}_${randomBytes(15).toString('base64url')}`,
  running: () => performance.now(),
};

/** The settings, with what the command line says counting more. */
export const configured = (commandLine: Readonly<Record<string, string | undefined>> = {}): Config =>
  configFrom({ ...process.env, ...commandLine });
