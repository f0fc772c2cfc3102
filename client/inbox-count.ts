import { signal } from '@preact/signals';
import { ask } from './api.ts';
import type { Inbox } from './inbox/inbox.api.ts';
import { ProblemError } from './problem.ts';

/** How many messages the person signed in has not read; the menu shows it. */
export const unreadCount = signal(0);

let asked = 0;

/** Counts again; call it after something was read. Of several answers on their way the last one asked for counts. */
export async function countUnread(): Promise<void> {
  const mine = (asked += 1);
  try {
    const { unread } = await ask<Inbox>('/api/inbox?limit=1');
    if (mine === asked) unreadCount.value = unread;
  } catch (error) {
    // A count is no reason to disturb: the page itself tells what is wrong.
    if (!(error instanceof ProblemError)) throw error;
  }
}
