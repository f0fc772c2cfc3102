import { signal } from '@preact/signals';
import { type QueryParts, withQuery } from './paths.ts';

const here = () => ({ path: location.pathname, search: location.search, hash: location.hash });

/** Where we are. Components that read `.value` draw again when it changes. */
export const place = signal(here());

/** The path of the page that is shown; behind `place` while a page is being fetched. */
export const arrivedAt = signal(location.pathname);

/** Goes to another page of the product. */
export function go(href: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', href);
  else history.pushState(null, '', href);
  place.value = here();
}

/** The query of this page. */
export const query = (): URLSearchParams => new URLSearchParams(place.value.search);

/** Changes the query of this page without a new entry in the history. */
export function setQuery(parts: QueryParts): void {
  go(withQuery(place.value.path, parts, place.value.search), { replace: true });
}

const isOurs = (link: HTMLAnchorElement): boolean =>
  link.origin === location.origin &&
  !link.hasAttribute('download') &&
  link.target === '' &&
  !link.pathname.startsWith('/api/');

function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || !isOurs(link)) return;
  // A link to a place on this page is the browser's own business.
  if (link.hash !== '' && link.pathname === location.pathname && link.search === location.search) return;
  event.preventDefault();
  go(link.href);
}

/** Plain `<a href>` moves within the product; nothing else is needed in a page. */
export function startRouter(): void {
  addEventListener('popstate', () => (place.value = here()));
  document.addEventListener('click', followLink);
}
