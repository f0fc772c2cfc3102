// Whose record is open to whom, in whole or masked, and that no list holds anybody out of reach.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRows } from '../../../db/rows.ts';
import type { Answer } from '../../support/app.ts';
import { letterOf } from '../../support/golden-matrix.ts';
import {
  actsAsCadre,
  type Cell,
  CELLS,
  isBarredByRecusal,
  reaches,
  refusedAtGate,
} from '../../support/matrix-cells.ts';
import { stageFiles } from '../../support/matrix-files.ts';
import { touchedBy } from '../../support/matrix-routes.ts';
import { aMatrixStage, CANARY, type MatrixStage, subjectOf } from '../../support/matrix-stage.ts';
import { NOON } from '../../support/rows.ts';
import { YEAR } from '../../support/school.ts';
import { act } from '../../support/store.ts';

let stage: MatrixStage;
beforeAll(async () => {
  stage = await aMatrixStage();
});
afterAll(() => stage.remove());

/** Fires at every cell and says which answers differ from the matrix. */
async function fire(
  expected: (cell: Cell) => number,
  send: (cell: Cell, i: number) => Promise<Answer>,
  look: (cell: Cell, answer: Answer) => string | null = () => null,
): Promise<{ wrong: string[]; met: number[] }> {
  const wrong: string[] = [];
  const met = new Set<number>();
  for (const [i, cell] of CELLS.entries()) {
    const answer = await send(cell, i);
    const should = expected(cell);
    met.add(should);
    if (answer.status !== should) wrong.push(`${cell.name}: ${answer.status}, not ${should}`);
    const fault = look(cell, answer);
    if (fault !== null) wrong.push(`${cell.name}: ${fault}`);
  }
  return { wrong, met: [...met].toSorted((a, b) => a - b) };
}
const getting =
  (pathOf: (cell: Cell) => string) =>
  async (cell: Cell): Promise<Answer> =>
    (await stage.as(cell)).get(pathOf(cell));

/** One person's record: there, refused by name to kin, or as if it did not exist. */
const toRecord =
  (permission: string) =>
  (cell: Cell): number => {
    const refused = refusedAtGate(permission, cell, false);
    if (refused !== null) return refused;
    if (reaches(permission, cell, 'record')) return 200;
    return isBarredByRecusal(permission, cell, 'record') ? 403 : 404;
  };

describe('一个人的档案 × 每个身份 × 每种关系', () => {
  test.each([
    ['profile.read', (cell: Cell) => `/api/cadres/${subjectOf(cell).cadreId}`],
    ['appraisal.read', (cell: Cell) => `/api/years/${YEAR}/results/${subjectOf(cell).cadreId}`],
  ] as const)('%s', async (permission, pathOf) => {
    const { wrong, met } = await fire(toRecord(permission), getting(pathOf));
    expect(wrong).toEqual([]);
    expect(met).toEqual([200, 401, 403, 404]);
  });

  test('完整证件号只给本人和案卷指定的承办人', async () => {
    const permission = 'profile.citizen_id.read';
    const files = await stageFiles(
      stage,
      CELLS.map((cell) => ({ machine: 'correction' as const, state: 'submitted', cell })),
    );
    const expected = (cell: Cell): number => {
      const refused = refusedAtGate(permission, cell, true);
      if (refused !== null) return refused;
      if (reaches(permission, cell, 'personFile')) return 200;
      const isKnown = reaches('profile.read', cell, 'record');
      return isBarredByRecusal(permission, cell, 'personFile') || isKnown ? 403 : 404;
    };
    const { wrong, met } = await fire(
      expected,
      async (cell, i) => {
        const path = `/api/cadres/${subjectOf(cell).cadreId}/unmasked`;
        const asked = { field: 'citizenId', reason: '核对任职材料', fileId: files[i]!.id };
        return (await stage.as(cell)).post(path, asked);
      },
      (_cell, { status, text }) =>
        text.includes(CANARY.citizenId) === (status === 200) ? null : `${status} ${text}`,
    );
    expect(wrong).toEqual([]);
    expect(met).toEqual([200, 401, 403, 404]);
  });

  /** Both sides of a relation see it. */
  const isTheirRelation = (url: string, { relation }: Cell): boolean =>
    url.endsWith('/relations') && relation === 'relative';

  test('本人的页面只有干部本人有，没有办法说出别人', async () => {
    const own = stage.app.routes.filter((route) => touchedBy(route) === 'ownRecord');
    for (const route of own) {
      const expected = (cell: Cell): number =>
        refusedAtGate(route.permission, cell, false) ?? (actsAsCadre(cell) ? 200 : 404);
      const { wrong } = await fire(
        // Only those who were in the roster when the year opened have a result: all the cadres here.
        expected,
        getting(() => route.url.replace(':year', String(YEAR))),
        (cell, { text }) =>
          cell.relation !== 'self' && text.includes(subjectOf(cell).name) && !isTheirRelation(route.url, cell)
            ? 'names somebody else'
            : null,
      );
      expect(wrong, route.url).toEqual([]);
    }
  });
});

