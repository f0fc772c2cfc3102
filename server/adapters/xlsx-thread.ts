// The thread that reads and writes workbooks. One that did its work well rests a while for the next job, because
// starting one costs more than most jobs; one that failed, or took too long, is ended and never used again.
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Mark, NewSheet, SheetContent } from './spreadsheet.ts';
import { UnsafeFile, type UnsafeReason } from './unsafe-file.ts';

export type Job =
  | { readonly do: 'read'; readonly bytes: Uint8Array }
  | { readonly do: 'mark'; readonly bytes: Uint8Array; readonly marks: readonly Mark[] }
  | { readonly do: 'write'; readonly sheets: readonly NewSheet[]; readonly marks: readonly Mark[] };
export type Outcome =
  | { readonly sheets: readonly SheetContent[] }
  | { readonly bytes: Uint8Array }
  | { readonly unsafe: UnsafeReason };

const LONGEST_MS = 20_000;
const RESTS_MS = 10_000;
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 64 };

/** Beside this file, as source or as bundled. */
const source = new URL(`./xlsx-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'mjs'}`, import.meta.url);

interface Resting {
  readonly thread: Worker;
  readonly end: () => void;
  readonly until: NodeJS.Timeout;
}
/** At most one; it keeps no process running. */
let resting: Resting | null = null;

/** What became of the job; `UnsafeFile` if it is the file's fault. Jobs given at once have a thread each. */
export async function inThread(job: Job): Promise<Outcome> {
  const thread = takeThread();
  try {
    const outcome = await answerOf(thread, job);
    letRest(thread);
    return outcome;
  } catch (fault) {
    endThread(thread);
    throw (fault as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? new UnsafeFile('inflatesTooFar')
      : fault;
  }
}

function takeThread(): Worker {
  if (resting === null) return new Worker(source, { resourceLimits: MEMORY, execArgv: [] });
  const { thread, end, until } = resting;
  resting = null;
  clearTimeout(until);
  thread.off('error', end);
  thread.ref();
  return thread;
}

function letRest(thread: Worker): void {
  if (resting !== null) {
    endThread(thread);
    return;
  }
  const end = (): void => {
    if (resting?.thread === thread) resting = null;
    endThread(thread);
  };
  // What a job left behind in the thread may still fail: nobody waits for that.
  thread.once('error', end);
  thread.unref();
  resting = { thread, end, until: setTimeout(end, RESTS_MS).unref() };
}

/** What it still says while it ends concerns nobody, or the server would end with it. */
function endThread(thread: Worker): void {
  thread.on('error', () => undefined);
  void thread.terminate();
}

async function answerOf(thread: Worker, job: Job): Promise<Outcome> {
  const heard = new AbortController();
  const { signal } = heard;
  const broken = async (): Promise<never> => {
    await once(thread, 'exit', { signal });
    throw new Error('the workbook thread ended without an answer');
  };
  const late = async (): Promise<never> => {
    await after(LONGEST_MS, undefined, { signal });
    throw new UnsafeFile('tooSlow');
  };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  thread.postMessage(job);
  try {
    const [outcome] = (await Promise.race([once(thread, 'message', { signal }), broken(), late()])) as [
      Outcome,
    ];
    if ('unsafe' in outcome) throw new UnsafeFile(outcome.unsafe);
    return outcome;
  } finally {
    heard.abort();
  }
}
