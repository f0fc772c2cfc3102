// What the engine has at hand when an event happens, and what a feature adds to it: who sees its files, what its
// events carry, what they change beside the state.
import type { z } from 'zod';
import type { Changed } from '../../db/audit-entry.ts';
import type { Db, Tx } from '../../db/store.ts';
import type { Channel } from '../../db/tables/notices.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import type { Day, Label } from '../../scoring/index.ts';
import type { ProblemPlace } from '../http/problem.ts';
import type { Actor, Touched } from '../permissions/actor.ts';
import type { Permission } from '../permissions/matrix.ts';
import type { Machine, MachineEvent } from './machines.ts';
import type { Standing } from './rights.ts';
import type { Calendar } from './working-days.ts';

/** What the engine knows of its surroundings. */
export interface Here {
  readonly now: () => number;
  readonly dayOf: (instant: number) => Day;
  readonly newId: (prefix: string) => string;
  readonly calendar: (db: Tx) => Promise<Calendar>;
  /** What files there can be, by their machine. */
  readonly kinds: ReadonlyMap<string, FileKind>;
  /** Ways to tell people outside the product that something waits inside; without it there are none. */
  readonly channels?: readonly Channel[];
}
/** Who does which event of a file, and what it carries. */
export interface Deed {
  readonly event: MachineEvent;
  readonly actor: string;
  readonly principal: string;
  readonly reason: string | null;
  readonly data: Record<string, unknown>;
  readonly countersignedBy?: string;
  /** Who typed in what came on paper. */
  readonly enteredBy?: string;
  readonly meetingId?: string;
}
/** The one transaction in which an event happens. */
export interface InTx {
  readonly tx: Tx;
  readonly changed: Changed;
  readonly tables: Tables;
  readonly here: Here;
  readonly kind: FileKind;
}

export interface EffectOf extends InTx {
  /** The file as it is now, in its new state. */
  readonly file: Row<'files'>;
  readonly event: Row<'fileEvents'>;
}
export type Effect = (work: EffectOf) => Promise<void>;

/** An event about to happen, as far as the file's own facts may speak against it. */
export interface Asked {
  readonly db: Db;
  readonly tables: Tables;
  readonly file: Row<'files'>;
  readonly data: Record<string, unknown>;
  /** The account whose deed it is; null = a meeting's. */
  readonly by: string | null;
  readonly today: Day;
}
/** Every place that speaks against it; empty = nothing does. */
export type Bar = (asked: Asked) => Promise<readonly ProblemPlace[]>;

type Kept = Record<string, unknown>;

export interface FileKind {
  readonly machine: Machine;
  readonly title: Label;
  /** Where its pages stand: `/pilots`. */
  readonly page?: string;
  readonly words: {
    readonly states: Readonly<Record<string, Label>>;
    readonly events: Readonly<Record<string, Label>>;
  };
  /** Whether somebody may see this kind of file, or one in this state; `touched` says what he is to it. */
  mayRead(actor: Actor, touched: Touched, state?: string): boolean;
  /** Whether names, unit and state are all he may see of it. */
  isMasked?(actor: Actor, touched: Touched, state: string): boolean;
  /** Its title says what was done: a masked reader is told the kind’s own instead, and no day on which anything is due. */
  readonly titleTells?: true;
  /** States in which a file is its author's alone, as a draft is. */
  readonly authorsOnly?: readonly string[];
  /** States in which it is known to the person concerned and the file's officers only; nobody else's list holds it. */
  readonly confidential?: readonly string[];
  /** States in which it is on public notice (公示): neither rank nor unit hides it from whoever may read it. */
  readonly publicStates?: readonly string[];
  /** Whoever may do one of these to it is an officer of the file, beside those it names and those who had a duty in it. */
  readonly officeOf?: readonly Permission[];
  /** States that the person concerned learns of by a notice: before the first one he does not see the file. */
  readonly beforeNotice?: readonly string[];
  /**
   * Events by which somebody speaks against the person or the record: a choice, not a task; and whoever did one stands
   * back (guard R) from what is made of it.
   */
  readonly complaints?: readonly string[];
  /** Whether whoever looks at the file's course is not told who did an event, nor in his words why. */
  readonly hidesActor?: (event: string, standing: Standing) => boolean;
  /** What an event carries beside its reason; an event that is not named carries nothing. */
  readonly carries: Readonly<Record<string, z.ZodType<Record<string, unknown>>>>;
  /** What an event keeps of what the file says just then, beside what it carries: later steps write over it. */
  readonly keeps?: Readonly<Record<string, (of: Pick<Asked, 'db' | 'tables' | 'file'>) => Promise<Kept>>>;
  /** Events whose reason need not be given. */
  readonly withoutReason: readonly string[];
  readonly effects: Readonly<Record<string, Effect>>;
  /** After every event, whatever it was. */
  readonly afterwards?: Effect;
  /** The file's notice was served on a day. */
  readonly served?: (
    work: InTx & { readonly file: Row<'files'>; readonly event: Row<'fileEvents'>; readonly day: Day },
  ) => Promise<void>;
  /** States in which the person concerned has answered, and a decision on what he saw comes next. */
  readonly answeredIn?: readonly string[];
  /** What the file's own facts close, by event: asked in the act itself. */
  readonly bars?: Readonly<Record<string, Bar>>;
  /** The last day of a clock that the file itself decides; null = it does not run. */
  lastDayOf?(of: { db: Db; tables: Tables; fileId: string; kind: string }): Promise<Day | null>;
}
