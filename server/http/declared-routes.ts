// A route that names no permission, or says not what it answers, is not built: default deny begins here.
import type { z } from 'zod';
import { isPermission, type Permission } from '../permissions/matrix.ts';
import type { App } from './app-type.ts';
import { Problem } from './shared.contract.ts';

export interface DeclaredRoute {
  readonly method: string;
  readonly url: string;
  readonly permission: Permission;
  /** About a file, which decides itself. */
  readonly on?: 'file';
}

const problems = {
  description: 'Refused: application/problem+json (RFC 9457)',
  content: { 'application/problem+json': { schema: Problem } },
};

type ResponseSchemas = Record<string, z.ZodType | object>;

/** Watches over every route added from now on; the list is complete when the app is ready. */
export function declareRoutes(app: App): readonly DeclaredRoute[] {
  const declared: DeclaredRoute[] = [];
  app.addHook('onRoute', (route) => {
    const name = `${String(route.method)} ${route.url}`;
    const { permission, on } = route.config ?? {};
    if (permission === undefined || !isPermission(permission)) throw new Error(`${name} names no permission`);
    const answers = route.schema?.response as ResponseSchemas | undefined;
    if (!answers || Object.keys(answers).length === 0)
      throw new Error(`${name} does not say what it answers`);
    route.schema = { ...route.schema, response: { ...answers, '4xx': problems, '5xx': problems } };
    for (const method of [route.method].flat())
      if (method !== 'HEAD') declared.push({ method, url: route.url, permission, ...(on && { on }) });
  });
  return declared;
}
