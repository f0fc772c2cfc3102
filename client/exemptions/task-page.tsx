import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { claimWords } from '../words/exemption-claim.ts';
import { say } from '../words/language.ts';
import { taskHref } from './claim.ts';

/** One task of the application: its heading takes the focus, and above it is the way back to the others. */
export function TaskPage(given: { title: string; lead?: string; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <p>
        <a class="back" href={taskHref(null)}>
          ← {say(claimWords).backToTasks}
        </a>
      </p>
      <section class="task">
        <h2 ref={heading} tabIndex={-1}>
          {given.title}
        </h2>
        {given.lead && <p class="lead">{given.lead}</p>}
        {given.children}
      </section>
    </>
  );
}
