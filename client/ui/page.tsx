import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { arrivedAt } from '../router.ts';
import { say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';
import { forgetAnnouncement } from './announce.tsx';

let lastPath: string | null = null;
let hasMoved = false;

/** Names the window after the page; gives its `h1` the focus when one arrives from another page. */
export function useHeading(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const path = arrivedAt.value;
  useEffect(() => {
    document.title = `${title} · ${say(shellWords).product}`;
  }, [title]);
  useEffect(() => {
    const isArrival = lastPath !== null && lastPath !== path;
    // A heading that comes with the answer takes over from the one that stood in for it.
    const isHeir = hasMoved && document.activeElement === document.body;
    if (isArrival) {
      hasMoved = true;
      forgetAnnouncement();
      scrollTo(0, 0);
    }
    if (isArrival || isHeir) heading.current?.focus({ preventScroll: true });
    lastPath = path;
  }, [path]);
  return heading;
}

/** A page: its heading, a line below it, the deeds on the right. */
export function Page(given: {
  title: string;
  /** One line under the heading. */
  lead?: ComponentChildren;
  actions?: ComponentChildren;
  children: ComponentChildren;
}) {
  const heading = useHeading(given.title);
  return (
    <>
      <header class="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {given.title}
          </h1>
          {given.lead && <p class="lead">{given.lead}</p>}
        </div>
        {given.actions && <div class="actions">{given.actions}</div>}
      </header>
      {given.children}
    </>
  );
}
