// Every setting of the server, read once from the environment and explained where it is declared.
import { z } from 'zod';
import type { KeyOverrides } from './keys/key-file.ts';
import { BadNoticeSetting, noticeSettings, type NoticeSettings } from './notices/notice-settings.ts';
import { BadProvider, providerSettings, type ProviderSettings } from './sign-in/provider-settings.ts';

export class BadConfig extends Error {
  readonly messages: readonly string[];
  constructor(messages: readonly string[]) {
    super(messages[0]);
    this.messages = messages;
  }
}

const Count = z.coerce.number().int().min(1);

const Environment = z.strictObject({
  /** Where everything is kept: `file:./data/dandang.db` or `postgres://user:password@host/database`. */
  DATABASE_URL: z
    .string()
    .regex(/^(?:file:|postgres(?:ql)?:\/\/)/u)
    .default('file:./data/dandang.db'),
  /** A PostgreSQL replica to read from. */
  DATABASE_READ_URL: z.string().optional(),
  /** The address to listen on. Another than this machine's own needs PUBLIC_URL. */
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The https address that people use, served by a proxy in front: https://cadres.example.edu.cn */
  PUBLIC_URL: z.url({ protocol: /^https$/u }).optional(),
  /** The proxies whose X-Forwarded-For is believed: addresses or CIDR ranges, separated by commas. */
  TRUST_PROXY: z.string().default(''),
  /** What the pages call the institution. */
  SCHOOL_NAME: z.string().min(1).max(60).default('示例大学'),
  /** A folder of Word templates that take the place of the product's own: exemption-decision.docx, notice.docx, clarification.docx. */
  DOCUMENT_TEMPLATES: z.string().optional(),
  /** The file of the product's keys; made at the first start, readable by its owner only. Default: beside the database. */
  KEY_FILE: z.string().optional(),
  /** 32 bytes, base64, instead of the key file's: seals citizen IDs and phone numbers. Of several, the first seals. */
  DATA_KEY: z.string().optional(),
  /** 32 bytes, base64: finds sealed values and codes again. */
  LOOKUP_KEY: z.string().optional(),
  /** An Ed25519 private key, PEM: signs session cookies. Of several, the first signs and the others still verify. */
  SIGNING_KEY: z.string().optional(),
  /** An Ed25519 private key, PEM: signs the heads of the audit log. To change it put the new one before the old. */
  LOG_KEY: z.string().optional(),
  /** How much is written to the log: silent, error, warn, info, debug. Default: info, with `--demo` warn. */
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).optional(),
  /** Tries with a password or a code in five minutes: at one account, and from one address. */
  TRIES_PER_ACCOUNT: Count.default(10),
  TRIES_PER_ADDRESS: Count.default(100),
  /** Requests a minute of one account, and from one address (of IPv6 a /64); beyond, 429. */
  REQUESTS_PER_ACCOUNT: Count.default(6000),
  REQUESTS_PER_ADDRESS: Count.default(60_000),
  /** A folder for backups; better on another disk. Without it none are made by the clock. */
  BACKUP_DIR: z.string().optional(),
  /** How often, in hours, and how many are kept. */
  BACKUP_HOURS: z.coerce.number().min(0.1).max(744).default(24),
  BACKUP_KEEP: Count.default(14),
  /** What a monitoring program shows to read /metrics: `Authorization: Bearer …`. */
  METRICS_TOKEN: z.string().min(32).optional(),
  /** Failures in a row, kept in the database, before an account or an address has to wait: 1, 5, 15, 60 minutes. */
  FAILURES_PER_ACCOUNT: Count.default(10),
  FAILURES_PER_ADDRESS: Count.default(100),
  /** Sign-in through the school's CAS: https://cas.example.edu.cn/cas, without the `/login`. */
  CAS_URL: z.url().optional(),
  /** The attribute that holds the staff number. Default: the name CAS knows the user by. */
  CAS_STAFF_NO_ATTRIBUTE: z.string().optional(),
  /** Which attributes say that a second factor was shown: `name=value|value;name=value`, `*` ends a beginning. */
  CAS_SECOND_FACTOR: z.string().default('authnContextClass=mfa-*'),
  /** Sign-in through OpenID Connect: the issuer, as its discovery document names itself. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  /** Without it the product is a public client, bound by PKCE alone. */
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** The claim that holds the staff number. `sub` alone is promised never to change hands. */
  OIDC_STAFF_NO_CLAIM: z.string().default('sub'),
  /** Which claims of the signed token say that a second factor was shown, written as above. */
  OIDC_SECOND_FACTOR: z.string().default('amr=mfa|otp|hwk'),
  /** A mail server: smtps://user:password@mail.example.edu.cn:465, or smtp://…:587, which must offer STARTTLS. */
  SMTP_URL: z.url().optional(),
  /** The address that notices by mail come from. Needed with SMTP_URL; without the two nobody is told by mail. */
  MAIL_FROM: z.email().optional(),
  /** The school's own channel: gets a signed POST for each notice, with a staff number and no content. */
  NOTICE_WEBHOOK_URL: z.url().optional(),
  /** Signs those (HMAC-SHA256, webhook-signature of Standard Webhooks). Needed with NOTICE_WEBHOOK_URL. */
  NOTICE_WEBHOOK_KEY: z.string().min(32).optional(),
});

