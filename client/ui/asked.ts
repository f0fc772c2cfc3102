import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../api.ts';
import { ProblemError } from '../problem.ts';

/** What a page asked the server for, and how far that is. */
export interface Asked<Value> {
  /** The last answer; kept while a newer one is on its way. */
  readonly value: Value | null;
  readonly problem: ProblemError | null;
  readonly isLoading: boolean;
  readonly again: () => void;
}

/** Asks for `path`, and anew when it changes; null asks for nothing. Answers of a former path are dropped. */
export function useAsked<Value>(path: string | null): Asked<Value> {
  const [answer, setAnswer] = useState<{
    value: Value | null;
    problem: ProblemError | null;
    of: string | null;
  }>({
    value: null,
    problem: null,
    of: null,
  });
  const [round, setRound] = useState(0);
  const wanted = path === null ? null : `${round} ${path}`;
  const latest = useRef(wanted);
  latest.current = wanted;
  useEffect(() => {
    if (path === null) return;
    const stopping = new AbortController();
    ask<Value>(path, stopping.signal).then(
      (value) => latest.current === wanted && setAnswer({ value, problem: null, of: wanted }),
      (error: unknown) => {
        if (stopping.signal.aborted) return;
        if (!(error instanceof ProblemError)) throw error;
        setAnswer({ value: null, problem: error, of: wanted });
      },
    );
    return () => stopping.abort();
  }, [wanted]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return { value: answer.value, problem: answer.problem, isLoading: answer.of !== wanted, again };
}
