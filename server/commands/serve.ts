import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { startBackupClock } from '../backups/backup-clock.ts';
import { templatesRead } from '../documents/templates-read.ts';
import type { App } from '../http/app-type.ts';
import { surroundings } from '../main.ts';
import { sendersOf } from '../notices/senders.ts';
import type { Product } from '../open-product.ts';
import { providersOf } from '../sign-in/providers.ts';
import { VERSION } from '../version.ts';
import { BadInput, type Command, EXIT, type Terminal } from './command.ts';
import { databaseOptions, settingsOf, withProduct } from './database-options.ts';

const usage = 'serve [--demo] [--host address] [--port number] [--database url]';
const WINDOW_MS = 5 * 60_000;
const TICK_EVERY_MS = 30_000;
const SEND_EVERY_MS = 15_000;

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/** Passwords do not travel in the clear: from elsewhere the product is reached over https only. */
function refusePlainHttp({ host, publicUrl }: Config): void {
  if (isLoopback(host) || publicUrl !== undefined) return;
  throw new BadInput([
    `--host ${host}: 在其他地址上须由 https 代理转发，请设置 PUBLIC_URL=https://…（见 docs/deployment.md）`,
    `--host ${host}: needs a proxy that speaks https; set PUBLIC_URL=https://… (see docs/deployment.md)`,
  ]);
}

/** A template that cannot be filled in is told of before anybody waits for a document. */
async function refuseBrokenTemplates({ documentTemplates }: Config, terminal: Terminal) {
  const faults = await templatesRead(documentTemplates ?? null).faults();
  if (faults.length > 0) throw new BadInput(faults.map((fault) => fault[terminal.language]));
}

