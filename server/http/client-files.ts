// The built client: only the files that were there at the start, by their names; any other page is index.html.
import { readdirSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from './app-type.ts';
import type { DeclaredRoute } from './declared-routes.ts';
import { methodsAt } from './methods-at.ts';
import { answerUnknown, answerWrongMethod } from './problem-handler.ts';

const PAGE = 'index.html';
const YEAR_MS = 365 * 86_400_000;

function filesIn(folder: string): ReadonlySet<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, resolve(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')));
  return new Set(files);
}

const reads = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD';

/** The path asked for, decoded once; null for what cannot be one. */
function pathOf({ url }: FastifyRequest): string | null {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname).slice(1);
  } catch {
    return null;
  }
}

/** What the server answers to whatever is no route of it; `folder` null = there is no client here. */
export async function serveClient(
  app: App,
  folder: string | null,
  routes: readonly DeclaredRoute[],
): Promise<void> {
  const methodsOf = methodsAt(routes);
  const files = folder === null ? new Set<string>() : filesIn(folder);
  if (folder !== null)
    await app.register(fastifyStatic, { root: resolve(folder), serve: false, dotfiles: 'deny' });
  const send = (reply: FastifyReply, name: string) => {
    // Names of built assets carry a hash of their content.
    const isFixed = name.startsWith('assets/');
    return reply.sendFile(name, { immutable: isFixed, maxAge: isFixed ? YEAR_MS : 0 });
  };
  app.setNotFoundHandler((request, reply) => {
    const path = pathOf(request);
    if (path === null) return answerUnknown(request, reply);
    const allowed = methodsOf(`/${path}`);
    if (allowed !== '') return answerWrongMethod(request, reply, allowed);
    if (!reads(request)) return answerUnknown(request, reply);
    if (files.has(path)) return send(reply, path);
    const isPage = !path.startsWith('api/') && !path.includes('.');
    return isPage && files.has(PAGE) ? send(reply, PAGE) : answerUnknown(request, reply);
  });
}
