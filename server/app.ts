// The table of contents: plugins first, then the features, by hand.
import fastify, { LogController } from 'fastify';
import fastifyHelmet from '@fastify/helmet';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Store } from '../db/store.ts';
import { accountRoutes, grantRoutes, slipRoutes } from './accounts/accounts.routes.ts';
import { ownAccountRoutes, sessionRoutes } from './accounts/own-account.routes.ts';
import { sessionTokens } from './adapters/session-token.ts';
import { appraisalsRoutes } from './appraisals/appraisals.routes.ts';
import { auditRoutes } from './audit/audit.routes.ts';
import { cadresRoutes } from './cadres/cadres.routes.ts';
import type { App } from './http/app-type.ts';
import { serveClient } from './http/client-files.ts';
import { type DeclaredRoute, declareRoutes } from './http/declared-routes.ts';
import { frequencyLimits, type SecretLimits } from './http/frequency.ts';
import { guardRoutes } from './http/guard.ts';
import { healthRoutes } from './http/health.ts';
import { keptAnswers } from './http/idempotency.ts';
import { describeApp, docsRoutes } from './http/openapi.ts';
import { logRequests } from './http/log-requests.ts';
import { answerProblems } from './http/problem-handler.ts';
import { progressRoutes } from './http/progress.ts';
import { recogniseActors, sessionCookies } from './http/session.ts';
import { validate } from './http/validate.ts';
import type { Keys } from './keys/key-file.ts';
import type { Surroundings } from './main.ts';
import { myRecordRoutes } from './my-record/my-record.routes.ts';
import { importRoutes } from './imports/imports.routes.ts';
import { policyRoutes } from './policy/policy.routes.ts';
import { type Services, servicesOf } from './services.ts';
import { todoRoutes } from './todo/todo.routes.ts';

export interface AppConfig {
  readonly school: { readonly name: string; readonly isDemo: boolean };
  readonly trustProxy: readonly string[];
  readonly logLevel: string;
  /** Where log lines go; null = standard output. */
  readonly log?: { write(line: string): void };
  readonly limits: SecretLimits;
  /** The built client's folder; null = none. */
  readonly clientFolder: string | null;
  readonly version: string;
}
export interface AppNeeds extends Surroundings {
  readonly store: Store;
  readonly keys: Pick<Keys, 'signingKey' | 'csrfKey'>;
  readonly config: AppConfig;
}
export interface BuiltApp {
  readonly app: App;
  readonly services: Services;
  /** Every route there is, once the app is ready. */
  readonly routes: readonly DeclaredRoute[];
}

const MOST_BODY_BYTES = 1024 * 1024;
const REQUEST_TIMEOUT_MS = 60_000;

/** What must never reach a log line, wherever in it. */
const SECRETS = ['password', 'current', 'next', 'slipCode', 'citizenIdLast4', 'cookie', 'csrfToken'];
const REDACTED = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

function bareApp({ trustProxy, logLevel, log }: AppConfig, newId: Surroundings['newId']): App {
  const app = fastify({
    logger: { level: logLevel, redact: REDACTED, ...(log && { stream: log }) },
    trustProxy: trustProxy.length > 0 ? [...trustProxy] : false,
    bodyLimit: MOST_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    genReqId: () => newId('req'),
    // Paths may hold what somebody searched for; `logRequests` says which route it was.
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 100 },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validate);
  app.setSerializerCompiler(serializerCompiler);
  // One parser, for JSON; a text body would be another way in.
  app.removeContentTypeParser('text/plain');
  return app;
}

const protect = (app: App) =>
  app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });

export async function buildApp(needed: AppNeeds): Promise<BuiltApp> {
  const { config, keys, now } = needed;
  const app = bareApp(config, needed.newId);
  const answers = keptAnswers(needed.store, now);
  const onFault = (fault: unknown) => app.log.error({ err: fault }, 'fault in the background');
  const services = servicesOf({ ...needed, store: answers.store, onFault });
  const tokens = sessionTokens(keys.signingKey);
  const { sessions } = services;
  const cookies = sessionCookies({ sessions, tokens, csrfKey: keys.csrfKey, now, school: config.school });

  answerProblems(app);
  logRequests(app);
  const routes = declareRoutes(app);
  await protect(app);
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  await recogniseActors(app, { sessions, tokens, cookies, now });
  guardRoutes(app, cookies);
  answers.watch(app);
  const limits = await frequencyLimits(app, config.limits);
  await describeApp(app, config.version);

  const own = { ...services, cookies, limits };
  await app.register(healthRoutes(needed.store));
  await app.register(docsRoutes);
  await app.register(sessionRoutes(own));
  await app.register(ownAccountRoutes(own));
  await app.register(accountRoutes(services.accounts));
  await app.register(slipRoutes(services.slips));
  await app.register(grantRoutes(services.grantProposals, services.firstHead));
  await app.register(progressRoutes(services.jobs));
  await app.register(todoRoutes(services.todo));
  await app.register(policyRoutes(services.policy));
  await app.register(auditRoutes(services.audit));
  await app.register(cadresRoutes(services.cadres));
  await app.register(importRoutes(services));
  await app.register(appraisalsRoutes(services.appraisals));
  await app.register(myRecordRoutes(services.myRecord));
  await serveClient(app, config.clientFolder);
  return { app, services, routes };
}
