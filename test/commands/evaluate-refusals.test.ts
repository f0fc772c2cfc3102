import { describe, expect, test } from 'vitest';
import { command } from '../../server/commands/evaluate.ts';
import { aBundle, aCadre, aPool, cadresMeasured } from '../support/builders.ts';
import { answered, pointersOf } from '../support/cli.ts';

/** A bundle as it comes in, with everything that may be wrong in it somewhere. */
const GOOD = JSON.parse(
  JSON.stringify(
    aBundle()
      .of(
        aCadre()
          .withInaction('1.4')
          .withInitiative(2, 'explore')
          .disciplined('party', 'warning', '2026-03-01')
          .investigated('2026-02-01', '2026-06-01')
          .onLeave('sick', '2026-01-01', '2026-03-01')
          .onRecruitProbation('2026-05-01', '2027-04-30')
          .refusedAppraisal(2026)
          .inPostSince('2018-03-01')
          .graded(2025, 'competent')
          .inspected('style', '2026-06-01'),
      )
      .adopting('quota.rate', '2026-01-01', 2000).facts,
  ),
) as object;

/** The good bundle with the value at a pointer replaced (or, undefined, left out). */
function spoilt(pointer: string, value: unknown): unknown {
  const copy = structuredClone(GOOD);
  const path = pointer.split('/').slice(1);
  const last = path.pop()!;
  const parent = path.reduce<Record<string, unknown>>(
    (at, key) => at[key] as Record<string, unknown>,
    copy as Record<string, unknown>,
  );
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return copy;
}

const pointersFor = async (input: unknown): Promise<string[]> => pointersOf(await answered(command, input));

const CADRE = '/cadres/0';
const INACTION = `${CADRE}/conduct/0`;
const INITIATIVE = `${CADRE}/conduct/1`;

test('好的数据有结果，没有一句错', async () => {
  const { answer, messages } = await answered(command, GOOD);
  expect(messages).toEqual([]);
  expect(answer).toMatchObject({ cadres: [{ id: 'c1' }] });
});

describe('每一处错都指出在哪里', () => {
  test.each<[pointer: string, value: unknown]>([
    ['/asOf', '2026-02-30'],
    ['/asOf', '1948-12-31'],
    ['/asOf', '2101-01-01'],
    ['/asOf', 20_261_231],
    ['/asOf', undefined],
    ['/kind', 'yearly'],
    ['/period', undefined],
    ['/period/from', '2026-1-1'],
    ['/period/to', '2025-12-31'],
    ['/vocabulary', 'soldiers'],
    ['/pools', undefined],
    ['/pools', {}],
    ['/pools/1', { id: '' }],
    ['/pools/1', {}],
    ['/pools/0/outstanding', 'yes'],
    ['/pools/0/extraPlaces', -1],
    ['/pools/0/extraPlaces', 1.5],
    ['/pools/0/extraPlaces', 1],
    ['/pools/0/mergeInto', 'nowhere'],
    ['/pools/0/mergeInto', 'p1'],
    ['/units', undefined],
    ['/units/0/kind', 'ministry'],
    ['/units/0/name', undefined],
    ['/units/1/id', 'u1'],
    ['/cadres', undefined],
    [`${CADRE}/id`, 'x'.repeat(201)],
    [`${CADRE}/name`, undefined],
    [`${CADRE}/unitId`, 'u9'],
    [`${CADRE}/pool`, 'p9'],
    [`${CADRE}/template`, 'deputy'],
    [`${CADRE}/measures`, undefined],
    [`${CADRE}/measures/democratic`, 10_001],
    [`${CADRE}/measures/democratic`, -1],
    [`${CADRE}/measures/democratic`, 86.5],
    [`${CADRE}/measures/democratic`, '8600'],
    [`${CADRE}/measures/unit`, 8000],
    [`${CADRE}/measures/loyalty`, 8000],
    [`${CADRE}/unitGrade`, 'fair'],
    [`${CADRE}/partyBuildingGrade`, 'average'],
    [`${CADRE}/quarters`, ['commentOnly']],
    [`${CADRE}/voteFindings`, ['tooFew']],
    [`${CADRE}/grades/0/year`, 1948],
    [`${CADRE}/grades/0/grade`, 'good'],
    [`${CADRE}/inspectionFindings/0/on`, '2026-06-31'],
    [`${CADRE}/cadreSince`, 'long ago'],
    [`${CADRE}/nickname`, 'X'],
    [`${INACTION}/kind`, 'rumour'],
    [`${INACTION}/kind`, undefined],
    [`${INACTION}/code`, '1.8'],
    [`${INACTION}/code`, '2.10'],
    [`${INACTION}/code`, undefined],
    [`${INACTION}/occurredOn`, undefined],
    [`${INACTION}/severity`, 'tiny'],
    [`${INACTION}/responsibility`, 'none'],
    [`${INACTION}/finding`, 'verified'],
    [`${INACTION}/conditions/0`, 'leadUnit'],
    [`${INACTION}/conditions/0`, 'unheardOf'],
    [`${INACTION}/cause`, 'lazy'],
    [`${INACTION}/area`, 1],
    [`${INITIATIVE}/area`, 7],
    [`${INITIATIVE}/quality`, 'talks'],
    [`${INITIATIVE}/level`, 'world'],
    [`${INITIATIVE}/role`, 'watcher'],
    [`${INITIATIVE}/finding`, 'upheld'],
    [`${INITIATIVE}/id`, 'c1-r1'],
    [`${CADRE}/constraints/0/measure`, 'demerit'],
    [`${CADRE}/constraints/0/source`, 'court'],
    [`${CADRE}/constraints/0/ground`, 'mood'],
    [`${CADRE}/constraints/0/id`, undefined],
    [`${CADRE}/constraints/1/closedOn`, '2026-01-31'],
    [`${CADRE}/constraints/2/type`, 'holiday'],
    [`${CADRE}/constraints/2/to`, '2025-12-31'],
    [`${CADRE}/constraints/3/to`, undefined],
    [`${CADRE}/constraints/4/year`, 2026.5],
    [`${CADRE}/constraints/4/kind`, 'resigned'],
    [`${CADRE}/appointments/0/unitId`, 'u9'],
    [`${CADRE}/appointments/0/rank`, '正局'],
    [`${CADRE}/appointments/0/to`, '2018-02-28'],
    ['/policy/overrides/0/parameter', 'quota.most'],
    ['/policy/overrides/0/value', 10_001],
    ['/policy/overrides/0/value', -1],
    ['/policy/overrides/0/cite', undefined],
    ['/policy/exceptions', []],
    ['/remark', ''],
  ])('%s 为 %j', async (pointer, value) => {
    const pointers = await pointersFor(spoilt(pointer, value));
    expect(pointers.filter((found) => found.startsWith(pointer))).not.toEqual([]);
    expect(pointers.every((found) => found.startsWith(pointer) || pointer.startsWith(found))).toBe(true);
  });

  test('留察只有十二个月或二十四个月', async () => {
    const probation = (months: number) => ({
      id: 'd1',
      kind: 'discipline',
      source: 'party',
      measure: 'probation',
      effectiveOn: '2026-03-01',
      months,
    });
    const place = `${CADRE}/constraints/0`;
    expect(await pointersFor(spoilt(place, probation(18)))).toEqual([`${place}/months`]);
    expect(await pointersFor(spoilt(place, probation(24)))).toEqual([]);
  });

  test.each([null, 1, 'x', [], true])('整份数据是 %j 的，指出在最外层', async (input) => {
    expect(await pointersFor(JSON.stringify(input))).toEqual(['/']);
  });
});

