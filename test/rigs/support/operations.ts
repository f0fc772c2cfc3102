// What the product says about itself: every operation of its OpenAPI document.
import type { Ask, Method } from './ask.ts';
import type { JsonSchema } from '../fuzzing/json-schema.ts';

export interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required?: boolean;
  readonly schema: JsonSchema;
}
type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>;
export interface Operation {
  readonly method: Method;
  readonly path: string;
  readonly needsSession: boolean;
  readonly parameters: readonly Parameter[];
  readonly body: JsonSchema | null;
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

interface Described {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Operation['responses'];
  readonly security?: readonly object[];
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
}

export async function operationsOf(ask: Ask): Promise<Operation[]> {
  const { status, text } = await ask({ method: 'GET', path: '/api/openapi.json' });
  if (status !== 200) throw new Error(`no description of the interface: ${status}`);
  const { paths } = JSON.parse(text) as OpenApi;
  refuseNonsense(paths);
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(
      ([method, { parameters = [], requestBody, responses, security = [] }]) => ({
        method: method.toUpperCase() as Method,
        path,
        needsSession: security.length > 0,
        parameters,
        body: requestBody?.content['application/json']?.schema ?? null,
        responses,
      }),
    ),
  );
}

/** A parameter whose schema is none comes of a contract that the description could not put into words. */
function refuseNonsense(paths: OpenApi['paths']): void {
  for (const [path, operations] of Object.entries(paths))
    for (const { parameters = [] } of Object.values(operations))
      for (const { name, schema } of parameters)
        if (typeof schema !== 'object') throw new Error(`${path}: the parameter ${name} is not described`);
}

export const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;
