// A sign-in begun: kept by the browser that began it, in a cookie that only we can write.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Attempt, Way } from './provider.ts';

const LASTS_MS = 10 * 60_000;

export interface Attempts {
  begin(way: Way, now: number): { attempt: Attempt; cookie: string };
  /** The attempt of a cookie; null if it is none of ours, of another way, or too old. */
  read(cookie: string | undefined, way: Way, now: number): Attempt | null;
}

export function attemptsWith(key: Uint8Array): Attempts {
  const seal = (text: string): string =>
    createHmac('sha256', key).update(`sign-in attempt:${text}`).digest('base64url');

  const attemptOf = (way: Way, state: string, until: number): Attempt => ({
    way,
    state,
    until,
    secret: (purpose) => seal(`${purpose}:${state}`),
  });

  return {
    begin(way, now) {
      const state = randomBytes(24).toString('base64url');
      const until = now + LASTS_MS;
      const told = `${way}.${state}.${until}`;
      return { attempt: attemptOf(way, state, until), cookie: `${told}.${seal(told)}` };
    },
    read(cookie, way, now) {
      const [told, state, until, given] = splitCookie(cookie, way);
      if (told === undefined || !areAlike(seal(told), given!)) return null;
      return Number(until) > now ? attemptOf(way, state!, Number(until)) : null;
    },
  };
}

function splitCookie(cookie: string | undefined, way: Way): readonly string[] {
  const [said, state, until, given, ...more] = (cookie ?? '').split('.');
  if (said !== way || state === undefined || until === undefined || given === undefined) return [];
  return more.length > 0 ? [] : [`${said}.${state}.${until}`, state, until, given];
}

export function areAlike(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