export interface Config {
  readonly databaseUrl: string;
  readonly databaseReadUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
  readonly trustProxy: readonly string[];
  readonly schoolName: string;
  readonly documentTemplates: string | undefined;
  readonly keyFile: string;
  readonly keyOverrides: KeyOverrides;
  readonly logLevel: string | undefined;
  readonly triesPerAccount: number;
  readonly triesPerAddress: number;
  readonly requests: { readonly perAccount: number; readonly perAddress: number };
  readonly backups: { readonly place: string | null; readonly everyHours: number; readonly keep: number };
  readonly metricsToken: string | undefined;
  /** The last head of the log that was seen here; a restore of something older is noticed by it. */
  readonly headFile: string;
  readonly failuresPerAccount: number;
  readonly failuresPerAddress: number;
  readonly providers: ProviderSettings;
  readonly notices: NoticeSettings;
}

/** `file:./data/dandang.db` has its keys in `./data/dandang.keys.json`; so has a database server. */
const keyFileBeside = (databaseUrl: string): string =>
  databaseUrl.startsWith('file:')
    ? `${databaseUrl.slice('file:'.length).replace(/\.db$/u, '')}.keys.json`
    : './data/dandang.keys.json';
const headFileBeside = (databaseUrl: string): string =>
  keyFileBeside(databaseUrl).replace(/\.keys\.json$/u, '.head.json');

function providersIn(env: z.infer<typeof Environment>): ProviderSettings {
  try {
    return providerSettings(env);
  } catch (error) {
    throw error instanceof BadProvider ? new BadConfig([error.message]) : error;
  }
}

function noticesIn(env: z.infer<typeof Environment>): NoticeSettings {
  try {
    return noticeSettings(env);
  } catch (error) {
    throw error instanceof BadNoticeSetting ? new BadConfig([error.message]) : error;
  }
}

/** The settings in an environment; what is not ours there is left alone. */
export function configFrom(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.keys(Environment.shape).flatMap((name) =>
    environment[name] === undefined || environment[name] === '' ? [] : [[name, environment[name]] as const],
  );
  const read = Environment.safeParse(Object.fromEntries(given));
  if (!read.success)
    throw new BadConfig(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  const env = read.data;
  return {
    databaseUrl: env.DATABASE_URL,
    databaseReadUrl: env.DATABASE_READ_URL,
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL,
    trustProxy: env.TRUST_PROXY.split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
    schoolName: env.SCHOOL_NAME,
    documentTemplates: env.DOCUMENT_TEMPLATES,
    keyFile: env.KEY_FILE ?? keyFileBeside(env.DATABASE_URL),
    keyOverrides: {
      dataKey: env.DATA_KEY,
      lookupKey: env.LOOKUP_KEY,
      signingKey: env.SIGNING_KEY,
      logKey: env.LOG_KEY,
    },
    logLevel: env.LOG_LEVEL,
    triesPerAccount: env.TRIES_PER_ACCOUNT,
    triesPerAddress: env.TRIES_PER_ADDRESS,
    requests: { perAccount: env.REQUESTS_PER_ACCOUNT, perAddress: env.REQUESTS_PER_ADDRESS },
    backups: { place: env.BACKUP_DIR ?? null, everyHours: env.BACKUP_HOURS, keep: env.BACKUP_KEEP },
    metricsToken: env.METRICS_TOKEN,
    headFile: headFileBeside(env.DATABASE_URL),
    failuresPerAccount: env.FAILURES_PER_ACCOUNT,
    failuresPerAddress: env.FAILURES_PER_ADDRESS,
    providers: providersIn(env),
    notices: noticesIn(env),
  };
}
