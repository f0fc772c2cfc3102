// The interface described by itself: OpenAPI 3.1 made from the contracts, and a page to read it on.
import fastifySwagger from '@fastify/swagger';
import type { FastifySchema, RouteOptions } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { App } from './app-type.ts';
import { docsPage, docsStyle, type OpenApi } from './docs-page.ts';
import { changesSomething } from './guard.ts';
import { needs } from './needs.ts';
import { COOKIE } from './session.ts';
import { anonymous } from '../permissions/actor.ts';
import { may } from '../permissions/may.ts';

const nobody = anonymous('zh');

/** The resource a path is about: its section in the description. */
const tagOf = (url: string): string => url.replace(/^\/api/u, '').split('/')[1] ?? '';

const header = (description: string) => ({ type: 'string', description });

/** The headers every change carries are part of its description, not of its contract. */
function headersOf({ method, config }: RouteOptions): object {
  if (!changesSomething({ method: String(method) })) return {};
  const isOpen = may(nobody, config?.permission ?? '');
  const properties = {
    ...(config?.key === 'unneeded'
      ? {}
      : { 'Idempotency-Key': header('A repeat with the same key gets the first answer') }),
    ...(isOpen ? {} : { 'X-CSRF-Token': header('csrfToken of GET /api/session') }),
  };
  const required = Object.keys(properties);
  return required.length === 0 ? {} : { headers: { type: 'object', properties, required } };
}

function described({ schema, url, route, ...document }: Parameters<typeof jsonSchemaTransform>[0]) {
  const { permission = '' } = route.config ?? {};
  const transformed = jsonSchemaTransform({ schema, url, route, ...document });
  const { querystring, ...rest } = transformed.schema as { querystring?: object };
  return {
    url: transformed.url,
    schema: {
      ...rest,
      // Fields of any name, as another program sends them, cannot be listed one by one.
      ...(querystring && 'properties' in querystring && { querystring }),
      ...headersOf(route),
      tags: [tagOf(url)],
      summary: schema?.summary ?? permission,
      description: `Permission: \`${permission}\``,
      security: may(nobody, permission) ? [] : [{ session: [] }],
    } as FastifySchema,
  };
}

export async function describeApp(app: App, version: string): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '担当 dandang',
        version,
        description:
          '干部考核、容错免责与能上能下。 Evaluates cadres with a reason for every point. ' +
          'Answers are JSON, refusals application/problem+json (RFC 9457), lists pages `{items, next}`.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: COOKIE } } },
    },
    transform: described,
  });
}

const Html = { content: { 'text/html; charset=utf-8': { schema: z.string() } } };
const Css = { content: { 'text/css; charset=utf-8': { schema: z.string() } } };

export async function docsRoutes(app: App): Promise<void> {
  app.route({
    method: 'GET',
    url: '/api/openapi.json',
    config: needs('docs.read'),
    schema: { summary: '接口说明 OpenAPI 3.1', response: { 200: z.record(z.string(), z.unknown()) } },
    handler: () => app.swagger() as unknown as Record<string, unknown>,
  });
  app.route({
    method: 'GET',
    url: '/api/docs',
    config: needs('docs.read'),
    schema: { summary: '接口说明页 This description as a page', response: { 200: Html } },
    handler: async (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(docsPage(app.swagger() as unknown as OpenApi)),
  });
  app.route({
    method: 'GET',
    url: '/api/docs/style.css',
    config: needs('docs.read'),
    schema: { summary: '说明页样式 The style of that page', response: { 200: Css } },
    handler: async (_request, reply) => reply.type('text/css; charset=utf-8').send(docsStyle),
  });
}
