import { signal } from '@preact/signals';
import { offered } from './menu.ts';
import { go } from './router.ts';

/** Whether the list of keys is shown. */
export const keysShown = signal(false);

let isGoing = false;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
  const wasGoing = isGoing;
  isGoing = !wasGoing && event.key === 'g';
  if (wasGoing) {
    const item = offered().find(({ letter }) => letter === event.key);
    if (item) go(item.href);
  } else if (event.key === '/') {
    const search = document.querySelector<HTMLInputElement>('input[type="search"]');
    if (search === null) return;
    event.preventDefault();
    search.focus();
    search.select();
  } else if (event.key === '?') keysShown.value = true;
}

/** `/` to the search box, `g` and a letter to a page, `?` to the list of keys. */
export const startKeys = (): void => document.addEventListener('keydown', press);
