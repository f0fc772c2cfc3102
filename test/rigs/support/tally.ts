// What a rig has counted so far, kept in a file so that a run of hours may be stopped and taken up again.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

interface Written {
  readonly counts: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}
const MOST_NOTES = 100;
const MOST_NOTES_ALIKE = 10;

export interface Tally {
  count(name: string): number;
  add(name: string, more?: number): void;
  /** Counts something that must not happen, and keeps the first few in words. */
  breach(name: string, note: string): void;
  readonly notes: readonly string[];
  save(): void;
}

/** Continues the tally in `file`, or begins anew; null keeps it in memory. */
export function tallyIn(file: string | null, { isResumed }: { isResumed: boolean }): Tally {
  const before: Written =
    file !== null && isResumed && existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as Written)
      : { counts: {}, notes: [] };
  const counts = new Map(Object.entries(before.counts));
  const notes = [...before.notes];
  const add = (name: string, more = 1) => void counts.set(name, (counts.get(name) ?? 0) + more);
  return {
    count: (name) => counts.get(name) ?? 0,
    add,
    breach(name, note) {
      add(name);
      const line = `${name}: ${note}`;
      const alike = notes.filter((each) => each.startsWith(`${name}:`)).length;
      if (notes.length < MOST_NOTES && alike < MOST_NOTES_ALIKE && !notes.includes(line)) notes.push(line);
    },
    notes,
    save() {
      if (file === null) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(
        `${file}.new`,
        `${JSON.stringify({ counts: Object.fromEntries(counts), notes }, null, 2)}\n`,
      );
      renameSync(`${file}.new`, file);
    },
  };
}
