// What a feature adds to the engine: who sees its files, what its events carry, what they change beside the state.
import type { z } from 'zod';
import type { Changed } from '../../db/audit-entry.ts';
import type { Db, Tx } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import type { Day, Label } from '../../scoring/index.ts';
import type { Actor, Touched } from '../permissions/actor.ts';
import type { Machine } from './machines.ts';

export interface EffectOf {
  readonly tx: Tx;
  readonly changed: Changed;
  readonly tables: Tables;
  /** The file as it is now, in its new state. */
  readonly file: Row<'files'>;
  readonly event: Row<'fileEvents'>;
}
export type Effect = (work: EffectOf) => Promise<void>;

export interface FileKind {
  readonly machine: Machine;
  readonly title: Label;
  /** Where its pages stand: `/pilots`. */
  readonly page?: string;
  readonly words: {
    readonly states: Readonly<Record<string, Label>>;
    readonly events: Readonly<Record<string, Label>>;
  };
  /** Whether somebody may see this kind of file; `touched` says what he is to this one. */
  mayRead(actor: Actor, touched: Touched): boolean;
  /** States in which a file is its author's alone, as a draft is. */
  readonly authorsOnly?: readonly string[];
  /** What an event carries beside its reason; an event that is not named carries nothing. */
  readonly carries: Readonly<Record<string, z.ZodType<Record<string, unknown>>>>;
  /** Events whose reason need not be given. */
  readonly withoutReason: readonly string[];
  readonly effects: Readonly<Record<string, Effect>>;
  /** The last day of a clock that the file itself decides; null = it does not run. */
  lastDayOf?(of: { db: Db; tables: Tables; fileId: string; kind: string }): Promise<Day | null>;
}
