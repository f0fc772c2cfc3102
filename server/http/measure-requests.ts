// How many requests each route answered, how, and how long that took. Routes, never addresses: an address names people.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { BOUNDS, type Measured, type Timed } from '../metrics/measured.ts';
import type { App } from './app-type.ts';

const NANO = 1e9;

export function measureRequests(app: App): Measured {
  const counts = new Map<string, number>();
  const times = new Map<string, Timed>();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  app.addHook('onClose', async () => {
    delay.disable();
  });
  app.addHook('onResponse', async (request, { statusCode, elapsedTime }) => {
    const method = request.method;
    const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none');
    const counted = `method="${method}",route="${route}",status="${Math.floor(statusCode / 100)}xx"`;
    counts.set(counted, (counts.get(counted) ?? 0) + 1);
    const named = `method="${method}",route="${route}"`;
    let timed = times.get(named);
    if (!timed) times.set(named, (timed = { upTo: Array<number>(BOUNDS.length + 1).fill(0), seconds: 0 }));
    const seconds = elapsedTime / 1000;
    timed.seconds += seconds;
    for (let i = 0; i <= BOUNDS.length; i += 1) if (seconds <= (BOUNDS[i] ?? Infinity)) timed.upTo[i]! += 1;
  });
  return {
    counts,
    times,
    loopDelay() {
      const finite = (value: number) => (Number.isFinite(value) ? value / NANO : 0);
      const found = {
        mean: finite(delay.mean),
        p99: finite(delay.percentile(99)),
        max: finite(delay.max),
      };
      delay.reset();
      return found;
    },
  };
}