describe('遮盖格：只有姓名、单位、状态和数量', () => {
  const MASKED_BEYOND = {
    citizenIdMasked: null,
    phoneMasked: null,
    cadreSince: null,
    retiresOn: null,
  };
  const maskedTo = (permission: string, cell: Cell): boolean =>
    letterOf(permission, cell.principal).endsWith('~') && reaches(permission, cell, 'record');

  test('profile.read：督查和分管领导看不到证件、电话和个人日期', async () => {
    const masked = CELLS.filter((cell) => cell.relation !== 'self' && maskedTo('profile.read', cell));
    expect(new Set(masked.map(({ principal }) => principal))).toEqual(new Set(['supervisor', 'leader']));
    for (const cell of masked) {
      const visitor = await stage.as(cell);
      const { body, text } = await visitor.get(`/api/cadres/${subjectOf(cell).cadreId}`);
      expect(body, cell.name).toMatchObject({ name: subjectOf(cell).name, ...MASKED_BEYOND });
      expect(text).not.toMatch(/139\*|110\*/u);
      const list = (await visitor.get('/api/cadres?limit=200')).body as { items: { cadreSince: unknown }[] };
      expect(list.items.length).toBeGreaterThan(1);
      expect(list.items.filter(({ cadreSince }) => cadreSince !== null)).toEqual([]);
    }
  });

  test('不遮盖的身份看得到，但证件和电话只有首尾', async () => {
    const hr = CELLS.find(({ name }) => name === 'hr_inScope')!;
    const visitor = await stage.as(hr);
    const { body } = await visitor.get(`/api/cadres/${subjectOf(hr).cadreId}`);
    expect(body).toMatchObject({ citizenIdMasked: '110***********0134', cadreSince: '2010-07-01' });
  });

  test('inaction.read：分管领导看结果，看不到处理的文号和事由；组织部看得到', async () => {
    const seen = async (name: string): Promise<string> => {
      const cell = CELLS.find((each) => each.name === name)!;
      return (await (await stage.as(cell)).get(`/api/years/${YEAR}/results/${subjectOf(cell).cadreId}`)).text;
    };
    expect(await seen('leader_inScope')).not.toContain(CANARY.summary);
    expect(await seen('hr_inScope')).toContain(CANARY.summary);
  });

  test('appraisal.read：纪检的格要由案卷指定并遮盖，年度结果的路由不给', async () => {
    const inspectors = CELLS.filter(
      ({ principal, relation }) => principal === 'inspector' && relation === 'assigned',
    );
    for (const cell of inspectors) {
      const visitor = await stage.as(cell);
      for (const path of ['results', 'summary', `results/${subjectOf(cell).cadreId}`])
        expect((await visitor.get(`/api/years/${YEAR}/${path}`)).status).toBe(403);
    }
  });

  test('audit.read：干部只看关于本人的，没有理由；审计管理员看得到理由', async () => {
    const self = CELLS.find(({ name }) => name === 'cadre_self')!;
    const { cadreId } = subjectOf(self);
    const other = subjectOf(CELLS.find(({ name }) => name === 'hr_inScope')!).cadreId;
    const ended = { subject: cadreId, reason: '理由不给本人看' };
    await stage.store.write(act('profile.looked', ended), (tx, changed) =>
      addRows(tx, changed, stage.store.tables.denials, [
        { id: 'den_own', at: NOON, accountId: 'acc_spare', fileId: null, event: 'x', because: 'related' },
      ]),
    );
    type Entries = { items: { subject: string; reason: string | null }[] };
    const own = (await (await stage.as(self)).get('/api/audit/entries?limit=200')).body as Entries;
    expect(own.items.length).toBeGreaterThan(0);
    expect(own.items.filter(({ subject }) => subject !== cadreId)).toEqual([]);
    expect(own.items.filter(({ reason }) => reason !== null)).toEqual([]);
    expect((await (await stage.as(self)).get(`/api/audit/entries?subject=${other}`)).status).toBe(404);
    const auditor = CELLS.find(({ name }) => name === 'auditadmin_inScope')!;
    const all = (await (await stage.as(auditor)).get('/api/audit/entries?limit=200')).body as Entries;
    expect(all.items.some(({ reason }) => reason !== null)).toBe(true);
  });
});

