// P4 and the durable writes: the product asked over HTTP by fifty connections at once, beside what it is compared with.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { atLeast, atMost, type Row } from './measure.ts';

const CONNECTIONS = 50;
const READS = 2000;
const WRITES = 1000;
const ROUNDS = 5;

interface Server {
  readonly child: ChildProcess;
  readonly url: string;
  readonly path?: string;
  readonly cadre?: string;
  readonly sysadmin?: string;
}

async function started(what: string): Promise<Server> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'http-server.ts'), what], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, ...(JSON.parse(line) as Omit<Server, 'child'>) };
}

async function stopped({ child }: Server): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

interface Asked {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** One request; whatever is not 200 stops the measurement. */
const ask = (agent: Agent, { method, url, headers, body }: Asked): Promise<void> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${url}: ${answer.statusCode}`)),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });

interface Load {
  readonly perSecond: number;
  readonly p99: number;
}

/** So many requests over fifty connections, each sent when the one before it has been answered. */
async function load(count: number, asked: (n: number) => Asked): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: number[] = [];
  let sent = 0;
  const begun = performance.now();
  const connection = async (): Promise<void> => {
    while (sent < count) {
      const at = performance.now();
      await ask(agent, asked((sent += 1)));
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  return {
    perSecond: count / seconds,
    p99: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)]!,
  };
}

async function csrfToken({ url }: Server, cookie: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, { headers: { cookie } });
  return ((await answer.json()) as { csrfToken: string }).csrfToken;
}

async function ownRecord(): Promise<Row[]> {
  const bare = await started('bare');
  const product = await started('product');
  const simple = (): Asked => ({ method: 'GET', url: `${bare.url}/`, headers: {} });
  const own = (): Asked => ({
    method: 'GET',
    url: `${product.url}${product.path}`,
    headers: { cookie: product.cadre! },
  });
  await load(READS / 4, simple);
  await load(READS / 4, own);
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { perSecond } = await load(READS, own);
    ratios.push(perSecond / (await load(READS, simple)).perSecond);
  }
  await stopped(bare);
  await stopped(product);
  return [atLeast('P4', '本人记录 ÷ 空接口 own record ÷ bare Fastify, requests/s', 0.4, ratios)];
}

async function durableWrites(): Promise<Row[]> {
  const together = await started('product');
  const alone = await started('one-write-a-commit');
  const tokens = [await csrfToken(together, together.sysadmin!), await csrfToken(alone, alone.sysadmin!)];
  let key = 0;
  const write = (server: Server, token: string) => (): Asked => {
    key += 1;
    return {
      method: 'POST',
      url: `${server.url}/api/accounts`,
      headers: {
        cookie: server.sysadmin!,
        'x-csrf-token': token,
        'idempotency-key': `bench-${key}-key`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ staffNos: [`b${key}`] }),
    };
  };
  await load(WRITES / 4, write(together, tokens[0]!));
  await load(WRITES / 4, write(alone, tokens[1]!));
  const ratios: number[] = [];
  const p99: number[] = [];
  const perSecond: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours = await load(WRITES, write(together, tokens[0]!));
    const theirs = await load(WRITES, write(alone, tokens[1]!));
    ratios.push(ours.perSecond / theirs.perSecond);
    p99.push(ours.p99);
    perSecond.push(ours.perSecond);
  }
  await stopped(together);
  await stopped(alone);
  return [
    atLeast('B', '合并提交 ÷ 逐笔提交 durable writes: group commit ÷ one a commit', 1.5, ratios),
    atMost('R7', '持久写入 p99, ms (50 connections, writes with audit, key and log)', 100, p99),
    atLeast('R7', '持久写入每秒 durable writes/s', 1000, perSecond),
  ];
}

export const overHttp = async (): Promise<Row[]> => [...(await ownRecord()), ...(await durableWrites())];
