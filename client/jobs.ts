import type { JobView } from '../server/http/shared.contract.ts';
import { ask, type View } from './api.ts';
import { ProblemError } from './problem.ts';

export type Job = View<typeof JobView>;

const PAUSE_MS = 1000;

/** Follows a long work until it ends, by events, or by asking where events do not come through. Returns how to stop. */
export function followJob(id: string, report: (job: Job) => void): () => void {
  const path = `/api/jobs/${encodeURIComponent(id)}`;
  const stopping = new AbortController();
  const events = new EventSource(`${path}/events`);
  const stop = () => {
    events.close();
    stopping.abort();
  };
  const hear = (job: Job) => {
    if (stopping.signal.aborted) return;
    if (job.state !== 'running') stop();
    report(job);
  };
  events.addEventListener('message', ({ data }: MessageEvent<string>) => hear(JSON.parse(data) as Job));
  events.addEventListener('error', () => {
    events.close();
    if (!stopping.signal.aborted) void poll(path, hear, stopping.signal);
  });
  return stop;
}

async function poll(path: string, hear: (job: Job) => void, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    try {
      hear(await ask<Job>(path, stopped));
    } catch (error) {
      if (stopped.aborted) return;
      if (!(error instanceof ProblemError) || error.status !== 0) throw error;
    }
    await new Promise((resume) => setTimeout(resume, PAUSE_MS));
  }
}
