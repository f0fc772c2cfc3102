// The OpenAPI document as a page without scripts: sections by resource, one fold per operation.
interface Schema {
  readonly [key: string]: unknown;
}
interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly object[];
  readonly parameters?: readonly {
    name: string;
    in: string;
    required?: boolean;
    schema?: Schema;
    description?: string;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses?: Readonly<
    Record<string, { readonly description?: string; readonly content?: Content }>
  >;
}
type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
export interface OpenApi {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const text = (raw: unknown): string => String(raw).replaceAll(/[&<>"']/gu, (sign) => ESCAPES[sign]!);

const schemaShown = (schema: Schema | undefined): string =>
  `<pre tabindex="0">${text(JSON.stringify(schema ?? {}, null, 2))}</pre>`;

const contentShown = (content: Content | undefined): string =>
  Object.entries(content ?? {})
    .map(([type, { schema }]) => `<p><code>${text(type)}</code></p>${schemaShown(schema)}`)
    .join('');

function parametersShown({ parameters = [] }: Operation): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    ({ name, in: place, required, schema, description }) =>
      `<tr><td><code>${text(name)}</code></td><td>${text(place)}</td><td>${required ? '必填 required' : ''}</td>` +
      `<td><code>${text(JSON.stringify(schema ?? {}))}</code> ${text(description ?? '')}</td></tr>`,
  );
  return (
    '<h4>参数 Parameters</h4><table><thead><tr><th>名称 Name</th><th>位置 In</th><th>必填 Required</th>' +
    `<th>内容 Content</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
  );
}

function operationShown(path: string, method: string, operation: Operation): string {
  const id = `${method}${path}`.replaceAll(/[^a-z0-9]+/giu, '-');
  const answers = Object.entries(operation.responses ?? {}).map(
    ([status, { description, content }]) =>
      `<h5>${text(status)} ${text(description ?? '')}</h5>${contentShown(content)}`,
  );
  const body = operation.requestBody
    ? `<h4>请求 Request</h4>${contentShown(operation.requestBody.content)}`
    : '';
  return (
    `<details id="${text(id)}"><summary><b class="${text(method)}">${text(method.toUpperCase())}</b> ` +
    `<code>${text(path)}</code> <span>${text(operation.summary ?? '')}</span></summary>` +
    `<p>${text(operation.description ?? '')}${operation.security?.length === 0 ? ' · 无需登录 public' : ''}</p>` +
    `${parametersShown(operation)}${body}<h4>答复 Answers</h4>${answers.join('')}</details>`
  );
}

export function docsPage({ info, paths }: OpenApi): string {
  const operations = Object.entries(paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]) => ({ path, method, operation })),
  );
  const sections = [...Map.groupBy(operations, ({ operation }) => operation.tags?.[0] ?? '')]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([tag, members]) => {
      const shown = members.map(({ path, method, operation }) => operationShown(path, method, operation));
      return `<section><h2 id="${text(tag)}">${text(tag)}</h2>${shown.join('')}</section>`;
    });
  return (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<title>${text(info.title)} API</title><link rel="stylesheet" href="/api/docs/style.css"></head>` +
    `<body><main><h1>${text(info.title)} API ${text(info.version)}</h1><p>${text(info.description ?? '')}</p>` +
    `<p><a href="/api/openapi.json">OpenAPI 3.1</a></p>${sections.join('')}</main></body></html>`
  );
}

export const docsStyle = `:root{color-scheme:light dark}
body{font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif;margin:0}
main{max-width:60rem;margin:0 auto;padding:1rem}
h2{border-bottom:1px solid;margin-top:2rem}
details{margin:.5rem 0}summary{cursor:pointer;padding:.25rem 0;overflow-wrap:anywhere}
pre{overflow:auto;max-height:24rem;padding:.5rem;border:1px solid}
table{border-collapse:collapse;display:block;overflow:auto}th,td{text-align:left;padding:.25rem .5rem;border:1px solid}
`;
