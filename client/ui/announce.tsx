import { signal } from '@preact/signals';

const said = signal('');
let isForNextPage = false;

/** Tells what just happened, to eyes and screen readers alike, until something else is told or one leaves the page. */
export function announce(text: string): void {
  said.value = text;
}

/** Tells it on the page that one is about to be taken to. */
export function announceThere(text: string): void {
  isForNextPage = true;
  said.value = text;
}

/** On arrival at another page what was told on the one before is gone. */
export function forgetAnnouncement(): void {
  if (!isForNextPage) said.value = '';
  isForNextPage = false;
}

export const Announcements = () => (
  <div class={said.value === '' ? 'hidden-text' : 'announcement'} role="status" aria-live="polite">
    {said.value}
  </div>
);
