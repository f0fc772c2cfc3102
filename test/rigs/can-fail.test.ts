// A rig that cannot fail proves nothing: what each of them judges by is shown something wrong here.
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { lookInto } from './cuts/store-after-cut.ts';
import type { Acknowledged } from './cuts/office-work.ts';
import { faultsIn, type JsonSchema } from './fuzzing/json-schema.ts';
import { verdictOn } from './fuzzing/judge-answer.ts';
import { requestsTo } from './fuzzing/requests.ts';
import { oneWinner } from './races/race.ts';
import { headersOf } from './support/ask.ts';
import type { Operation } from './support/operations.ts';
import { several } from './support/people.ts';
import { aProduct } from './support/product.ts';
import { sqliteAt } from './tampering/raw-database.ts';
import { foundWrong, headOf } from './tampering/verdict.ts';

const person: JsonSchema = {
  type: 'object',
  properties: {
    name: { type: 'string', maxLength: 3 },
    age: { anyOf: [{ type: 'integer', minimum: 0 }, { type: 'null' }] },
    tags: { type: 'array', items: { enum: ['a', 'b'] }, maxItems: 2 },
  },
  required: ['name'],
  additionalProperties: false,
};

describe('fuzz', () => {
  test.each([
    [{ name: '张三', age: 3, tags: ['a'] }, []],
    [{ name: '张三', age: null }, []],
    [{ name: '张三', citizenId: '1' }, ['/citizenId']],
    [{ age: 1 }, ['/name']],
    [{ name: '张三李四' }, ['/name']],
    [{ name: 'a', age: -1 }, ['/age']],
    [{ name: 'a', age: 1.5 }, ['/age']],
    [{ name: 'a', tags: ['a', 'c', 'b'] }, ['/tags', '/tags/1']],
    [[], ['']],
  ])('%j', (value, places) => {
    expect(faultsIn(value, person).map((fault) => fault.split(':')[0])).toEqual(places);
  });

  test('a word nobody judges is a fault of its own', () => {
    expect(faultsIn({}, { unevaluatedProperties: false } as JsonSchema)).toHaveLength(1);
  });

  const operation: Operation = {
    method: 'POST',
    path: '/api/people/{id}',
    needsSession: true,
    parameters: [{ in: 'path', name: 'id', required: true, schema: { type: 'string' } }],
    body: {
      ...person,
      properties: { ...person.properties, places: { type: 'integer', minimum: 0, maximum: 1000 } },
    },
    responses: {
      '200': { content: { 'application/json': { schema: person } } },
      '4XX': { content: { 'application/problem+json': { schema: {} } } },
    },
  };
  const answer = (status: number, text: string, type = 'application/json; charset=utf-8') => ({
    ...{ status, text, headers: { 'content-type': type } },
  });

  test.each([
    [answer(200, '{"name":"a"}'), undefined],
    [answer(409, '{}', 'application/problem+json'), undefined],
    [answer(200, '{"name":"a","phone":"1"}'), 'outside the schema'],
    [answer(500, '{}', 'application/problem+json'), 'server faults'],
    [answer(503, 'upstream', 'text/plain'), 'server faults'],
    [answer(302, ''), 'undocumented'],
    [answer(409, '{}'), 'undocumented'],
  ])('%j', (given, kind) => {
    expect(verdictOn(operation, given)?.kind).toBe(kind);
  });

  test('a fault at one boundary value of one field is come upon', () => {
    const requests = fc.sample(requestsTo(operation, ['cad_1']), { numRuns: 400, seed: 1 });
    const places = requests.flatMap(({ body }) => /"places":(\d+)/u.exec(String(body))?.[1] ?? []);
    expect(places).toContain('1000');
    expect(places).toContain('1001');
  });
});

describe('race', () => {
  const answers = (...statuses: number[]) => statuses.map((status) => answerOf(status));
  const answerOf = (status: number) => ({ status, text: '', headers: {} });
  test.each([
    [[200, 409, 409], 0],
    [[200, 200, 409], 1],
    [[409, 409, 409], 1],
    [[200, 409, 500], 1],
  ])('%j', (statuses, wrong) => {
    expect(oneWinner(answers(...statuses))).toHaveLength(wrong);
  });
});

describe('kill and power, tamper', () => {
  test('a row taken away behind the program is lost, half, and found by the product', async () => {
    const product = await aProduct({ dialect: 'sqlite', postgresUrl: null, offices: several('sysadmin', 1) });
    const { store, ask } = product.node;
    const change = { deed: 'accounts' as const, visitor: product.as('sysadmin1'), key: 'key-can-fail' };
    const { status, text } = await ask({
      ...{ method: 'POST', path: '/api/accounts', body: { staffNos: ['X1'] } },
      headers: headersOf(change.visitor, change.key),
    });
    expect(status).toBe(200);
    const told: Acknowledged[] = [{ ...change, path: '/api/accounts', body: {}, marks: ['X1'], text }];
    expect(await lookInto(store, told)).toEqual({ lost: [], half: [], doubled: [] });
    const held = await headOf(store);
    expect(await foundWrong(product.home, held)).toBeNull();

    const raw = sqliteAt(product.home.url.slice('file:'.length));
    await raw.run(`delete from accounts where staff_no = 'X1'`);
    await raw.close();
    const after = await lookInto(store, told);
    expect(after.lost).toEqual(['key-can-fail (accounts)']);
    expect(after.half.length).toBeGreaterThan(0);
    expect(await foundWrong(product.home, held)).toBe('rowRemoved');
    await product.remove();
  });
});
