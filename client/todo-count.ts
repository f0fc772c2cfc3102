import { signal } from '@preact/signals';
import type { TodoList } from '../server/todo/todo.contract.ts';
import { ask, type View } from './api.ts';
import { ProblemError } from './problem.ts';

/** How many things wait for the person signed in; the menu shows it. */
export const todoCount = signal(0);

/** Counts again; call it after a deed that settles or raises something. */
export async function countTodo(): Promise<void> {
  try {
    todoCount.value = (await ask<View<typeof TodoList>>('/api/todo')).items.length;
  } catch (error) {
    // A count is no reason to disturb: the page itself tells what is wrong.
    if (!(error instanceof ProblemError)) throw error;
  }
}
