// Default deny begins at the build: a route that names no permission, or says not what it answers, stops the product.
import fastify from 'fastify';
import { type ZodTypeProvider } from 'fastify-type-provider-zod';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { App } from '../../../server/http/app-type.ts';
import { declareRoutes } from '../../../server/http/declared-routes.ts';
import { needs } from '../../../server/http/needs.ts';
import { anApp } from '../../support/app.ts';

const anEmptyApp = (): App => fastify().withTypeProvider<ZodTypeProvider>();
const handler = async () => ({});
const schema = { response: { 200: z.strictObject({}) } };

describe('一条新路由', () => {
  test('权限和答复都写明的才建得起来', () => {
    const app = anEmptyApp();
    const declared = declareRoutes(app);
    app.route({ method: 'GET', url: '/api/new', config: needs('rule.read'), schema, handler });
    expect(declared).toEqual([{ method: 'GET', url: '/api/new', permission: 'rule.read' }]);
  });

  test('没有权限就建不起来', () => {
    const app = anEmptyApp();
    declareRoutes(app);
    const add = () => app.route({ method: 'GET', url: '/api/new', schema, handler });
    expect(add).toThrow('GET /api/new names no permission');
  });

  test('权限表里没有的权限建不起来', () => {
    const app = anEmptyApp();
    declareRoutes(app);
    expect(() => needs('rule.readd')).toThrow('permissions.txt has no rule.readd');
    const config = { permission: 'rule.readd' };
    const add = () => app.route({ method: 'GET', url: '/api/new', config, schema, handler });
    expect(add).toThrow('GET /api/new names no permission');
  });

  test.each([
    ['没有说明', undefined],
    ['没有答复', { summary: '新' }],
    ['答复是空的', { response: {} }],
  ])('%s就建不起来', (_name, wrong) => {
    const app = anEmptyApp();
    declareRoutes(app);
    const config = needs('rule.read');
    const add = () =>
      app.route({ method: 'POST', url: '/api/new', config, ...(wrong && { schema: wrong }), handler });
    expect(add).toThrow('POST /api/new does not say what it answers');
  });

  test('建好的产品里也一样：加不进没有权限的路由', async () => {
    const tested = await anApp();
    expect(() => tested.app.route({ method: 'GET', url: '/api/late', schema, handler })).toThrow('already');
    await tested.remove();
  });
});
