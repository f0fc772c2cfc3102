import type { z } from 'zod';
import type { Store } from '../../db/store.ts';
import type { Day, Label } from '../../scoring/index.ts';
import type { Actor } from '../permissions/actor.ts';
import type { TodoItem } from './todo.contract.ts';

export type Item = z.infer<typeof TodoItem>;

export interface Asked {
  readonly store: Store;
  readonly actor: Actor;
  readonly now: () => number;
  readonly today: () => Day;
}
/** Looks for one kind of thing that waits for the actor. */
export type Source = (asked: Asked) => Promise<readonly Item[]>;

interface Said {
  readonly title: Label;
  readonly detail: Label;
  readonly count?: number;
}

export const item = (kind: string, href: string, { title, detail, count = 1 }: Said): Item => ({
  kind,
  title,
  detail,
  href,
  count,
  dueOn: null,
});
