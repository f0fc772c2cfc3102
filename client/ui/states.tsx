import type { ComponentChildren } from 'preact';
import type { ProblemError } from '../problem.ts';
import { say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';
import type { Asked } from './asked.ts';
import { Page } from './page.tsx';

export const Loading = () => (
  <p class="state" role="status">
    {say(shellWords).loading}
  </p>
);

/** A refusal, with the way out. */
export function Refused({ problem, again }: { problem: ProblemError; again?: () => void }) {
  const words = say(shellWords);
  const isGone = problem.status === 404 || problem.status === 403;
  return (
    <div class="state" role="alert">
      <p class="state-title">{problem.message}</p>
      {(problem.detail ?? (isGone ? words.notFoundHint : null)) && (
        <p class="note">{problem.detail ?? words.notFoundHint}</p>
      )}
      <p class="actions">
        {again && !isGone && (
          <button type="button" onClick={again}>
            {words.retry}
          </button>
        )}
        <a class="button" href="/">
          {words.home}
        </a>
      </p>
    </div>
  );
}

/** Nothing there: say so, and what comes next. */
export const Empty = ({ title, children }: { title: string; children?: ComponentChildren }) => (
  <div class="state">
    <p class="state-title">{title}</p>
    {children}
  </div>
);

/**
 * The states of a page in their order: loading, refused, full (which says itself when it is empty).
 * A page whose heading comes with the answer gives a `title` to stand in for it until then.
 */
export function Answer<Value>({
  of: asked,
  title,
  children,
}: {
  of: Asked<Value>;
  title?: string;
  children: (value: Value) => ComponentChildren;
}) {
  if (asked.value === null || (asked.problem !== null && !asked.isLoading)) {
    const state =
      asked.problem === null || asked.isLoading ? (
        <Loading />
      ) : (
        <Refused problem={asked.problem} again={asked.again} />
      );
    return title === undefined ? state : <Page title={title}>{state}</Page>;
  }
  return (
    <div class="answer" aria-busy={asked.isLoading}>
      {children(asked.value)}
    </div>
  );
}
