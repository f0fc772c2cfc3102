// Every setting of the server, read once from the environment and explained where it is declared.
import { z } from 'zod';
import type { KeyOverrides } from './keys/key-file.ts';

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
  /** The file of the product's keys; made at the first start, readable by its owner only. Default: beside the database. */
  KEY_FILE: z.string().optional(),
  /** 32 bytes, base64, instead of the key file's: seals citizen IDs and phone numbers. */
  DATA_KEY: z.string().optional(),
  /** 32 bytes, base64: finds sealed values and codes again. */
  LOOKUP_KEY: z.string().optional(),
  /** An Ed25519 private key, PEM: signs session cookies. */
  SIGNING_KEY: z.string().optional(),
  /** How much is written to the log: silent, error, warn, info, debug. Default: info, with `--demo` warn. */
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).optional(),
  /** Tries with a password or a code in five minutes: at one account, and from one address. */
  TRIES_PER_ACCOUNT: Count.default(10),
  TRIES_PER_ADDRESS: Count.default(100),
});

export interface Config {
  readonly databaseUrl: string;
  readonly databaseReadUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
  readonly trustProxy: readonly string[];
  readonly schoolName: string;
  readonly keyFile: string;
  readonly keyOverrides: KeyOverrides;
  readonly logLevel: string | undefined;
  readonly triesPerAccount: number;
  readonly triesPerAddress: number;
}

/** `file:./data/dandang.db` has its keys in `./data/dandang.keys.json`; so has a database server. */
const keyFileBeside = (databaseUrl: string): string =>
  databaseUrl.startsWith('file:')
    ? `${databaseUrl.slice('file:'.length).replace(/\.db$/u, '')}.keys.json`
    : './data/dandang.keys.json';

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
    keyFile: env.KEY_FILE ?? keyFileBeside(env.DATABASE_URL),
    keyOverrides: { dataKey: env.DATA_KEY, lookupKey: env.LOOKUP_KEY, signingKey: env.SIGNING_KEY },
    logLevel: env.LOG_LEVEL,
    triesPerAccount: env.TRIES_PER_ACCOUNT,
    triesPerAddress: env.TRIES_PER_ADDRESS,
  };
}
