// How far a long work has come: asked for, or followed as server-sent events that any node can give.
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Job, JobsService } from '../jobs/jobs.service.ts';
import type { Routes } from './app-type.ts';
import { needs } from './needs.ts';
import { Id, JobView } from './shared.contract.ts';

/** Sent as it comes, not serialized. */
const EventStream = z.custom<Readable>().meta({ type: 'string' });
const JobParams = z.strictObject({ id: Id });
const PAUSE_MS = 300;
/** Proxies close a connection that is silent for long. */
const PAUSES_BEFORE_SIGN = 50;

async function* eventsOf(first: Job, next: () => Promise<Job>): AsyncGenerator<string> {
  let silent = 0;
  let told = '';
  for (let job = first; ; job = await next()) {
    const event = JSON.stringify(job);
    silent = event === told ? silent + 1 : 0;
    if (silent === 0) yield `data: ${event}\n\n`;
    else if (silent % PAUSES_BEFORE_SIGN === 0) yield ': still there\n\n';
    told = event;
    if (job.state !== 'running') return;
    await pause(PAUSE_MS);
  }
}

export const progressRoutes =
  (jobs: JobsService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/jobs/:id',
      config: needs('progress.read'),
      schema: { summary: '长任务进度 Progress of a job', params: JobParams, response: { 200: JobView } },
      handler: (request) => jobs.progressOf(request.actor, request.params),
    });
    app.route({
      method: 'GET',
      url: '/api/jobs/:id/events',
      config: needs('progress.read'),
      schema: {
        summary: '长任务进度事件流 Progress as server-sent events; each datum is a job',
        params: JobParams,
        response: { 200: { content: { 'text/event-stream': { schema: EventStream } } } },
      },
      handler: async ({ actor, params }, reply) => {
        const ask = () => jobs.progressOf(actor, params);
        const events = eventsOf(await ask(), ask);
        return reply.type('text/event-stream').send(Readable.from(events));
      },
    });
  };