describe('谁的名字会出现在谁的答复里', () => {
  /** Whoever reaches the person in any of these may meet the name in a list. */
  const NAMING = ['profile.read', 'appraisal.read'];
  const mayMeet = (cell: Cell): boolean => NAMING.some((each) => reaches(each, cell, 'record'));

  const filled = (url: string, cell: Cell): string =>
    url
      .replace('/cadres/:id', `/cadres/${subjectOf(cell).cadreId}`)
      .replace(':cadreId', subjectOf(cell).cadreId)
      .replace(':year', String(YEAR))
      .replaceAll(/:\w+/gu, 'none');
  const PAGED = /^\/api\/(?:cadres|corrections|pilots|relations|meetings|audit\/entries|exports|accounts)$/u;
  /** What HR confirms of relations names both sides, and each side sees its own. */
  const isRelation = (url: string): boolean => url.endsWith('/relations');

  test('够不到的人不在任何一个列表、统计、待办和导出里；证件、电话对谁都没有全貌', async () => {
    const read = stage.app.routes.filter(
      ({ method, url }) => method === 'GET' && !/docs|openapi|template|\/events$/u.test(url),
    );
    expect(read.length).toBeGreaterThan(40);
    await stageFiles(
      stage,
      CELLS.map((cell) => ({ machine: 'correction' as const, state: 'submitted', cell })),
    );
    const wrong: string[] = [];
    let met = 0;
    for (const cell of CELLS) {
      const visitor = await stage.as(cell);
      const { name } = subjectOf(cell);
      for (const { url } of read) {
        const path = filled(url, cell);
        const { text, status } = await visitor.get(PAGED.test(url) ? `${path}?limit=200` : path);
        if (status >= 500) wrong.push(`${url} ${cell.name}: ${status}`);
        // Files that name somebody who may not read them must not stand in the way of what he has to do.
        if (url === '/api/todo' && status !== (cell.principal === 'anon' ? 401 : 200))
          wrong.push(`${url} ${cell.name}: ${status}`);
        if (text.includes(CANARY.citizenId) || text.includes(CANARY.phone))
          if (!(cell.relation === 'self' && url === '/api/my-record/corrections'))
            wrong.push(`${url} ${cell.name}: number in whole`);
        const isThere = new RegExp(`${name}(?![a-z_])`, 'u').test(text);
        if (isThere) met += 1;
        if (isThere && !mayMeet(cell) && !isRelation(url)) wrong.push(`${url} ${cell.name}: ${name}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(met).toBeGreaterThan(20);
  });

  test('名册和结果的列表里有够得到的人，没有够不到的', async () => {
    for (const [permission, path] of [
      ['profile.read', '/api/cadres?limit=200'],
      ['appraisal.read', `/api/years/${YEAR}/results?limit=200`],
    ] as const) {
      const hasList = (cell: Cell): boolean => {
        const letter = letterOf(permission, cell.principal).charAt(0);
        return letter === 'S' || letter === '*';
      };
      const { wrong, met } = await fire(
        (cell) => refusedAtGate(permission, cell, false) ?? (hasList(cell) ? 200 : 404),
        getting(() => path),
        (cell, { status, text }) => {
          // The own record has a page of its own; a list may hold it as it holds the others.
          if (status !== 200 || cell.relation === 'self') return null;
          const isThere = text.includes(`"${subjectOf(cell).name}"`);
          return isThere === reaches(permission, cell, 'record') ? null : `listed: ${String(isThere)}`;
        },
      );
      expect(wrong, permission).toEqual([]);
      expect(met).toEqual([200, 401, 403, 404]);
    }
  });
});
