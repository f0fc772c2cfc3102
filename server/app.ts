// The table of contents: plugins first, then the features, by hand.
import fastify, { LogController } from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Store } from '../db/store.ts';
import { accountSecurityRoutes } from './accounts/account-security.routes.ts';
import { accountRoutes, grantRoutes, slipRoutes } from './accounts/accounts.routes.ts';
import type { LockoutLimits } from './accounts/lockouts.ts';
import { ownAccountRoutes, sessionRoutes } from './accounts/own-account.routes.ts';
import { ownSessionRoutes, secondFactorRoutes } from './accounts/second-factor.routes.ts';
import { sessionTokens } from './adapters/session-token.ts';
import type { BackupSettings } from './backups/backups.service.ts';
import type { App } from './http/app-type.ts';
import { serveClient } from './http/client-files.ts';
import { type DeclaredRoute, declareRoutes } from './http/declared-routes.ts';
import { frequencyLimits, type SecretLimits } from './http/frequency.ts';
import { guardRoutes } from './http/guard.ts';
import { harden } from './http/harden.ts';
import { featureRoutes } from './features.routes.ts';
import { healthRoutes } from './http/health.ts';
import { keptAnswers } from './http/idempotency.ts';
import { describeApp, docsRoutes } from './http/openapi.ts';
import { logRequests } from './http/log-requests.ts';
import { answerProblems, answerUnreadable } from './http/problem-handler.ts';
import { progressRoutes } from './http/progress.ts';
import { problemPageRoutes } from './http/problem-pages.ts';
import { tellReadOnly } from './http/read-only.ts';
import { limitRequests, type RequestLimits } from './http/request-limits.ts';
import { recogniseActors, sessionCookies } from './http/session.ts';
import { validate } from './http/validate.ts';
import type { Keys } from './keys/key-file.ts';
import type { Surroundings } from './main.ts';
import { measureRequests } from './http/measure-requests.ts';
import { metricsRoutes, recogniseOperators } from './metrics/metrics.routes.ts';
import { noticesRoutes } from './notices/notices.routes.ts';
import type { Outside } from './notices/sender.ts';
import { type Services, servicesOf } from './services.ts';
import { attemptsWith } from './sign-in/attempt.ts';
import type { Providers } from './sign-in/provider.ts';
import { providerSignInService } from './sign-in/provider-sign-in.service.ts';
import { signInRoutes } from './sign-in/sign-in.routes.ts';
import { todoRoutes } from './todo/todo.routes.ts';

export interface AppConfig {
  readonly school: { readonly name: string; readonly isDemo: boolean };
  readonly trustProxy: readonly string[];
  readonly logLevel: string;
  /** Where log lines go; null = standard output. */
  readonly log?: { write(line: string): void };
  readonly limits: SecretLimits;
  readonly requests?: RequestLimits;
  readonly backups?: BackupSettings;
  readonly outside?: Outside;
  /** The folder of the school's own Word templates. */
  readonly documentTemplates?: string;
  /** What a program of the operator's shows to read the metrics; without it only a session does. */
  readonly metricsToken?: string;
  /** Failures in a row before somebody has to wait. */
  readonly lockout?: LockoutLimits;
  /** The built client's folder; null = none. */
  readonly clientFolder: string | null;
  readonly version: string;
  /** Ways to sign in beside the password; without it there is none. */
  readonly signIn?: { readonly publicUrl: string | null; readonly providers: Providers };
}
export interface AppNeeds extends Surroundings {
  readonly store: Store;
  readonly keys: Pick<Keys, 'signingKey' | 'csrfKey'> & Partial<Pick<Keys, 'olderSigningKeys'>>;
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
const HEADERS_TIMEOUT_MS = 15_000;
const MOST_HEADER_BYTES = 16 * 1024;

/** What must never reach a log line, wherever in it. */
const SECRETS = [
  ...['password', 'current', 'next', 'slipCode', 'citizenIdLast4', 'cookie', 'csrfToken'],
  ...['ticket', 'secret', 'recoveryCodes'],
];
const REDACTED = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

function bareApp({ trustProxy, logLevel, log }: AppConfig, newId: Surroundings['newId']): App {
  const app = fastify({
    logger: { level: logLevel, redact: REDACTED, ...(log && { stream: log }) },
    trustProxy: trustProxy.length > 0 ? [...trustProxy] : false,
    bodyLimit: MOST_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: { maxHeaderSize: MOST_HEADER_BYTES, headersTimeout: HEADERS_TIMEOUT_MS },
    genReqId: () => newId('req'),
    // Paths may hold what somebody searched for; `logRequests` says which route it was.
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 100 },
    frameworkErrors: answerUnreadable,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validate);
  app.setSerializerCompiler(serializerCompiler);
  // One parser, for JSON; a text body would be another way in.
  app.removeContentTypeParser('text/plain');
  return app;
}

export async function buildApp(needed: AppNeeds): Promise<BuiltApp> {
  const { config, keys, now } = needed;
  const app = bareApp(config, needed.newId);
  const answers = keptAnswers(needed.store, now);
  const onFault = (fault: unknown) => app.log.error({ err: fault }, 'fault in the background');
  const services = servicesOf({
    ...needed,
    ...(config.lockout && { lockout: config.lockout }),
    ...(config.backups && { backups: config.backups }),
    ...(config.outside && { outside: config.outside }),
    documents: { school: config.school.name, templates: config.documentTemplates ?? null },
    store: answers.store,
    onFault,
  });
  const tokens = sessionTokens(keys.signingKey, keys.olderSigningKeys);
  const { sessions } = services;
  const cookies = sessionCookies({ sessions, tokens, csrfKey: keys.csrfKey, now, school: config.school });

  answerProblems(app);
  tellReadOnly(app, needed.store);
  logRequests(app);
  const routes = declareRoutes(app);
  await harden(app);
  const measured = measureRequests(app);
  await limitRequests(app, config.requests ?? {});
  recogniseOperators(app, config.metricsToken ?? null);
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  await recogniseActors(app, { sessions, tokens, cookies, now });
  guardRoutes(app, cookies);
  answers.watch(app);
  const limits = frequencyLimits(app, config.limits);
  await describeApp(app, config.version);

  const own = { ...services, cookies, limits };
  await app.register(healthRoutes(needed.store));
  await app.register(docsRoutes);
  await app.register(problemPageRoutes);
  await app.register(metricsRoutes({ ...services, store: needed.store, now, measured }));
  await app.register(sessionRoutes(own));
  const { publicUrl = null, providers = {} } = config.signIn ?? {};
  const attempts = attemptsWith(keys.csrfKey);
  const signIn = providerSignInService({ ...needed, store: answers.store, sessions, providers, attempts });
  await app.register(signInRoutes({ ...own, signIn, publicUrl }));
  await app.register(ownAccountRoutes(own));
  await app.register(secondFactorRoutes(own));
  await app.register(ownSessionRoutes(own));
  await app.register(accountRoutes(services.accounts));
  await app.register(accountSecurityRoutes(services.accountSecurity));
  await app.register(slipRoutes(services.slips));
  await app.register(grantRoutes(services.grantProposals, services.firstHead));
  await app.register(progressRoutes(services.jobs));
  await app.register(todoRoutes(services.todo));
  await app.register(noticesRoutes(services));
  await app.register(featureRoutes(services));
  await serveClient(app, config.clientFolder, routes);
  return { app, services, routes };
}
