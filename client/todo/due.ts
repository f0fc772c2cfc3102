// How near the day is until which something is to be done.

export type DueState = 'overdue' | 'soon' | 'later';

const SOON_DAYS = 3;
const DAY_MS = 86_400_000;

/** Overdue after the day itself; soon within three days before it. */
export function dueState(dueOn: string, today: string): DueState {
  const days = (Date.parse(dueOn) - Date.parse(today)) / DAY_MS;
  if (days < 0) return 'overdue';
  return days <= SOON_DAYS ? 'soon' : 'later';
}
