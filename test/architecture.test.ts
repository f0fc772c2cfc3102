import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

interface Import {
  readonly file: string;
  /** A path from the root for our own files, else the package with its subpath. */
  readonly target: string;
  readonly isOurs: boolean;
  readonly isType: boolean;
}

/** Who a file is, by its path: the first that matches. */
const ROLES = {
  scoring: /^scoring\//,
  db: /^db\//,
  contract: /^server\/.*\.contract\.ts$/,
  problems: /^server\/(.*\.problems|http\/problem)\.ts$/,
  adapter: /^server\/adapters\//,
  service: /^server\/(.*\.service\.ts$|procedures\/(?!.*\.routes\.ts$)|permissions\/)/,
  edge: /^server\/(.*\.routes\.ts$|http\/|commands\/|demo\/|(app|main|config|cli|services|open-product)\.ts$)/,
  part: /^server\//,
  client: /^client\//,
} as const;
type Role = keyof typeof ROLES;

interface Allowance {
  readonly ours: (target: string, isType: boolean) => boolean;
  readonly packages: readonly RegExp[];
  /** What to do instead. */
  readonly instead: string;
}

const roleOf = (file: string): Role => (Object.keys(ROLES) as Role[]).find((role) => ROLES[role].test(file))!;
const DOOR = 'scoring/index.ts';
const among =
  (...roles: readonly Role[]) =>
  (target: string): boolean =>
    target === DOOR || roles.includes(roleOf(target));
const isQuery = (target: string): boolean => target.startsWith('db/queries/') || target === 'db/rows.ts';

const asService = (target: string, isType: boolean): boolean =>
  among('contract', 'problems', 'service', 'part', 'adapter')(target) ||
  isQuery(target) ||
  (isType && target.startsWith('db/'));

