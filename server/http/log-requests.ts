// One line for each request: which route, by whom, with what outcome. Never what was asked for or answered.
import type { App } from './app-type.ts';

export function logRequests(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.is404 ? null : request.routeOptions.url,
        status: reply.statusCode,
        account: request.actor.accountId,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
}
