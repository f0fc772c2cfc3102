// The product built as in production, on a database of the rig's own; several nodes may stand over one PostgreSQL.
import { eq } from 'drizzle-orm';
import type { Dialect } from '../../../db/columns.ts';
import type { Store } from '../../../db/store.ts';
import { buildApp, type BuiltApp } from '../../../server/app.ts';
import { surroundings } from '../../../server/main.ts';
import { type Ask, inside, type Visitor, visitorWith } from './ask.ts';
import { aHome, type Home, opened } from './database.ts';
import { accountIdOf, appoint, type Office, openSession } from './people.ts';

export interface Node extends BuiltApp {
  readonly ask: Ask;
  readonly store: Store;
}
export interface Product {
  readonly home: Home;
  readonly nodes: readonly Node[];
  /** The first node, for whoever needs but one. */
  readonly node: Node;
  /** Signed in by staff number. */
  readonly visitors: ReadonlyMap<string, Visitor>;
  as(staffNo: string): Visitor;
  remove(): Promise<void>;
}

async function aNode(home: Home): Promise<Node> {
  const store = await opened(home);
  const built = await buildApp({
    ...surroundings,
    store,
    keys: home.keys,
    config: {
      school: { name: '示例大学', isDemo: false },
      trustProxy: [],
      logLevel: 'silent',
      limits: { perAccount: 1_000_000, perAddress: 1_000_000, windowMs: 1000 },
      lockout: { perAccount: 1_000_000, perAddress: 1_000_000 },
      clientFolder: null,
      version: '0.0.0',
    },
  });
  await built.app.ready();
  return { ...built, store, ask: inside(built.app) };
}

export async function aProduct({
  dialect,
  postgresUrl,
  offices,
  nodeCount = 1,
}: {
  readonly dialect: Dialect;
  readonly postgresUrl: string | null;
  readonly offices: readonly Office[];
  readonly nodeCount?: number;
}): Promise<Product> {
  const home = await aHome(dialect, postgresUrl);
  const nodes: Node[] = [];
  for (let n = 0; n < nodeCount; n += 1) nodes.push(await aNode(home));
  const node = nodes[0]!;
  await appoint(node.store, offices);
  const visitors = new Map<string, Visitor>();
  for (const { staffNo } of offices)
    visitors.set(staffNo, await visitorFor({ home, node }, accountIdOf(staffNo)));
  return {
    home,
    nodes,
    node,
    visitors,
    as(staffNo) {
      const visitor = visitors.get(staffNo);
      if (!visitor) throw new Error(`nobody is called ${staffNo}`);
      return visitor;
    },
    async remove() {
      for (const { app, store } of nodes) {
        await app.close();
        await store.close();
      }
      await home.remove();
    },
  };
}

/** A further session of an account, whatever has happened to its others. */
export async function visitorFor(
  { home, node }: Pick<Product, 'home' | 'node'>,
  accountId: string,
): Promise<Visitor> {
  const { read, tables } = node.store;
  const [account] = await read.select().from(tables.accounts).where(eq(tables.accounts.id, accountId));
  if (!account) throw new Error(`there is no account ${accountId}`);
  const { token } = await openSession(node.store, home.keys, account);
  return visitorWith(node.ask, accountId, token);
}
