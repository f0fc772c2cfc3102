// The address in every problem's `type` can be opened: what it means and what to do.
import type { App } from './app-type.ts';
import { needs } from './needs.ts';
import { cureOf } from './problem-cures.ts';
import { notFound, type ProblemKind, problemKinds, Refused } from './problem.ts';
import { ProblemPage, ProblemPages, ProblemParams } from './problem-pages.contract.ts';

const pageOf = (kind: ProblemKind) => ({ ...kind, cure: cureOf(kind) });

function pageNamed(name: string) {
  const kind = problemKinds.get(name);
  if (!kind) throw new Refused(notFound);
  return pageOf(kind);
}

export async function problemPageRoutes(app: App): Promise<void> {
  app.route({
    method: 'GET',
    url: '/api/problems',
    config: needs('docs.read'),
    schema: { summary: '所有拒绝的说明 Every refusal there is', response: { 200: ProblemPages } },
    handler: () => ({
      items: [...problemKinds.values()].map(pageOf).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    }),
  });
  app.route({
    method: 'GET',
    url: '/api/problems/:name',
    config: needs('docs.read'),
    schema: {
      summary: '一种拒绝的说明 What a refusal means and what to do',
      params: ProblemParams,
      response: { 200: ProblemPage },
    },
    handler: ({ params }) => pageNamed(params.name),
  });
}