/** The import law, one line a role. */
const LAW: Readonly<Record<Role, Allowance>> = {
  scoring: {
    ours: among('scoring'),
    packages: [],
    instead: 'scoring is pure and imports nothing: pass facts, days and seeds in as arguments',
  },
  db: {
    ours: among('db'),
    // Beside the drivers: the database file and its folder, one write at a time, waiting for a turn.
    packages: [
      /^drizzle-orm(\/|$)/,
      /^(better-sqlite3|pg)$/,
      /^node:(crypto|fs|path|async_hooks|timers\/promises)$/,
    ],
    instead: 'db remembers: it takes values from scoring/index.ts and knows no server, contract or clock',
  },
  contract: {
    ours: among('contract'),
    packages: [/^zod$/],
    instead: 'a contract is data: scoring values, other contracts and zod',
  },
  problems: {
    ours: among('problems', 'contract'),
    packages: [],
    instead: 'a problem is a name, a status and words',
  },
  adapter: {
    // A feature may name the shape that an adapter fills.
    ours: (target, isType) => among('adapter', 'problems')(target) || (isType && among('part')(target)),
    packages: [/./],
    instead: 'an adapter wraps one outside library and knows nothing of the product but scoring values',
  },
  service: {
    ours: asService,
    packages: [/^node:crypto$/],
    instead:
      'a service holds no SQL and no Fastify: ask db/queries, take the store as an argument (import type)',
  },
  edge: {
    ours: (target, isType) =>
      among('contract', 'problems', 'service', 'part', 'edge', 'adapter')(target) ||
      target === 'db/store.ts' ||
      (isType && target.startsWith('db/')),
    packages: [/^(fastify|fastify-type-provider-zod|zod)$/, /^@fastify\//, /^node:/],
    instead: 'the edge calls services: db only through db/store.ts, libraries through server/adapters',
  },
  part: {
    ours: asService,
    packages: [/^(zod|node:crypto)$/],
    instead: 'a part of a feature follows the law of services; reading input may use zod',
  },
  client: {
    ours: (target, isType) =>
      target === DOOR || target.startsWith('client/') || (isType && roleOf(target) === 'contract'),
    packages: [
      /^preact(\/|$)/,
      /^@preact\/signals$/,
      /^zod\/mini$/,
      /^chart\.js/,
      /^@cloudflare\/blindrsa-ts$/,
    ],
    instead: 'the client takes values from scoring/index.ts and types only (import type) from *.contract.ts',
  },
};

/** Packages that only some files may load, and how. */
const NARROW: readonly { package: RegExp; files: RegExp; instead: string }[] = [
  { package: /^chart\.js/, files: /^client\/charts\//, instead: 'chart.js is loaded in client/charts only' },
  {
    package: /^better-sqlite3$|^drizzle-orm\/(better-sqlite3|sqlite-core)/,
    files: /^db\/(open-sqlite|columns|migrate|store-errors)\.ts$/,
    instead: 'SQLite is known in db/open-sqlite.ts and db/columns.ts only',
  },
  {
    package: /^pg$|^drizzle-orm\/node-postgres/,
    files: /^db\/(open-postgres|migrate|store-errors)\.ts$/,
    instead: 'PostgreSQL is driven from db/open-postgres.ts only',
  },
];

/** Breaches that are known, each with its reason; one that is mended must leave this list. */
const EXCUSED: Readonly<Record<string, string>> = {
  'server/http/idempotency.ts imports db/queries/answers.ts':
    'the answer is kept in the write that it answers',
  'server/http/idempotency.ts imports db/queries/operations.ts':
    'the answer is kept in the write that it answers',
  'server/http/idempotency.ts imports db/store-errors.ts': 'two first requests meet at a unique key',
  'server/http/problem-handler.ts imports db/queries/page.ts': 'names the errors of the store for people',
  'server/http/problem-handler.ts imports db/rows.ts': 'names the errors of the store for people',
  'server/http/problem-handler.ts imports db/store-errors.ts': 'names the errors of the store for people',
  'server/imports/upload.ts imports fastify': 'reads the file out of a request; the type only',
  'server/keys/key-file.ts imports node:fs': 'the keys are a file of the owner',
  'server/keys/key-file.ts imports node:path': 'the keys are a file of the owner',
  'server/permissions/matrix.ts imports node:fs': 'the matrix is a text that people read',
  'server/procedures/machines.ts imports node:fs': 'the machines are a text that people read',
  'server/build.ts imports node:fs': 'builds the release and is no part of it',
  'server/documents/make-templates.ts imports node:fs':
    'writes the committed templates and is no part of the release',
  'server/is-built.ts imports node:fs': 'builds the release and is no part of it',
  'server/is-built.ts imports node:path': 'builds the release and is no part of it',
  'server/build.ts imports node:path': 'builds the release and is no part of it',
  'server/build.ts imports vite': 'builds the release and is no part of it',
  'server/build.ts imports esbuild': 'builds the release and is no part of it',
  'server/version.ts imports package.json': 'the version is written once',
};

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

const folders = readdirSync(root).filter((name) => ['scoring', 'db', 'server', 'client'].includes(name));
const sources = new Map(
  folders.flatMap(filesUnder).map((file) => [file, readFileSync(join(root, file), 'utf8')]),
);

/** A source without its comments; texts keep theirs, so that `https://` does no harm. */
const withoutComments = (source: string): string =>
  source.replaceAll(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    '$1',
  );

const STATIC = /^\s*(?:import|export)\s+(type\s)?[^'"`;=()]*?from\s*['"]([^'"]+)['"]/gm;
const BARE = /^\s*import\s*['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g;
const UNREADABLE = /\bimport\(\s*(?!['"])|\brequire\(/g;

function importsOf(file: string, given: string): Import[] {
  const source = withoutComments(given);
  const found = [
    ...[...source.matchAll(STATIC)].map(([, type, name]) => ({ name: name!, isType: type !== undefined })),
    ...[...source.matchAll(BARE)].map(([, name]) => ({ name: name!, isType: false })),
    ...[...source.matchAll(DYNAMIC)].map(([, name]) => ({ name: name!, isType: false })),
  ];
  return found.map(({ name, isType }) => {
    const isOurs = name.startsWith('.');
    const target = isOurs ? join(dirname(file), name) : builtinModules.includes(name) ? `node:${name}` : name;
    return { file, target, isOurs, isType };
  });
}

interface Breach {
  readonly what: string;
  readonly instead: string;
}

/** What an import breaks, with what to do instead; null if it breaks nothing. */
function breach({ file, target, isOurs, isType }: Import): Breach | null {
  const role = roleOf(file);
  const law = LAW[role];
  const isStyle = target.endsWith('.css') && role === 'client';
  // A contract's type is spelled with the type of zod; at run time nothing of it is left.
  const isContractType = isType && target === 'zod' && role !== 'scoring' && role !== 'db';
  const isAllowed = isOurs
    ? isStyle || law.ours(target, isType)
    : isContractType || law.packages.some((one) => one.test(target));
  const what = `${file} imports ${target}`;
  if (!isAllowed) return { what, instead: law.instead };
  const narrow = NARROW.find((one) => !isType && one.package.test(target) && !one.files.test(file));
  return narrow ? { what, instead: narrow.instead } : null;
}

const imports = [...sources].flatMap(([file, source]) => importsOf(file, source));
const breaches = imports.map(breach).filter((broken) => broken !== null);
const unexcused = breaches.filter(({ what }) => !(what in EXCUSED));

/** Every file and line where a pattern stands outside comments. */
const linesWith = (pattern: RegExp, isAsked: (file: string) => boolean): string[] =>
  [...sources].flatMap(([file, source]) =>
    isAsked(file)
      ? withoutComments(source)
          .split('\n')
          .flatMap((line) => (pattern.test(line) ? [`${file}: ${line.trim()}`] : []))
      : [],
  );

describe('the import law', () => {
  test.each(folders)('%s imports only what it may', (folder) => {
    expect(unexcused.filter(({ what }) => what.startsWith(`${folder}/`))).toEqual([]);
  });

  test('no breach is excused that is mended', () => {
    const known = new Set(breaches.map(({ what }) => what));
    expect(Object.keys(EXCUSED).filter((what) => !known.has(what))).toEqual([]);
  });

  test('every import can be read: no computed import(), no require()', () => {
    expect(linesWith(UNREADABLE, () => true)).toEqual([]);
  });

  test('an adapter wraps one outside library', () => {
    const outside = imports.filter(
      ({ file, target, isOurs }) => roleOf(file) === 'adapter' && !isOurs && !target.startsWith('node:'),
    );
    const libraries = new Map<string, Set<string>>();
    for (const { file, target } of outside) {
      const library = target.split('/').slice(0, target.startsWith('@') ? 2 : 1);
      libraries.set(file, (libraries.get(file) ?? new Set()).add(library.join('/')));
    }
    expect([...libraries].filter(([, names]) => names.size > 1)).toEqual([]);
  });

  test('the law sees breaches of every kind', () => {
    const broken = (file: string, source: string) =>
      importsOf(file, source).map(breach).filter(Boolean).length;
    expect(broken('scoring/x.ts', "import { z } from 'zod';")).toBe(1);
    expect(broken('scoring/x.ts', "import type { Row } from '../db/rows.ts';")).toBe(1);
    expect(broken('scoring/x.ts', "import 'node:fs';\nconst a = await import('fs');")).toBe(2);
    expect(broken('db/x.ts', "export * from '../scoring/evaluate.ts';")).toBe(1);
    expect(broken('db/x.ts', "import {\n  a,\n  b,\n} from '../server/app.ts';")).toBe(1);
    expect(broken('server/a/a.service.ts', "import { openStore } from '../../db/store.ts';")).toBe(1);
    expect(broken('server/a/a.service.ts', "import type { Store } from '../../db/store.ts';")).toBe(0);
    expect(broken('server/a/a.contract.ts', "import { rows } from '../../db/queries/rows.ts';")).toBe(1);
    expect(broken('client/x.ts', "import { View } from '../server/a/a.contract.ts';")).toBe(1);
    expect(broken('client/x.ts', "import type { View } from '../server/a/a.contract.ts';")).toBe(0);
    expect(broken('client/x.ts', "import Chart from 'chart.js';")).toBe(1);
    expect(broken('db/x.ts', "// import { z } from 'zod';\n/* import 'zod'; */")).toBe(0);
  });
});

describe('what only some files may do', () => {
  test('scoring has no clock, no chance, no process and waits for nothing: pass it in', () => {
    const impure =
      /^(?:[^'"`]|'[^']*'|"[^"]*"|`[^`]*`)*?(\b(Date|process|globalThis|fetch|Promise|async|await|setTimeout|crypto|performance)\b|Math\.random)/;
    expect(linesWith(impure, (file) => file.startsWith('scoring/'))).toEqual([]);
    expect(impure.test("const now = 'no process'; Date.now()")).toBe(true);
    expect(impure.test("en: 'no fault in the process'")).toBe(false);
  });

  test('the clock is read in server/main.ts only: take the instant or the day as an argument', () => {
    const clock = /\bnew Date\(\s*\)|\bDate\.now\b|\bnew Date\b(?!\()/;
    const isAsked = (file: string) => file !== 'server/main.ts' && !file.startsWith('client/');
    expect(linesWith(clock, isAsked)).toEqual([]);
  });

  test('the environment is read in server/main.ts and server/cli.ts only: take the config as an argument', () => {
    const isAsked = (file: string) => !/^server\/(main|cli)\.ts$|^client\//.test(file);
    expect(linesWith(/\bprocess\.env\b/, isAsked)).toEqual([]);
  });

  test('raw SQL stays in db: add a query named by the question it answers', () => {
    expect(linesWith(/\bsql\.raw\b|\bsql`/, (file) => !file.startsWith('db/'))).toEqual([]);
  });
});

describe('the size of files', () => {
  /** Pure tables, longer because they list something whole. */
  const TABLES: Readonly<Record<string, string>> = {
    'server/appraisals/bundle.contract.ts': 'every field of the evaluation bundle',
    'server/appraisals/appraisals.contract.ts': 'every view of an appraisal year',
  };

  test('a source file has at most 200 lines: split it by question', () => {
    const isTable = (file: string) => file in TABLES || file.startsWith('client/words/');
    const long = [...sources].filter(([file, source]) => !isTable(file) && source.split('\n').length > 201);
    expect(long.map(([file]) => file)).toEqual([]);
  });

  test('no file is excused that is not long', () => {
    const short = Object.keys(TABLES).filter((file) => (sources.get(file)?.split('\n').length ?? 0) <= 201);
    expect(short).toEqual([]);
  });
});
