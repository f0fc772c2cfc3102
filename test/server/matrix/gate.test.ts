// Every permission that has a route × fifteen principals × six relations, and every operation × every principal.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeclaredRoute } from '../../../server/http/declared-routes.ts';
import type { OpenApi } from '../../../server/http/docs-page.ts';
import { kinds } from '../../../server/imports/kinds.ts';
import type { Answer } from '../../support/app.ts';
import { type Cell, CELLS, refusedAtGate } from '../../support/matrix-cells.ts';
import { CLASSIFIED, listedTwice, touchedBy } from '../../support/matrix-routes.ts';
import { aMatrixStage, type MatrixStage, subjectOf } from '../../support/matrix-stage.ts';
import { YEAR } from '../../support/school.ts';

let stage: MatrixStage;
beforeAll(async () => {
  stage = await aMatrixStage();
});
afterAll(() => stage.remove());

const nameOf = ({ method, url }: DeclaredRoute): string => `${method} ${url}`;
const ENDS_ITS_SESSION = 'DELETE /api/session';

/** A kind of import shows its history to those who enter or confirm it: the gate is wider than the list behind it. */
function refusedByHistory({ method, url }: DeclaredRoute, cell: Cell): boolean {
  const kind = /^\/api\/imports\/(\w+)\/batches$/u.exec(url)?.[1] as keyof typeof kinds | undefined;
  if (method !== 'GET' || kind === undefined) return false;
  const { enter, confirm } = kinds[kind].rights;
  const those = confirm === null ? [enter] : [enter, confirm];
  return those.every((permission) => refusedAtGate(permission, cell, false) !== null);
}

const expected = (route: DeclaredRoute, cell: Cell): 401 | 403 | null => {
  const refused = refusedAtGate(route.permission, cell, route.on === 'file');
  return refused ?? (refusedByHistory(route, cell) ? 403 : null);
};

/** Changes carry a body that no contract takes: whoever passes the gate is told so, and nothing changes. */
async function ask(route: DeclaredRoute, cell: Cell): Promise<Answer> {
  const { method, url } = route;
  const visitor = await (nameOf(route) === ENDS_ITS_SESSION ? stage.anew(cell) : stage.as(cell));
  const path = url
    .replace('/cadres/:id', `/cadres/${subjectOf(cell).cadreId}`)
    .replace(':cadreId', subjectOf(cell).cadreId)
    .replace(':year', String(YEAR))
    .replaceAll(/:\w+/gu, 'none');
  if (method === 'GET') return visitor.get(path);
  return visitor.send(method as 'POST', path, { nonsense: true });
}

async function wrongAt(routes: readonly DeclaredRoute[], cells: readonly Cell[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const route of routes)
    for (const cell of cells) {
      const { status } = await ask(route, cell);
      const should = expected(route, cell);
      // Behind the gate a person or a file may still be out of reach: told apart by the tests of those.
      const isRefused = status === 401 || (status === 403 && touchedBy(route) !== 'person');
      const isRight = should === null ? !isRefused && status < 500 : status === should;
      if (!isRight) wrong.push(`${nameOf(route)} ${cell.name}: ${status}, not ${should ?? 'in'}`);
    }
  return wrong;
}

describe('每条路由', () => {
  test('都写明触及什么，表里没有多余的', () => {
    expect(stage.app.routes.filter((route) => touchedBy(route) === undefined).map(nameOf)).toEqual([]);
    const urls = new Set(stage.app.routes.map(({ url }) => url));
    expect([...CLASSIFIED.keys()].filter((url) => !urls.has(url))).toEqual([]);
    expect(listedTwice).toEqual([]);
  });

  test('接口说明里的操作就是声明的路由，不多不少', async () => {
    const document = (await stage.app.visitor().get('/api/openapi.json')).body as OpenApi;
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const declared = stage.app.routes.map((route) => nameOf(route).replaceAll(/:(\w+)/gu, '{$1}'));
    expect(described.toSorted()).toEqual(declared.toSorted());
  });

  test('每个操作 × 每个身份：不该进的 401 或 403，该进的都不是', async () => {
    const cells = CELLS.filter(({ relation }) => relation === 'inScope');
    expect(cells).toHaveLength(15);
    expect(await wrongAt(stage.app.routes, cells)).toEqual([]);
  });
});

describe('每项有路由的权限 × 每个身份 × 每种关系', () => {
  test('门口的答复就是权限表算出来的', async () => {
    // One route speaks for a permission; those about a person or a file have tests of their own beside this.
    const byPermission = new Map(
      stage.app.routes.map((route) => [`${route.permission} ${route.on ?? ''}`, route]),
    );
    expect(byPermission.size).toBeGreaterThan(40);
    const others = CELLS.filter(({ relation }) => relation !== 'inScope');
    expect(others).toHaveLength(75);
    expect(await wrongAt([...byPermission.values()], others)).toEqual([]);
  });
});

describe('还没有门的身份', () => {
  test('投票人没有入口：除了公开的和每个账号都有的，什么也进不去', () => {
    const inScope = (principal: string) =>
      CELLS.find((cell) => cell.principal === principal && cell.relation === 'inScope')!;
    const openTo = (cell: Cell) =>
      stage.app.routes.filter((route) => expected(route, cell) === null).map(nameOf);
    expect(openTo(inScope('voter'))).toEqual(openTo(inScope('requester')));
    const ballots = stage.app.routes.filter(({ permission }) => permission.startsWith('ballot.'));
    expect(ballots.map(nameOf)).toEqual([]);
  });
});
