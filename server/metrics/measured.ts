// What is counted of requests.

/** Upper bounds in seconds. */
export const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

export interface Timed {
  /** By bound, each with those below it; the last is all. */
  readonly upTo: number[];
  seconds: number;
}
export interface Measured {
  /** Method, route and class of status → how many. */
  readonly counts: ReadonlyMap<string, number>;
  /** Method and route → how long. */
  readonly times: ReadonlyMap<string, Timed>;
  /** Seconds by which the event loop came late, since the last look. */
  loopDelay(): { readonly mean: number; readonly p99: number; readonly max: number };
}
