import { useEffect, useState } from 'preact/hooks';
import { followJob, type Job } from '../jobs.ts';
import { ProblemError } from '../problem.ts';
import { recallText, remember } from '../remembered.ts';
import { ask } from '../api.ts';
import { say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';

/** A bar with its figures; `label` says what is going on. */
export const ProgressBar = ({ label, done, total }: { label: string; done: number; total: number }) => (
  <div class="progress">
    <span>{label}</span>
    <progress aria-label={label} max={Math.max(total, 1)} value={done} />
    <span class="number">{say(shellWords).progress(done, total)}</span>
  </div>
);

/**
 * A long work that this browser can leave and find again: `memory` is the name it is remembered under.
 * `onEnd` is called once when it is done or has failed.
 */
export function useJob(
  memory: string,
  onEnd: (job: Job) => void,
): { job: Job | null; follow: (job: Job) => void } {
  const [job, setJob] = useState<Job | null>(null);
  const follow = (started: Job) => {
    remember(memory, started.id);
    setJob(started);
  };
  useEffect(() => {
    const kept = recallText(memory);
    setJob(null);
    if (kept !== null) void foundAgain(kept, memory).then((found) => found && setJob(found));
  }, [memory]);
  const running = job?.state === 'running' ? job.id : null;
  useEffect(() => {
    if (running === null) return;
    return followJob(running, (report) => {
      setJob(report);
      if (report.state === 'running') return;
      remember(memory, null);
      onEnd(report);
    });
  }, [running]);
  return { job, follow };
}

async function foundAgain(id: string, memory: string): Promise<Job | null> {
  try {
    const job = await ask<Job>(`/api/jobs/${encodeURIComponent(id)}`);
    if (job.state === 'running') return job;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
  remember(memory, null);
  return null;
}