/** Where people find the product: what a notice outside leads to. */
const addressOf = ({ publicUrl, host, port }: Config): string =>
  publicUrl?.replace(/\/+$/u, '') ?? `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;

/** The built client lies beside the bundled server, or in dist/ of a checkout. */
const clientFolder = (): string | null =>
  [`${import.meta.dirname}/../client`, `${import.meta.dirname}/../../dist/client`].find((folder) =>
    existsSync(`${folder}/index.html`),
  ) ?? null;

const words = {
  filling: { zh: '正在填入演示数据（虚构）……', en: 'Filling in the demo (invented people) …' },
  notEmpty: {
    zh: '数据库不是空的，没有填入演示数据；要看演示请用 --database 另指一个文件。',
    en: 'The database is not empty, so the demo was not filled in; name another file with --database.',
  },
  logins: {
    zh: '演示账号（角色 工号 密码；演示不要求第二因素）：',
    en: 'Demo sign-ins (role, staff number, password; the demo asks for no second factor):',
  },
  listening: (url: string) => ({ zh: `担当已启动：${url}`, en: `dandang is listening: ${url}` }),
  firstStart: {
    zh: '数据库是空的。请另开一个窗口运行 npm run -s dandang -- create-admins，把打印出的三个一次性密码分别交给三个人。',
    en: 'The database is empty. In another window run: npm run -s dandang -- create-admins, and hand the three one-time passwords to three people.',
  },
  altered: {
    zh: '审计日志不成立，现在只读。请保全现场，运行 dandang verify 查看每一处：',
    en: 'The audit log does not hold, so nothing can be written. Keep everything as it is and run dandang verify:',
  },
  noClient: {
    zh: '没有找到已构建的页面（npm run build），现在只提供接口。',
    en: 'The pages have not been built (npm run build): only the interface is served.',
  },
};

async function say({ services, store }: Product, terminal: Terminal): Promise<void> {
  if (store.startFaults.length > 0) {
    const places = store.startFaults.map((fault) => `  ${JSON.stringify(fault)}`);
    terminal.say([words.altered[terminal.language], ...places].join('\n'));
  }
  if (clientFolder() === null) terminal.say(words.noClient[terminal.language]);
  if (!(await services.accounts.hasAdmins())) terminal.say(words.firstStart[terminal.language]);
}

/** Loaded only when asked for. */
const demo = () => Promise.all([import('../demo/fill-demo.ts'), import('../demo/logins.ts')]);

/** Fills an empty database with the demo; answers whether it is the demo that is in it now. */
async function hasDemo({ services }: Product, terminal: Terminal): Promise<boolean> {
  const [{ fillDemo }, { demoLogins }] = await demo();
  if (!(await services.accounts.hasAdmins())) {
    terminal.say(words.filling[terminal.language]);
    await fillDemo({ services, today: surroundings.today });
  }
  if (await services.accounts.knows(demoLogins.map(({ staffNo }) => staffNo))) return true;
  terminal.say(words.notEmpty[terminal.language]);
  return false;
}

const demoSchool = async (): Promise<string> => (await import('../demo/units.ts')).SCHOOL;

async function sayLogins(terminal: Terminal): Promise<void> {
  const [, { demoLogins }] = await demo();
  const lines = demoLogins.map(({ role, staffNo, password, name, unitName }) =>
    `  ${role.padEnd(12)} ${staffNo.padEnd(12)} ${password}  ${name} ${unitName}`.trimEnd(),
  );
  terminal.say([words.logins[terminal.language], ...lines].join('\n'));
}

async function listen(app: App, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new BadInput([`--host ${host} --port ${port}: 无法监听 cannot listen there (${code})`]);
  }
}

/** Waits, unless it is told to end before. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });

/** Resolves when the process is asked to end. */
const asked = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

async function serve(
  product: Product,
  config: Config,
  wantsDemo: boolean,
  terminal: Terminal,
): Promise<number> {
  const isDemo = wantsDemo && (await hasDemo(product, terminal));
  const { buildApp } = await import('../app.ts');
  const { app, services } = await buildApp({
    ...surroundings,
    store: product.store,
    keys: product.keys,
    config: {
      school: { name: isDemo ? await demoSchool() : config.schoolName, isDemo },
      trustProxy: config.trustProxy,
      logLevel: config.logLevel ?? (isDemo ? 'warn' : 'info'),
      limits: {
        perAccount: config.triesPerAccount,
        perAddress: config.triesPerAddress,
        windowMs: WINDOW_MS,
      },
      lockout: { perAccount: config.failuresPerAccount, perAddress: config.failuresPerAddress },
      requests: config.requests,
      backups: { ...config.backups, headFile: config.headFile },
      ...(config.metricsToken !== undefined && { metricsToken: config.metricsToken }),
      ...(config.documentTemplates !== undefined && { documentTemplates: config.documentTemplates }),
      clientFolder: clientFolder(),
      version: VERSION,
      outside: { senders: await sendersOf(config.notices), inboxUrl: `${addressOf(config)}/inbox` },
      signIn: { publicUrl: config.publicUrl ?? null, providers: await providersOf(config.providers) },
    },
  });
  if (product.store.readOnly === null) await services.jobs.closeInterrupted();
  const url = await listen(app, config);
  terminal.say(words.listening(config.publicUrl ?? url)[terminal.language]);
  if (isDemo) await sayLogins(terminal);
  await say(product, terminal);
  const stopClock = startBackupClock(services.backups, (fault) => app.log.error({ err: fault }, 'backup'));
  // The clocks of files are rows: what fell due while nothing ran fires in the first round.
  const stopTicking = services.ticking.start(TICK_EVERY_MS, pause);
  const stopSending = services.notices.start(SEND_EVERY_MS, pause);
  await asked();
  await stopTicking();
  await stopSending();
  stopClock();
  await app.close();
  return EXIT.done;
}

export const command: Command = {
  usage,
  about: {
    zh: '启动服务；--demo 先在空数据库里填入虚构学校',
    en: 'Starts the server; --demo fills an empty database with an invented school first',
  },
  options: {
    ...databaseOptions,
    demo: { type: 'boolean' },
    host: { type: 'string' },
    port: { type: 'string' },
  },
  run: async (given, terminal) => {
    const config = settingsOf(given, usage, { host: 'HOST', port: 'PORT' });
    refusePlainHttp(config);
    await refuseBrokenTemplates(config, terminal);
    const wantsDemo = given.values['demo'] === true;
    return withProduct(config, terminal, (product) => serve(product, config, wantsDemo, terminal), {
      check: true,
    });
  },
};
