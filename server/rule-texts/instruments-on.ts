// The documents that the product's own rules rely on, searched like the school's.
import type { z } from 'zod';
import { type Day, type Instrument, instruments } from '../../scoring/index.ts';
import type { InstrumentView } from './rule-texts.contract.ts';

/** Those whose title holds every word, in force on a day (null = whenever), the latest first. */
export function instrumentsOn(words: readonly string[], on: Day | null): z.infer<typeof InstrumentView>[] {
  const all: [string, Instrument][] = Object.entries(instruments);
  return all
    .filter(([, { inForceOn }]) => on === null || inForceOn <= on)
    .filter(([, { zh, en }]) =>
      words.every((word) => `${zh} ${en}`.toLowerCase().includes(word.toLowerCase())),
    )
    .map(([id, { zh, en, inForceOn, reading }]) => ({ id, title: { zh, en }, inForceOn, reading }))
    .toSorted((one, other) => (one.inForceOn < other.inForceOn ? 1 : -1));
}