describe('可以不写的', () => {
  test.each([
    '/kind',
    '/policy',
    '/pools/0/name',
    '/pools/0/outstanding',
    '/pools/0/mergeInto',
    '/pools/0/extraPlaces',
    '/pools/0/decided',
    ...['partySecretary', 'unitGrade', 'partyBuildingGrade', 'quarters', 'voteFindings', 'grades'].map(
      (key) => `${CADRE}/${key}`,
    ),
    ...[
      'inspectionFindings',
      'conduct',
      'constraints',
      'appointments',
      'cadreSince',
      'retiresOn',
      'specialist',
    ].map((key) => `${CADRE}/${key}`),
    ...['countsOn', 'notifiedOn', 'cause', 'factId', 'conditions'].map((key) => `${INACTION}/${key}`),
    ...['countsOn', 'factId'].map((key) => `${INITIATIVE}/${key}`),
    `${CADRE}/constraints/0/ground`,
    `${CADRE}/constraints/0/months`,
    `${CADRE}/constraints/1/closedOn`,
    `${CADRE}/appointments/0/rank`,
    `${CADRE}/appointments/0/to`,
    `${CADRE}/appointments/0/sensitive`,
    `${CADRE}/measures/objectives`,
  ])('%s 可以不写，也可以写 null', async (pointer) => {
    expect(await pointersFor(spoilt(pointer, undefined))).toEqual([]);
    expect(await pointersFor(spoilt(pointer, null))).toEqual([]);
  });

  test('没有人的一份数据有结果', async () => {
    const { answer } = await answered(command, spoilt('/cadres', []));
    expect(answer).toMatchObject({ cadres: [], reserve: 0 });
  });
});

describe('几处错一起指出', () => {
  test('写法的错和前后矛盾的错，一次说完', async () => {
    const bundle = aBundle()
      .pooled(aPool('p1'), aPool('p1'))
      .of(
        aCadre('a').inUnit('u9').withInaction('1.1', { factId: 't' }).withInaction('2.1', { factId: 't' }),
        aCadre('a')
          .with({ template: 'deputy' as 'member' })
          .inPost('2020-02-01', '2020-01-01'),
      );
    expect((await pointersFor({ ...bundle.facts, asOf: 'today' })).sort()).toEqual([
      '/asOf',
      '/cadres/0/conduct/1/factId',
      '/cadres/0/unitId',
      '/cadres/1/appointments/0/to',
      '/cadres/1/id',
      '/cadres/1/template',
      '/pools/1/id',
    ]);
  });

  test('决定的人多于余下名额的拒绝，别处有错时先说别处', async () => {
    const tied = aBundle()
      .pooled(aPool('p1', { decided: ['x01', 'x02'] }))
      .of(...cadresMeasured(9300, 9300, 8000, 8000, 8000));
    expect(await pointersFor(tied.facts)).toEqual(['/pools/0/decided']);
    expect(await pointersFor({ ...tied.facts, units: [] })).not.toContain('/pools/0/decided');
  });

  test('说明用所选的语言，写明文件、位置和应当是什么', async () => {
    const wrong = spoilt('/vocabulary', 'soldiers');
    const [zh, en] = await Promise.all([answered(command, wrong), answered(command, wrong, { lang: 'en' })]);
    expect(zh.messages).toEqual(['in.json: /vocabulary: 应为 civilServant、publicInstitution 之一']);
    expect(en.messages).toEqual(['in.json: /vocabulary: expected one of civilServant, publicInstitution']);
  });

  test('指针里的斜线和波浪号照规范转写', async () => {
    expect(await pointersFor({ ...GOOD, 'a/b~c': 1 })).toEqual(['/a~1b~0c']);
  });
});
